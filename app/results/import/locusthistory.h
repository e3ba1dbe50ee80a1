// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/importedrun.h"
#include "app/results/import/linereader.h"
#include "app/results/import/runfolder.h"

#include <QHash>

#include <utility>

namespace ceteris::results::locust {

// Locust's Type and Name -> the operation.
using NamesOfLocust = QHash<std::pair<QString, QString>, QString>;

struct History
{
    qint64 firstS = 0; // unix time of the first row and of the last; last below first: there is no row
    qint64 lastS = -1;
    Moment moment = Moment::NotRecorded;
    std::uint64_t tornRows = 0;
};

// PREFIX_stats_history.csv into the series of a folder, row by row. With --csv-full-history there is a row for each
// name and percentiles are those of a moving window; without, only of the total and since the start of the run.
Result<History> readHistory(const QString& path, const NamesOfLocust& names, RunFolder& folder, const Onward& onward);

} // namespace ceteris::results::locust
