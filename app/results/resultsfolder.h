// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/results/checkrow.h"
#include "app/results/faultrow.h"
#include "app/results/trialrow.h"
#include "app/results/violationrow.h"
#include "server/metrics/histogram.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <set>
#include <vector>

namespace ceteris::results {

struct SeriesRow // timeseries.csv
{
    int trial = 0;
    QString arm;
    double tS = 0; // since the trial began
    QString metric;
    double value = 0;
    QString unit;
};

struct EventRow // events.csv
{
    double tS = 0; // since the experiment (or its latest resumption) began
    QString timeUtc;
    int trial = 0; // 0: none
    QString source; // "run", "redis", "server", "user", …
    QString kind; // "trial_started", "phase", "warning", …
    QString text;
};

struct TrialHistograms
{
    QString operation;
    metrics::Histogram response;
    metrics::Histogram service;
};

// A trial as it goes into the folder.
struct FinishedTrial
{
    std::vector<TrialRow> rows; // one for each operation class of the plan
    std::vector<TrialHistograms> histograms; // of those with an answer
    std::vector<CheckRow> checks;
    std::vector<ViolationRow> violations;
    std::vector<FaultRow> faults {}; // that the plan brought about
};

// The folder of one experiment while it is written. Append-only, whole rows only; a trial is there when its rows are in
// trials.csv, which are written last and in one piece. One writer at a time (a lock in the folder).
class ResultsFolder
{
public:
    // Makes <root>/<UTC time>-<plan name>/ with the plan's text.
    static Result<std::unique_ptr<ResultsFolder>> create(
        const QString& root, const plan::Plan& plan, const QByteArray& planText);

    // Opens a folder that was cut off at any byte: what belongs to no finished trial is cut from the tables.
    static Result<std::unique_ptr<ResultsFolder>> resume(const QString& path);
    ~ResultsFolder();

    QString path() const;
    QString experiment() const; // the folder's name
    const plan::Plan& plan() const;
    std::set<int> finishedTrials() const;

    Result<void> live(const QJsonObject& event); // one line of live.ndjson
    Result<void> event(const EventRow& row);
    Result<void> series(const std::vector<SeriesRow>& rows);
    Result<void> checks(const std::vector<CheckRow>& rows); // of no trial
    Result<void> violations(const std::vector<ViolationRow>& rows); // likewise
    Result<void> commitTrial(const FinishedTrial& trial);
    // Replaces manifest.json. Once it says "complete": true it adds the hashes of all files but live.ndjson and
    // annotations.json, so the last call belongs behind the last event.
    Result<void> manifest(const QJsonObject& manifest);

private:
    class Impl;
    explicit ResultsFolder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// A folder as it is read: for tables, exports and, later, analysis.
struct Results
{
    QString path;
    plan::Plan plan;
    QJsonObject manifest;
    std::vector<TrialRow> trials;
    std::vector<CheckRow> checks; // empty for a folder without checks.csv
    std::vector<FaultRow> faults {}; // likewise of faults.csv
};
Result<Results> readResults(const QString& path); // only whole trials, also while it is written
Result<std::vector<CheckRow>> readChecks(const QString& path); // checks.csv, in its order; empty without the file
Result<std::vector<FaultRow>> readFaults(const QString& path); // faults.csv, in its order; empty without the file
Result<std::vector<SeriesRow>> readSeries(const QString& path); // timeseries.csv, in its order

} // namespace ceteris::results
