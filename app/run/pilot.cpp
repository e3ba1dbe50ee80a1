// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/pilot.h"

#include "app/plan/rules.h"
#include "app/stats/warmup.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr int pilotBlocks = 2;
constexpr double fewestPerWindow = 20; // requests: below, a median of a second says little
constexpr double safety = 1.5;
constexpr double stepS = 5;
constexpr double shortestS = 10;

// Values of one metric of one trial by whole seconds since its measure window began.
using Seconds = std::map<int, double>;

struct TrialSeries
{
    std::map<QString, Seconds> metrics;

    std::optional<double> at(const QString& metric, int second) const
    {
        const auto found = metrics.find(metric);
        if (found == metrics.end())
            return std::nullopt;
        const auto value = found->second.find(second);
        return value == found->second.end() ? std::nullopt : std::optional(value->second);
    }
};

TrialSeries seriesOf(int trial, const std::vector<results::SeriesRow>& all, double loginS)
{
    TrialSeries series;
    for (const auto& row : all)
        if (row.trial == trial && row.tS > loginS)
            series.metrics[row.metric].insert_or_assign(static_cast<int>(row.tS - loginS), row.value);
    return series;
}

// Where refreshes begin: until then only logins were answered.
double beginningOf(int trial, const std::vector<results::SeriesRow>& all)
{
    for (const auto& row : all)
        if (row.trial == trial && row.metric == u"requests_per_s.refresh" && row.value >= fewestPerWindow)
            return row.tS - 1;
    return 0;
}

stats::Windows windowsOf(const TrialSeries& series, double lengthS, const auto& figure)
{
    stats::Windows windows(static_cast<std::size_t>(lengthS));
    for (std::size_t second = 0; second < windows.size(); ++second) {
        const auto perS = series.at(u"requests_per_s.refresh"_s, static_cast<int>(second));
        if (perS && *perS >= fewestPerWindow)
            windows[second] = figure(static_cast<int>(second), *perS);
    }
    return windows;
}

PilotFinding findingOf(const results::TrialRow& row, const QString& figure, const stats::Windows& windows)
{
    const auto cut = stats::mser5(windows);
    return { row.trial, row.arm, figure, cut ? std::optional(static_cast<double>(cut->windows)) : std::nullopt,
        !cut || cut->converged };
}

} // namespace

plan::Plan pilotPlan(const plan::Plan& plan, double lengthS)
{
    auto pilot = plan::withoutTwin(plan);
    pilot.name = plan::derivedName(plan.name, u"-pilot"_s);
    pilot.question = u"How long does it take until every arm answers as it will go on answering?"_s;
    pilot.twin = false;
    pilot.blocks = pilotBlocks;
    pilot.levels = { plan.levels[plan::decisionLevel(plan)] };
    pilot.decision.level.clear();
    pilot.decision.stopping = plan::Stopping::Fixed;
    pilot.phases.warmupS = 0;
    pilot.phases.measureS = lengthS;
    pilot.guard.action = plan::GuardAction::Mark;
    pilot.oracle.probes = false;
    return pilot;
}

std::vector<PilotFinding> findingsOf(const plan::Plan& pilot, const std::vector<results::TrialRow>& trials,
    const std::vector<results::SeriesRow>& series)
{
    std::vector<PilotFinding> findings;
    for (const auto& row : trials) {
        if (row.operation != u"refresh" || row.status != u"ok")
            continue;
        const auto mine = seriesOf(row.trial, series, beginningOf(row.trial, series));
        const auto p50 = [&](int second, double) { return mine.at(u"response_p50.refresh"_s, second); };
        const auto cpu = [&](int second, double perS) -> std::optional<double> {
            const auto app = mine.at(u"cpu_app"_s, second);
            return app ? std::optional((*app + mine.at(u"cpu_store"_s, second).value_or(0)) / perS) : std::nullopt;
        };
        const auto lengthS = pilot.phases.measureS;
        findings.push_back(findingOf(row, u"p50 of refresh"_s, windowsOf(mine, lengthS, p50)));
        findings.push_back(findingOf(row, u"CPU per request"_s, windowsOf(mine, lengthS, cpu)));
    }
    return findings;
}

std::optional<double> warmupFrom(const std::vector<PilotFinding>& findings)
{
    std::optional<double> longest;
    for (const auto& finding : findings) {
        if (!finding.converged)
            return std::nullopt;
        if (finding.settledS)
            longest = std::max(longest.value_or(0), *finding.settledS);
    }
    if (!longest)
        return std::nullopt;
    return std::max(shortestS, std::ceil(safety * *longest / stepS) * stepS);
}

} // namespace ceteris::run
