// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultspage.h"

namespace ceteris::pages {

ResultsPage::ResultsPage(models::HistoryModel*, QWidget* parent)
    : QWidget(parent)
{
}

void ResultsPage::showFolder(const QString&) { }

QString ResultsPage::shown() const
{
    return {};
}

void ResultsPage::setRunning(const QString&) { }

void ResultsPage::focusFilter() { }

} // namespace ceteris::pages
