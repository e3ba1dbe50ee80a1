// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventtail.h"

namespace ceteris::models {

EventTail::EventTail(QObject* parent)
    : QObject(parent)
{
}

void EventTail::follow(const QString&) { }

void EventTail::stop() { }

} // namespace ceteris::models
