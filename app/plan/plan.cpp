// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/plan.h"

namespace ceteris::plan {

std::vector<Operation> operationsOf(const Plan& plan, const Arm& arm)
{
    const auto csrf = arm.url.isEmpty() ? plan.server.csrf : !arm.mapping.csrfField.isEmpty();
    std::vector<Operation> operations;
    if (csrf)
        operations.push_back(Operation::LoginPage);
    operations.insert(operations.end(), { Operation::Login, Operation::Refresh });
    if (plan.load.writeShare > 0)
        operations.push_back(Operation::Write);
    if (plan.load.logout)
        operations.push_back(Operation::Logout);
    return operations;
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
