// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/compare.h"

#include <QByteArray>

namespace ceteris::models {

// What Compare shows, as RFC 4180: a row for each metric and side, then one for each difference, told apart by the
// first column. English and in full precision; times are microseconds. Empty: not measured, or no interval.
QByteArray comparedCsv(
    const QList<Side>& sides, const std::vector<SideMetric>& metrics, const std::vector<SideDifference>& differences);

} // namespace ceteris::models
