// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "server/metrics/histogram.h"

#include <QList>
#include <QPointF>

#include <map>

namespace ceteris::models {

// What only some tabs need of a folder, read by trial: of 200 trials × 600 s nobody looks at all at once. All of these
// read files and may take a second; call them off the window's thread.

struct TrialPhase
{
    QString name; // restart, idle, login, warmup, measure, …
    double from = 0; // since the trial began
    double to = 0;
};

struct TrialEvent
{
    double atS = 0;
    QString kind; // warning, error, disturbed …
    QString text;
};

struct TrialTimeline
{
    int trial = 0;
    std::map<QString, QList<QPointF>> series; // by metric as in timeseries.csv: seconds since the trial began, value
    std::vector<TrialPhase> phases;
    std::vector<TrialEvent> events;

    double measureStart() const; // 0 without a measure window
    double length() const;
};
TrialTimeline readTimeline(const QString& folder, int trial);

// Requests of one operation in each second, from the stream.
struct SecondOfLatency
{
    double atS = 0; // the end of the second, since the trial began
    double lengthS = 1;
    metrics::Histogram response;
};
std::vector<SecondOfLatency> readSeconds(const QString& folder, int trial, const QString& operation);

// Response times of one trial in its window; absent: no answer, or no file.
struct TrialDistribution
{
    TrialKey key;
    std::optional<metrics::Histogram> response;
};
std::vector<TrialDistribution> readDistributions(
    const Experiment& experiment, const QString& level, const QString& operation);

// All trials of an arm in blocks that count; the histograms are added, never their percentiles.
metrics::Histogram merged(
    const Experiment& experiment, const std::vector<TrialDistribution>& distributions, int arm, bool voidedToo);

// Quantile → microseconds at 0, 1 − 10^(−i/20), … as far as 10 requests lie beyond; rising.
QList<QPointF> percentileCurve(const metrics::Histogram& histogram);

} // namespace ceteris::models
