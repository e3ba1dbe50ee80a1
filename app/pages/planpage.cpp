// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planpage.h"

namespace ceteris::pages {

PlanPage::PlanPage(models::PlanDocument*, QWidget* parent)
    : QWidget(parent)
{
}

void PlanPage::setRecent(const QStringList&) { }

void PlanPage::setRunning(bool) { }

void PlanPage::setChecking(bool) { }

void PlanPage::setPreflight(const results::Preflight&) { }

void PlanPage::setPreflightFailed(const QString&) { }

void PlanPage::setFinished(const QString&) { }

} // namespace ceteris::pages
