// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livemodel.h"

namespace ceteris::models {

LiveModel::LiveModel(QObject* parent)
    : QObject(parent)
{
}

void LiveModel::reset()
{
    emit changed();
}

void LiveModel::take(const results::Entry&)
{
    emit changed();
}

} // namespace ceteris::models
