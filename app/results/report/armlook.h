// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace ceteris::results {

// How an arm looks in the report, by its place in the plan: as widgets/chart/armstyle.h has it on screens, which a test
// holds the two to.
struct ArmLook
{
    enum Marker { Circle, Square, Triangle, Diamond, Down, Cross };

    const char* onLight;
    const char* onDark;
    Marker marker;
    const char* dash; // SVG's stroke-dasharray; empty: solid
};

inline constexpr std::array<ArmLook, 6> armLooks { {
    { "#0072b2", "#56b4e9", ArmLook::Circle, "" },
    { "#d55e00", "#e69f00", ArmLook::Square, "6 3" },
    { "#009e73", "#009e73", ArmLook::Triangle, "1.5 3" },
    { "#cc79a7", "#cc79a7", ArmLook::Diamond, "6 3 1.5 3" },
    { "#8a6d00", "#f0e442", ArmLook::Down, "6 3 1.5 3 1.5 3" },
    { "#5a626a", "#a3abb3", ArmLook::Cross, "" },
} };

inline const ArmLook& armLook(int arm)
{
    return armLooks[static_cast<std::size_t>(arm < 0 ? 0 : arm) % armLooks.size()];
}

} // namespace ceteris::results
