// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/comparepage.h"

namespace ceteris::pages {

ComparePage::ComparePage(models::HistoryModel*, QWidget* parent)
    : QWidget(parent)
{
}

void ComparePage::setFolders(const QStringList&) { }

QStringList ComparePage::folders() const
{
    return {};
}

} // namespace ceteris::pages
