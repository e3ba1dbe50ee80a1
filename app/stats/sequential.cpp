// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/sequential.h"

#include "app/stats/verdict.h"

#include <cmath>

namespace ceteris::stats {

std::optional<Look> lookAt(int blocks)
{
    std::optional<Look> reached;
    for (const auto& look : looks)
        if (blocks >= look.blocks)
            reached = look;
    return reached;
}

std::optional<double> halfWidth(const Paired& paired)
{
    if (!paired.interval)
        return std::nullopt;
    return std::expm1(std::log(paired.interval->high / paired.interval->low) / 2);
}

bool preciseEnough(const Paired& paired, double target)
{
    const auto half = halfWidth(paired);
    return paired.blocks >= confirmedFrom && half && *half <= target;
}

} // namespace ceteris::stats
