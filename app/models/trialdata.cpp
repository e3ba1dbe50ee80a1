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

std::vector<LatencyCell> cellsOf(const metrics::Histogram& histogram)
{
    constexpr double binsPerDecade = 10;
    std::map<int, double> counts;
    histogram.forEach([&](const metrics::Histogram::Bucket& it) {
        const double middle = static_cast<double>(it.lowUs + it.highUs) / 2;
        counts[static_cast<int>(std::floor(std::log10(std::max(1.0, middle)) * binsPerDecade))]
            += static_cast<double>(it.count);
    });
    std::vector<LatencyCell> cells;
    for (const auto& [bin, count] : counts)
        cells.push_back({ std::pow(10, bin / binsPerDecade), std::pow(10, (bin + 1) / binsPerDecade), count });
    return cells;
}

std::vector<SecondOfLatency> readSeconds(const QString& folder, const std::set<int>& trials, const QString& operation)
{
    std::vector<SecondOfLatency> seconds;
    // The stream's lines have their keys in order: the trial's number is at the end of a tick.
    static const QByteArrayView mark("\"trial\":");
    static const QByteArrayView behind(",\"trial_s\":");
    forEachLine(QDir(folder).filePath(results::file::live), [&](QByteArrayView line) {
        const auto tail = line.last(std::min<qsizetype>(line.size(), 160));
        const auto begin = tail.indexOf(mark) + mark.size();
        const auto end = tail.indexOf(behind);
        if (end < begin || begin < mark.size() || !trials.contains(tail.sliced(begin, end - begin).toInt()))
            return;
        const auto entry = results::entryFromLine(line.toByteArray());
        const auto* tick = entry ? std::get_if<results::Tick>(&entry->event) : nullptr;
        if (!tick || !tick->operations.contains(operation))
            return;
        if (const auto histogram = metrics::decode(tick->operations.at(operation).response))
            seconds.push_back({ tick->trial, tick->trialS - tick->lengthS, cellsOf(*histogram) });
    });
    return seconds;
}

LatencyCurve curveOf(const metrics::Histogram& histogram)
{
    constexpr double stepsPerDecade = 20;
    constexpr double fewestBeyond = 10;
    LatencyCurve curve { {}, histogram.count(), static_cast<double>(histogram.maxUs()) };
    const auto count = static_cast<double>(histogram.count());
    for (int i = 0; histogram.count() > 0; ++i) {
        const double beyond = std::pow(10, -i / stepsPerDecade);
        if (count * beyond < fewestBeyond)
            break;
        curve.points.append({ 1 - beyond, static_cast<double>(histogram.quantileUs(1 - beyond)) });
    }
    return curve;
}

Distribution readDistribution(const Experiment& experiment, const QString& level, const QString& operation)
{
    Distribution all;
    std::map<int, metrics::Histogram> counting, voidedToo;
    bool anyFile = false;
    const QString folder = QDir(experiment.path()).filePath(results::file::histograms);
    for (const auto& key : experiment.trials) {
        if (key.level != level)
            continue;
        all.trials.push_back({ key, {} });
        const auto stem = results::trialStem(key.trial, key.armName, key.level);
        const auto read = results::HistogramFile { folder, stem }.read();
        anyFile = anyFile || read.has_value();
        if (!read || key.status == u"failed")
            continue;
        for (const auto& it : *read) {
            if (it.operation != results::fileSafe(operation))
                continue;
            all.trials.back().curve = curveOf(it.response);
            voidedToo[key.arm].add(it.response);
            if (!experiment.isVoidBlock(key.block))
                counting[key.arm].add(it.response);
        }
    }
    all.isMissing = !all.trials.empty() && !anyFile;
    for (const auto& [arm, histogram] : counting)
        all.arms[arm] = curveOf(histogram);
    for (const auto& [arm, histogram] : voidedToo)
        all.armsWithVoided[arm] = curveOf(histogram);
    return all;
}

std::pair<double, double> windowOf(const QString& folder, int trial, const QString& operation)
{
    TrialTimeline timeline;
    timeline.trial = trial;
    readEvents(folder, timeline);
    const QString phase = operation.startsWith(u"login") || operation == u"image" ? u"login"_s
        : operation == u"logout"                                                  ? operation
                                                                                  : u"measure"_s;
    for (const auto& it : timeline.phases)
        if (it.name == phase)
            return { it.from, it.to };
    return {};
}

LatencyMap readLatencyMap(const Experiment& experiment, const QString& level, const QString& operation, int arm)
{
    constexpr std::size_t most = 4;
    std::vector<int> trials;
    for (const auto& it : experiment.trials)
        if (it.arm == arm && it.level == level && it.status == u"ok" && !experiment.isVoidBlock(it.block))
            trials.push_back(it.trial);
    std::map<int, std::pair<double, double>> windows; // evenly spread over the experiment
    const auto count = std::min(most, trials.size());
    for (std::size_t i = 0; i < count; ++i) {
        const int trial = trials[i * trials.size() / count];
        windows[trial] = windowOf(experiment.path(), trial, operation);
    }
    std::set<int> chosen;
    for (const auto& [trial, window] : windows)
        chosen.insert(trial);

    std::map<int, std::map<double, LatencyCell>> sums; // by second and lower end
    for (const auto& second : readSeconds(experiment.path(), chosen, operation)) {
        const auto& [from, to] = windows[second.trial];
        const int at = static_cast<int>(std::lround(second.beginS - from));
        for (const auto& it : second.cells)
            if (at >= 0 && second.beginS < to) {
                auto& sum = sums[at][it.lowUs];
                sum = { it.lowUs, it.highUs, sum.count + it.count };
            }
    }
    LatencyMap map { arm, static_cast<int>(chosen.size()), static_cast<int>(trials.size()), {} };
    for (const auto& [at, cells] : sums) {
        map.seconds.push_back({ 0, static_cast<double>(at), {} });
        for (const auto& [low, cell] : cells)
            map.seconds.back().cells.push_back(cell);
    }
    return map;
}

} // namespace ceteris::models
