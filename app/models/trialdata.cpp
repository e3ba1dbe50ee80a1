// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trialdata.h"

#include "app/results/files.h"
#include "app/results/histogramfiles.h"
#include "app/results/layout.h"
#include "app/results/stream.h"
#include "app/results/trialcolumns.h"
#include "server/metrics/histogramcodec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

// Calls use(line) for every whole line of a file that may be larger than one wants in memory.
template <class Use>
void forEachLine(const QString& path, Use use)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return;
    const auto* const bytes = reinterpret_cast<const char*>(file.map(0, file.size()));
    if (!bytes)
        return;
    const char* const end = bytes + file.size();
    for (const char* begin = bytes; begin < end;) {
        const auto* const stop
            = static_cast<const char*>(std::memchr(begin, '\n', static_cast<std::size_t>(end - begin)));
        if (!stop)
            return; // being written
        use(QByteArrayView(begin, stop - begin + 1));
        begin = stop + 1;
    }
}

void readSeries(const QString& folder, TrialTimeline& timeline)
{
    const QByteArray prefix = QByteArray::number(timeline.trial) + ',';
    forEachLine(QDir(folder).filePath(results::file::series), [&](QByteArrayView line) {
        if (!line.startsWith(prefix))
            return;
        const auto cells = results::CsvReader(line).next();
        if (const auto row = cells ? results::rowOf(results::seriesColumns(), *cells) : std::nullopt)
            timeline.series[row->metric].append({ row->tS, row->value });
    });
}

// Events count from the engine's start, series from that of the trial.
void readEvents(const QString& folder, TrialTimeline& timeline)
{
    const auto bytes = results::readWhole(QDir(folder).filePath(results::file::events));
    if (!bytes)
        return;
    results::CsvReader reader(*bytes);
    reader.next(); // the header
    double start = 0;
    while (const auto cells = reader.next()) {
        const auto row = results::rowOf(results::eventColumns(), *cells);
        if (!row || row->trial != timeline.trial)
            continue;
        if (row->kind == u"trial_started")
            start = row->tS;
        const double at = row->tS - start;
        if (!timeline.phases.empty() && (row->kind == u"phase" || row->kind == u"trial_finished"))
            timeline.phases.back().to = at;
        if (row->kind == u"phase")
            timeline.phases.push_back({ row->text, at, at });
        else if (row->kind != u"trial_started" && row->kind != u"trial_finished")
            timeline.events.push_back({ at, row->kind, row->text });
    }
}

} // namespace

double TrialTimeline::measureStart() const
{
    for (const auto& phase : phases)
        if (phase.name == u"measure")
            return phase.from;
    return 0;
}

double TrialTimeline::length() const
{
    double last = phases.empty() ? 0 : phases.back().to;
    for (const auto& [metric, points] : series)
        last = std::max(last, points.isEmpty() ? 0 : points.back().x());
    return last;
}

TrialTimeline readTimeline(const QString& folder, int trial)
{
    TrialTimeline timeline;
    timeline.trial = trial;
    readSeries(folder, timeline);
    readEvents(folder, timeline);
    return timeline;
}

std::vector<SecondOfLatency> readSeconds(const QString& folder, int trial, const QString& operation)
{
    std::vector<SecondOfLatency> seconds;
    // The stream's lines have their keys in order: these are at the end of a tick.
    const QByteArray mark = "\"trial\":" + QByteArray::number(trial) + ",\"trial_s\":";
    forEachLine(QDir(folder).filePath(results::file::live), [&](QByteArrayView line) {
        if (!line.last(std::min<qsizetype>(line.size(), 160)).contains(mark))
            return;
        const auto entry = results::entryFromLine(line.toByteArray());
        const auto* tick = entry ? std::get_if<results::Tick>(&entry->event) : nullptr;
        const auto found = tick ? tick->operations.find(operation) : decltype(tick->operations.end()) {};
        if (!tick || found == tick->operations.end())
            return;
        if (auto histogram = metrics::decode(found->second.response))
            seconds.push_back({ tick->trialS, tick->lengthS, *std::move(histogram) });
    });
    return seconds;
}

std::vector<TrialDistribution> readDistributions(
    const Experiment& experiment, const QString& level, const QString& operation)
{
    std::vector<TrialDistribution> all;
    const QString folder = QDir(experiment.path()).filePath(results::file::histograms);
    for (const auto& key : experiment.trials) {
        if (key.level != level)
            continue;
        all.push_back({ key, std::nullopt });
        const auto read
            = results::HistogramFile { folder, results::trialStem(key.trial, key.armName, key.level) }.read();
        if (!read)
            continue;
        for (const auto& it : *read)
            if (it.operation == results::fileSafe(operation) && !it.response.isEmpty())
                all.back().response = it.response;
    }
    return all;
}

metrics::Histogram merged(
    const Experiment& experiment, const std::vector<TrialDistribution>& distributions, int arm, bool voidedToo)
{
    metrics::Histogram sum;
    for (const auto& it : distributions)
        if (it.key.arm == arm && it.response && it.key.status != u"failed"
            && (voidedToo || !experiment.isVoidBlock(it.key.block)))
            sum.add(*it.response);
    return sum;
}

QList<QPointF> percentileCurve(const metrics::Histogram& histogram)
{
    constexpr double stepsPerDecade = 20;
    constexpr double fewestBeyond = 10;
    QList<QPointF> points;
    const auto count = static_cast<double>(histogram.count());
    for (int i = 0;; ++i) {
        const double beyond = std::pow(10, -i / stepsPerDecade);
        if (count * beyond < fewestBeyond)
            return points;
        points.append({ 1 - beyond, static_cast<double>(histogram.quantileUs(1 - beyond)) });
    }
}

} // namespace ceteris::models
