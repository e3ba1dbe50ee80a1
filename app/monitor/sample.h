// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ceteris::monitor {

// One value of one metric; the names, parts and units are those of timeseries.csv (README).
struct Reading
{
    QString metric; // "cpu_app"
    double value = 0;
    QString unit; // "cores", "bytes", "per_s", "us", "1"

    bool operator==(const Reading&) const = default;
};

// What one look at the machine gave. What could not be read is absent, never 0.
struct Sample
{
    double tS = 0; // since the clock the owner gave
    std::vector<Reading> readings;

    // The value of a metric, or nothing.
    const double* find(QStringView metric) const;
};

} // namespace ceteris::monitor
