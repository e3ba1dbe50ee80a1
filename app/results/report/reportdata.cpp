// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/reportdata.h"

#include "app/results/contrast.h"
#include "app/results/exports/liveticks.h"
#include "app/results/histogramfiles.h"
#include "app/results/layout.h"
#include "server/metrics/histogramcodec.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double fewestBeyond = 10; // requests beyond a percentile that is drawn
constexpr int mostBins = 120;

// Its block was not disturbed: what the verdict does not stand on is not drawn either.
bool counts(const TrialRow& row, const Fates& fates)
{
    return row.status == u"ok" && !fates.voided.contains(row.block);
}

// The histograms of the trials that count, by level, operation and arm.
Result<std::vector<Distribution>> readDistributions(const ReportData& data)
{
    using Key = std::tuple<QString, QString, int>;
    std::map<Key, std::pair<Distribution, metrics::Histogram>> all;
    std::set<int> read;
    const auto fates = fatesOf(data.plan(), data.results.trials);
    for (const auto& row : data.results.trials) {
        if (!counts(row, fates) || !read.insert(row.trial).second)
            continue;
        const auto folder = QString(data.results.path % u'/' % file::histograms);
        const auto trial = HistogramFile { folder, trialStem(row.trial, row.arm, row.level) }.read();
        if (!trial)
            return tl::unexpected(trial.error());
        const int arm = data.armIndex(row.arm);
        for (const auto& part : *trial) {
            auto& [distribution, merged] = all[{ row.level, part.operation, arm }];
            distribution.arm = arm;
            distribution.level = row.level;
            distribution.operation = part.operation;
            distribution.trials.push_back(curveOf(part.response));
            merged.add(part.response);
        }
    }
    std::vector<Distribution> distributions;
    for (auto& [key, value] : all) {
        auto& [distribution, merged] = value;
        distribution.all = curveOf(merged);
        distribution.requests = merged.count();
        distribution.maxUs = static_cast<double>(merged.maxUs());
        distributions.push_back(std::move(distribution));
    }
    return distributions;
}

// Encoded histograms by arm and second; they are put together only when all are there and one bin at a time.
using Seconds = std::map<int, std::map<int, QList<QByteArray>>>;

Result<Seconds> readSeconds(const ReportData& data)
{
    std::map<int, int> arms; // of the trials that count, by trial
    const auto fates = fatesOf(data.plan(), data.results.trials);
    for (const auto& row : data.results.trials)
        if (counts(row, fates) && row.level == data.decisionLevel())
            arms[row.trial] = data.armIndex(row.arm);
    Seconds seconds;
    const auto& operation = data.plan().decision.operation;
    const auto visited = visitTicks(data.results.path, [&](const LiveTick& it) {
        const auto arm = arms.find(it.tick.trial);
        const auto tick = it.tick.operations.find(operation);
        if (arm != arms.end() && tick != it.tick.operations.end() && !tick->second.response.isEmpty())
            seconds[arm->second][static_cast<int>(it.endS - it.tick.lengthS / 2)].append(tick->second.response);
    });
    if (!visited)
        return tl::unexpected(visited.error());
    return seconds;
}

TimeBin binOf(double tS, const QList<QByteArray>& encoded)
{
    metrics::Histogram merged;
    for (const auto& it : encoded)
        if (const auto histogram = metrics::decode(it))
            merged.add(*histogram);
    const auto quantile = [&merged](double q) { return static_cast<double>(merged.quantileUs(q)); };
    return { tS, quantile(0.5), quantile(0.95), quantile(0.99) };
}

OverTime overTimeOf(int arm, const std::map<int, QList<QByteArray>>& seconds)
{
    OverTime overTime { arm, {}, {}, 1 };
    const int length = seconds.rbegin()->first + 1;
    const int binS = (length + mostBins - 1) / mostBins;
    overTime.binS = binS;
    std::map<int, QList<QByteArray>> bins;
    for (const auto& [second, encoded] : seconds)
        bins[second / binS] += encoded;
    for (const auto& [bin, encoded] : bins)
        overTime.bins.push_back(binOf((bin + 0.5) * binS, encoded));
    return overTime;
}

Result<std::vector<OverTime>> readOverTime(const ReportData& data)
{
    const auto seconds = readSeconds(data);
    if (!seconds)
        return tl::unexpected(seconds.error());
    const auto phases = readTrialPhases(data.results.path);
    if (!phases)
        return tl::unexpected(phases.error());
    const auto fates = fatesOf(data.plan(), data.results.trials);
    std::vector<OverTime> all;
    for (const auto& [arm, ofArm] : *seconds) {
        auto overTime = overTimeOf(arm, ofArm);
        const auto trial = std::ranges::find_if(data.results.trials, [&](const TrialRow& row) {
            return counts(row, fates) && row.level == data.decisionLevel() && data.armIndex(row.arm) == arm;
        });
        if (const auto found = phases->find(trial->trial); found != phases->end())
            overTime.phases = found->second;
        all.push_back(std::move(overTime));
    }
    return all;
}

// What the machine was asked at the latest start.
std::vector<PreflightRow> readPreflight(const QString& folder)
{
    std::vector<PreflightRow> rows;
    QFile live(folder + u'/' + file::live);
    if (!live.open(QIODevice::ReadOnly))
        return rows;
    while (!live.atEnd()) {
        const auto line = live.readLine();
        if (!line.contains("\"type\":\"preflight\""))
            continue;
        if (const auto entry = entryFromLine(line))
            if (const auto* asked = std::get_if<Preflight>(&entry->event))
                rows = asked->rows;
    }
    return rows;
}

} // namespace

Curve curveOf(const metrics::Histogram& histogram)
{
    constexpr double step = 0.05;
    Curve curve;
    const auto count = static_cast<double>(histogram.count());
    for (int i = 0;; ++i) {
        const double beyond = std::pow(10, -i * step);
        if (count * beyond < fewestBeyond)
            return curve;
        curve.append({ i * step, static_cast<double>(histogram.quantileUs(1 - beyond)) });
    }
}

int ReportData::armIndex(const QString& name) const
{
    const auto found = std::ranges::find(plan().arms, name, &plan::Arm::name);
    return found == plan().arms.end() ? 0 : static_cast<int>(found - plan().arms.begin());
}

QString ReportData::decisionLevel() const
{
    return plan().levels[plan::decisionLevel(plan())].name;
}

Result<ReportData> readReportData(const QString& folder)
{
    auto results = readResults(folder);
    if (!results)
        return tl::unexpected(results.error());
    ReportData data;
    data.results = *std::move(results);
    const auto& [path, plan, manifest, trials, checks, faults] = data.results;
    data.comparisons = compare(plan, trials, checks);
    data.objections = objections(plan, trials, checks);
    data.oracle = oracleSummaries(plan, checks);
    data.loadDependence = loadDependence(plan, trials, data.comparisons);
    data.verdict = verdictJson(plan, trials, checks, data.comparisons);
    data.isComplete = manifest.value(u"complete"_s).toBool();
    data.preflight = readPreflight(path);
    auto distributions = readDistributions(data);
    if (!distributions)
        return tl::unexpected(distributions.error());
    data.distributions = *std::move(distributions);
    auto overTime = readOverTime(data);
    if (!overTime)
        return tl::unexpected(overTime.error());
    data.overTime = *std::move(overTime);
    return data;
}

} // namespace ceteris::results
