// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/plan.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::plan {

std::vector<Operation> operationsOf(const Plan& plan, const Arm& arm)
{
    const auto csrf = arm.url.isEmpty() ? plan.server.csrf : !arm.mapping.csrfField.isEmpty();
    std::vector<Operation> operations;
    if (csrf)
        operations.push_back(Operation::LoginPage);
    operations.push_back(Operation::Login);
    if (plan.load.imageKib > 0)
        operations.push_back(Operation::Image);
    operations.push_back(Operation::Refresh);
    if (plan.load.writeShare > 0)
        operations.push_back(Operation::Write);
    if (plan.load.botShare > 0)
        operations.push_back(Operation::Visit);
    if (renews(plan, arm))
        operations.push_back(Operation::Renew);
    if (plan.load.logout)
        operations.push_back(Operation::Logout);
    return operations;
}

std::size_t decisionLevel(const Plan& plan)
{
    const auto named
        = std::ranges::find_if(plan.levels, [&plan](const Level& it) { return it.name == plan.decision.level; });
    return named != plan.levels.end() ? static_cast<std::size_t>(named - plan.levels.begin()) : plan.levels.size() - 1;
}

int mostBlocks(const Plan& plan)
{
    switch (plan.decision.stopping) {
    case Stopping::Fixed:
        break;
    case Stopping::Precision:
        return plan.decision.maxBlocks;
    case Stopping::Sequential:
        return sequentialLooks.back();
    }
    return plan.blocks;
}

bool runsAt(const Plan& plan, const Arm& arm, std::size_t level)
{
    return !arm.isTwin || level == decisionLevel(plan);
}

Plan withTwin(Plan plan)
{
    if (!plan.twin || plan.arms.empty() || plan.arms.back().isTwin)
        return plan;
    auto twin = plan.arms.front();
    twin.name += u" twin"_s;
    twin.isTwin = true;
    plan.arms.push_back(twin);
    return plan;
}

Plan withoutTwin(Plan plan)
{
    std::erase_if(plan.arms, [](const Arm& arm) { return arm.isTwin; });
    return plan;
}

double longestTrialS(const Plan& plan)
{
    double longest = 0;
    for (const auto& level : plan.levels)
        longest = std::max(longest, loginWindowS(plan, level) + logoutWindowS(plan, level));
    return longest + plan.phases.warmupS + plan.phases.measureS + 3 * plan.phases.drainS;
}

bool renews(const Plan& plan, const Arm& arm)
{
    return arm.url.isEmpty() && arm.store == StoreKind::Token && arm.token.accessS < std::ceil(longestTrialS(plan));
}

double loginWindowS(const Plan& plan, const Level& level)
{
    return level.users / plan.load.spawnPerS + plan.phases.loginGraceS;
}

double logoutWindowS(const Plan& plan, const Level& level)
{
    return plan.load.logout ? level.users / plan.load.spawnPerS : 0;
}

} // namespace ceteris::plan
