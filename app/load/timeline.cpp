// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/timeline.h"

#include <cmath>
#include <utility>

namespace ceteris::load {

Duration fromSeconds(double seconds)
{
    return Duration(std::llround(seconds * 1e9));
}

double toSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

Phase Leg::phaseAt(Duration sinceStart) const
{
    for (const auto& window : windows) {
        if (sinceStart < window.end)
            return window.phase;
    }
    return windows.back().phase;
}

std::vector<Leg> legsOf(const Timeline& timeline)
{
    std::vector<Leg> legs;
    const auto add = [&](std::initializer_list<std::pair<Phase, double>> phases) {
        Leg leg { {}, fromSeconds(timeline.drainS) };
        Duration begin {};
        for (const auto& [phase, lengthS] : phases) {
            if (lengthS <= 0)
                continue;
            const auto end = begin + fromSeconds(lengthS);
            leg.windows.push_back({ phase, begin, end });
            begin = end;
        }
        if (!leg.windows.empty())
            legs.push_back(std::move(leg));
    };
    add({ { Phase::Login, timeline.loginS } });
    add({ { Phase::Warmup, timeline.warmupS }, { Phase::Measure, timeline.measureS } });
    add({ { Phase::Logout, timeline.logoutS } });
    return legs;
}

} // namespace ceteris::load
