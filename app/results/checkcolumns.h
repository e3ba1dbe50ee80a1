// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"
#include "app/results/column.h"

#include <QString>

namespace ceteris::results {

const Columns<CheckRow>& checkColumns(); // of checks.csv

QString nameOf(Outcome outcome); // ok, mark, void, unavailable
std::optional<Outcome> outcomeOf(const QString& name);

} // namespace ceteris::results
