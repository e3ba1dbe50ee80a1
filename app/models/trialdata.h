// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "server/metrics/histogram.h"

#include <QList>
#include <QPointF>

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

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

// Requests of one operation in a span of time that took so long: the cells of a heat map, ten to a decade.
struct LatencyCell
{
    double lowUs = 0;
    double highUs = 0;
    double count = 0;
};
struct SecondOfLatency
{
    int trial = 0;
    double beginS = 0; // since the trial began
    std::vector<LatencyCell> cells;
};
std::vector<SecondOfLatency> readSeconds(const QString& folder, const std::set<int>& trials, const QString& operation);
std::vector<LatencyCell> cellsOf(const metrics::Histogram& histogram);

// Share of requests → microseconds, rising, as far as 10 requests lie beyond.
struct LatencyCurve
{
    QList<QPointF> points;
    std::uint64_t count = 0;
    double maxUs = 0;
};
LatencyCurve curveOf(const metrics::Histogram& histogram);

// Response times of one operation at one level, by trial and by arm. An arm's curve is that of its added histograms;
// percentiles are never averaged.
struct Distribution
{
    struct OfTrial
    {
        TrialKey key;
        LatencyCurve curve; // empty: no answer, or no file
    };
    std::vector<OfTrial> trials;
    bool isMissing = false; // there are trials, and no file of any of them
    std::map<int, LatencyCurve> arms; // blocks that count
    std::map<int, LatencyCurve> armsWithVoided;
};
Distribution readDistribution(const Experiment& experiment, const QString& level, const QString& operation);

// Where an operation is measured, since the trial began; 0 to 0 when the trial had no such phase.
std::pair<double, double> windowOf(const QString& folder, int trial, const QString& operation);

// The seconds of an arm's window, added over a few trials that count: all of a long experiment are hundreds of
// megabytes, and a few show the shape.
struct LatencyMap
{
    int arm = 0;
    int trials = 0; // that were added
    int ofTrials = 0; // that count
    std::vector<SecondOfLatency> seconds; // beginS: whole seconds since the window began; trial: 0
};
LatencyMap readLatencyMap(const Experiment& experiment, const QString& level, const QString& operation, int arm);

} // namespace ceteris::models
