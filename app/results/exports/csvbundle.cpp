// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/csvbundle.h"

#include "app/results/column.h"
#include "app/results/exports/secrets.h"
#include "app/results/exports/trialphases.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/resultsfolder.h"

#include <QFile>

#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr auto readme = R"(# %EXPERIMENT%: the tables

One table for each kind of thing; a row is one observation.

| file | one row is |
| --- | --- |
| trials.csv | one trial x operation: counts, rates, percentiles of response and service time, CPU, memory |
| tidy.csv | one second of one trial and one figure, with arm, level, block and phase beside it (the long form) |
| timeseries.csv | the same figures as tidy.csv, as they were recorded, by trial |
| events.csv | something that happened, and when |
| checks.csv | one thing that was asked of a trial beside its figures, with its limits |
| violations.csv | a promise to a user that a session store broke |
| faults.csv | something the plan did to an arm in a trial, and what its users saw of it |
| comparison.csv | one arm against the control in one figure: ratio, interval, blocks, verdict |
| verdict.json | what was decided, what it stands on, what was left out and why |
| manifest.json | versions, machine, seeds, schedule, and the SHA-256 of each file |
| plan.ceteris.toml | the plan that was run; passwords are replaced by *** |

- UTF-8, comma, RFC 4180. The decimal sign is a point; there is no sign between thousands.
- In tidy.csv, phase is the one that the second ended in; t_s is that end, since the trial began.
- An empty cell was not measured. It is never 0.
- The unit is in the column's name (_us: microseconds, _s: seconds, _bytes, _per_s) or in the column "unit".
- Times are those of requests that ended well, counted from the moment the request was planned (response) or sent
  (service). Percentiles have 3 significant digits and are those of a histogram: the upper end of the first bucket with
  at least a share q of all values at or below it. They are never averaged; do not average them either.
- A text that begins with = + - or @ has a ' in front, so that no spreadsheet runs it. Numbers are as they were measured.
- The evidence is the trial, not the request: compare arms by block, and leave out status "void" and "failed".

## pandas
```python
import pandas as pd
trials = pd.read_csv("trials.csv")
good = trials[(trials.status == "ok") & (trials.operation == "refresh")]
print(good.pivot_table(index="block", columns=["level", "arm"], values="response_p99_us"))

tidy = pd.read_csv("tidy.csv")
p99 = tidy[(tidy.metric == "response_p99") & (tidy.operation == "refresh") & (tidy.phase == "measure")]
p99.pivot_table(index="t_s", columns=["arm", "trial"], values="value").plot()
```

## R
```r
library(readr); library(dplyr); library(tidyr)
trials <- read_csv("trials.csv")
trials |> filter(status == "ok", operation == "refresh") |>
  select(block, level, arm, response_p99_us) |> pivot_wider(names_from = arm, values_from = response_p99_us)
```
)";

// A row of tidy.csv: what was measured and all that is known of its trial.
struct TidyRow
{
    QString experiment, arm, level;
    int block = 0, trial = 0, position = 0;
    QString status, phase;
    double tS = 0;
    QString metric, operation; // operation: empty for figures of the whole arm
    double value = 0;
    QString unit;
};

const Columns<TidyRow>& tidyColumns()
{
    static const Columns<TidyRow> columns {
        column("experiment", &TidyRow::experiment),
        column("arm", &TidyRow::arm),
        column("level", &TidyRow::level),
        column("block", &TidyRow::block),
        column("trial", &TidyRow::trial),
        column("position", &TidyRow::position),
        column("status", &TidyRow::status),
        column("phase", &TidyRow::phase),
        column("t_s", &TidyRow::tS),
        column("metric", &TidyRow::metric),
        column("operation", &TidyRow::operation),
        column("value", &TidyRow::value),
        column("unit", &TidyRow::unit),
    };
    return columns;
}

Result<QByteArray> tidyCsv(const QString& folder, const Results& results)
{
    const auto series = readSeries(folder);
    if (!series)
        return tl::unexpected(series.error());
    const auto phases = readTrialPhases(folder);
    if (!phases)
        return tl::unexpected(phases.error());
    std::map<int, TidyRow> trials;
    for (const auto& row : results.trials)
        trials.try_emplace(row.trial,
            TidyRow { row.experiment, row.arm, row.level, row.block, row.trial, row.position, row.status, {}, 0, {}, {},
                0, {} });
    auto bytes = csvRow(namesOf(tidyColumns()));
    for (const auto& row : *series) {
        const auto trial = trials.find(row.trial);
        if (trial == trials.end())
            continue;
        auto tidy = trial->second;
        tidy.phase = phaseAt(*phases, row.trial, row.tS);
        tidy.tS = row.tS;
        tidy.metric = row.metric.section(u'.', 0, 0);
        tidy.operation = row.metric.section(u'.', 1);
        tidy.value = row.value;
        tidy.unit = row.unit;
        bytes += csvRow(tidyColumns(), tidy);
    }
    return bytes;
}

} // namespace

Result<std::vector<NamedFile>> csvBundle(const QString& folder)
{
    const auto results = readResults(folder);
    if (!results)
        return tl::unexpected(results.error());
    std::vector<NamedFile> files { { u"README.md"_s,
        QByteArray(readme).replace("%EXPERIMENT%", results->plan.name.toUtf8()) } };
    for (const auto& name : { file::trials, file::series, file::events, file::checks, file::violations, file::faults,
             file::comparison, file::verdict, file::manifest, file::plan }) {
        const QString path = folder + u'/' + name;
        if (!QFile::exists(path)) // an experiment under way has no verdict yet
            continue;
        auto bytes = readWhole(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        files.push_back({ name, name == file::plan ? withoutSecrets(*bytes) : *std::move(bytes) });
    }
    auto tidy = tidyCsv(folder, *results);
    if (!tidy)
        return tl::unexpected(tidy.error());
    files.push_back({ u"tidy.csv"_s, *std::move(tidy) });
    return files;
}

} // namespace ceteris::results
