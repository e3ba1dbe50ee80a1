// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livepage.h"

namespace ceteris::pages {

LivePage::LivePage(models::LiveModel*, QWidget* parent)
    : QWidget(parent)
{
}

void LivePage::setReplay(models::Replay*) { }

void LivePage::setLastRun(const QString&) { }

void LivePage::setFrozen(bool) { }

bool LivePage::isFrozen() const
{
    return false;
}

} // namespace ceteris::pages
