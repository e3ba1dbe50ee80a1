// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/linereader.h"

#include <QString>

#include <optional>

namespace ceteris::results {

// What `locust --csv PREFIX` writes, as a new folder under root; its path. PREFIX_stats.csv must be there,
// PREFIX_stats_history.csv and PREFIX_failures.csv are read when they are. Locust's times are those of all requests,
// failed ones included, and it writes down no histogram.
Result<QString> importLocust(const QString& prefix, const QString& root, const Onward& onward);

// What the names of all tables of one run begin with; nothing: by its name the file is none of them.
std::optional<QString> locustPrefix(const QString& file);

} // namespace ceteris::results
