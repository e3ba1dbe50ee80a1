// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/linereader.h"

#include <QString>

#include <optional>

namespace ceteris::results {

// What `locust --csv PREFIX` writes, as a new folder under root; its path. file is any of PREFIX_stats.csv,
// PREFIX_stats_history.csv and PREFIX_failures.csv; the first must be there, the others are read when they are.
// Locust's times are those of all requests, failed ones included, and it writes down no histogram.
Result<QString> importLocust(const QString& file, const QString& root, const Onward& onward);

// What the names of all tables of one run begin with; nothing: it is none of them by its name.
std::optional<QString> locustPrefix(const QString& file);

} // namespace ceteris::results
