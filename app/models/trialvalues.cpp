// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trialvalues.h"

#include "app/models/experimentwords.h"
#include "app/models/livewords.h"
#include "app/results/comparedmetric.h"
#include "app/results/contrast.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::models {

namespace {

// The total first: that of which most is known.
std::vector<Measure> importedMeasures(const results::ImportedRun& run)
{
    std::vector<Measure> all;
    for (const auto& it : run.operations)
        for (const auto& metric : { u"response_p99"_s, u"response_p95"_s, u"response_p50"_s })
            all.push_back({ results::importedLevel, it.operation, metric });
    return all;
}

} // namespace

Measure registeredMeasure(const plan::Plan& plan)
{
    return { plan.levels[plan::decisionLevel(plan)].name, plan.decision.operation, plan.decision.metric };
}

std::vector<Measure> measuresOf(const Experiment& experiment)
{
    const auto first = registeredMeasure(experiment.results.plan);
    std::vector<Measure> all { first };
    if (experiment.imported)
        return importedMeasures(*experiment.imported);
    for (const auto& it : experiment.verdict.comparisons) {
        const Measure measure { it.level, it.operation, it.metric };
        if (!it.errors && it.metric != u"error_rate" && std::ranges::find(all, measure) == all.end())
            all.push_back(measure);
    }
    return all;
}

QString measureText(const plan::Plan& plan, const Measure& it)
{
    const QString text = operationText(it.operation) + u' ' + metricText(it.metric);
    return plan.levels.size() > 1 ? QString(it.level + u" · " + text) : text;
}

std::vector<TrialValue> valuesOf(const Experiment& experiment, const Measure& measure)
{
    std::vector<TrialValue> values;
    const auto& metrics = results::comparedMetrics();
    const auto metric = std::ranges::find(metrics, measure.metric, &results::ComparedMetric::name);
    if (metric == metrics.end())
        return values;
    const auto fates = results::fatesOf(experiment.results.plan, experiment.results.trials);
    for (const auto& row : experiment.results.trials) {
        if (row.level != measure.level || row.operation != measure.operation || row.status == u"failed")
            continue;
        if (const auto value = metric->value(row)) {
            const auto key = std::ranges::find(experiment.trials, row.trial, &TrialKey::trial);
            values.push_back({ *key, *value, fates.valid.contains(row.block) });
        }
    }
    return values;
}

std::optional<double> typicalOf(const Experiment& experiment, const Measure& measure, int arm)
{
    if (experiment.imported) { // one trial: it is the typical one
        const auto values = valuesOf(experiment, measure);
        return values.empty() ? std::nullopt : std::optional(values.front().value);
    }
    const auto& name = experiment.results.plan.arms[static_cast<std::size_t>(arm)].name;
    for (const auto& it : experiment.verdict.comparisons)
        if (Measure { it.level, it.operation, it.metric } == measure && (it.arm == name || it.control == name))
            return it.arm == name ? it.armTypical : it.controlTypical;
    return std::nullopt;
}

} // namespace ceteris::models
