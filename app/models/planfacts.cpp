// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/planfacts.h"

#include "app/plan/differences.h"
#include "app/plan/schedule.h"

#include <algorithm>

namespace ceteris::models {

QList<ArmDifference> armDifferences(const plan::Plan& withTwin)
{
    const auto plan = plan::withoutTwin(withTwin);
    QList<ArmDifference> found;
    for (std::size_t i = 1; i < plan.arms.size(); ++i) {
        for (const auto& [key, value, control] : plan::differences(plan.arms[i], plan.arms.front())) {
            auto known = std::ranges::find(found, key, &ArmDifference::key);
            if (known == found.end()) {
                const auto everywhere = QStringList(static_cast<qsizetype>(plan.arms.size()), control);
                found.push_back({ key, everywhere, plan.factor.contains(key) });
                known = found.end() - 1;
            }
            known->values[static_cast<qsizetype>(i)] = value;
        }
    }
    if (plan.factor.isEmpty() && !found.isEmpty())
        found.front().intended = true;
    return found;
}

PlanSize sizeOf(const plan::Plan& plan)
{
    PlanSize size;
    size.arms = static_cast<int>(plan::withoutTwin(plan).arms.size());
    size.blocks = plan::mostBlocks(plan);
    int inBlock = 0;
    for (std::size_t level = 0; level < plan.levels.size(); ++level)
        inBlock += static_cast<int>(
            std::ranges::count_if(plan.arms, [&](const plan::Arm& arm) { return plan::runsAt(plan, arm, level); }));
    size.trials = inBlock * size.blocks;
    size.seconds = plan::experimentSeconds(plan);
    size.bytes = plan::experimentBytes(plan);
    return size;
}

} // namespace ceteris::models
