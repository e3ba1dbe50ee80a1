// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace ceteris::cli {

struct PlanFile
{
    plan::Plan plan;
    QByteArray text;
};

// Opens a file or, if there is none of that name, a preset. The error is what to print: every problem, a line each.
tl::expected<PlanFile, QString> openPlan(const QString& fileOrPreset);

} // namespace ceteris::cli
