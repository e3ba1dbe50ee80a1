// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/demopage.h"

namespace ceteris::pages {

DemoPage::DemoPage(models::LiveModel*, QWidget* parent)
    : QWidget(parent)
{
}

void DemoPage::setReplay(models::Replay*) { }

} // namespace ceteris::pages
