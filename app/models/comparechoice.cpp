// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparechoice.h"

#include "app/models/historymodel.h"

#include <algorithm>

namespace ceteris::models {
namespace {

int firstTreated(const Experiment& experiment)
{
    const auto& arms = experiment.results.plan.arms;
    return arms.size() > 1 && !arms[1].isTwin ? 1 : 0;
}

// Imported runs of one name have no plan in common.
bool isOfPlan(const HistoryEntry& entry)
{
    return entry.standing != Standing::Unreadable && entry.standing != Standing::Imported;
}

// The latest readable experiment of a plan from a row on; null: there is none.
const HistoryEntry* latestOf(const HistoryModel& history, const QString& plan, int from, const QString& except = {})
{
    for (int row = from; row < history.rowCount(); ++row) {
        const auto* const it = history.entry(row);
        if (it->name == plan && it->folder != except && isOfPlan(*it))
            return it;
    }
    return nullptr;
}

} // namespace

QList<Side> sidesOf(const QList<ExperimentPtr>& experiments)
{
    QList<Side> sides;
    if (experiments.size() != 1) {
        for (const auto& experiment : experiments)
            sides.append({ experiment, firstTreated(*experiment) });
        return sides;
    }
    const auto& arms = experiments.front()->results.plan.arms;
    for (int arm = 0; arm < static_cast<int>(arms.size()) && sides.size() < mostSides; ++arm)
        if (!arms[static_cast<std::size_t>(arm)].isTwin)
            sides.append({ experiments.front(), arm });
    return sides;
}

QStringList latestTwoOf(const HistoryModel& history)
{
    for (int row = 0; row < history.rowCount(); ++row) {
        const auto* const newer = history.entry(row);
        if (!isOfPlan(*newer))
            continue;
        if (const auto* const older = latestOf(history, newer->name, row + 1))
            return { older->folder, newer->folder };
    }
    return {};
}

QString secondFor(const HistoryModel& history, const Experiment& first)
{
    const auto* const found = latestOf(history, first.name(), 0, first.path());
    return found ? found->folder : QString();
}

Fairness fairnessOf(const QList<Side>& sides, const std::vector<SideDifference>& differences)
{
    Fairness fairness;
    fairness.spoiling = static_cast<int>(std::ranges::count(differences, true, &SideDifference::spoils));
    for (const auto& side : sides) {
        fairness.isPreliminary = fairness.isPreliminary || isUnderWay(side.experiment->progress);
        for (const auto& it : side.experiment->verdict.objections)
            if (it.refuses && !fairness.grounds.contains(it.text))
                fairness.grounds += it.text;
    }
    return fairness;
}

} // namespace ceteris::models
