// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/export.h"

#include "app/results/files.h"
#include "app/results/locust.h"

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr auto readme = R"(These files have the columns of Locust's --csv output; the prefix is <arm>-<level>.
What the columns mean, where it is not what Locust means by them:

- Only trials with status ok are in, and only requests of their measured windows.
- Names are the operations of trials.csv. Each is measured in a phase of its own; Aggregated is the sum of all.
- Times are milliseconds with decimals, to 3 significant digits, of successful requests only, counted from the moment
  the request was planned (response time), not from the moment it was sent.
- Requests/s and Failures/s in _stats.csv are per second of the phase; in Aggregated per second of all phases.
- _stats_history.csv: rates and percentiles are those of the one second before Timestamp, not of the last 10 seconds
  and not since the start. Total Request Count and Total Failure Count are since the first trial, over all trials and
  phases, warm-up included, and are made from the rates.
- A second in which several operations ran has no percentiles in Aggregated: percentiles do not add up.
- First Seen and Last Seen are the starts of the first and the last trial with that failure.
- N/A: not measured, or no request ended well.
)";

} // namespace

Result<QStringList> exportLocust(const QString& folder, const QString& outputDir)
{
    const auto cells = readResults(folder).and_then(cellsOf);
    if (!cells)
        return tl::unexpected(cells.error());
    const auto series = readSeries(folder);
    if (!series)
        return tl::unexpected(series.error());
    if (const auto made = makeFolder(outputDir); !made)
        return tl::unexpected(made.error());

    std::vector<std::pair<QString, QByteArray>> contents { { u"README.txt"_s, readme } };
    for (const auto& cell : *cells) {
        contents.emplace_back(cell.stem + u"_stats.csv", locust::stats(cell));
        contents.emplace_back(cell.stem + u"_stats_history.csv", locust::history(cell, *series));
        contents.emplace_back(cell.stem + u"_failures.csv", locust::failures(cell));
    }
    QStringList files;
    for (const auto& [name, bytes] : contents) {
        files += outputDir + u'/' + name;
        if (const auto written = replaceFile(files.last(), bytes); !written)
            return tl::unexpected(written.error());
    }
    return files;
}

} // namespace ceteris::results
