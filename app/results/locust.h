// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/cells.h"

namespace ceteris::results::locust {

QByteArray stats(const Cell& cell); // PREFIX_stats.csv
QByteArray failures(const Cell& cell); // PREFIX_failures.csv
QByteArray history(const Cell& cell, const std::vector<SeriesRow>& series); // PREFIX_stats_history.csv

// What the three have in common.
inline constexpr std::array percentages { "50%", "66%", "75%", "80%", "90%", "95%", "98%", "99%", "99.9%", "99.99%",
    "100%" };
inline constexpr std::array quantiles { 0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1.0 };
inline const QString aggregated = QStringLiteral("Aggregated");
inline const QString notAvailable = QStringLiteral("N/A");
QString methodOf(const QString& operation); // GET or POST
QString milliseconds(double us);

} // namespace ceteris::results::locust
