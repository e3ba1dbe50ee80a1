// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QLatin1StringView>

#include <array>
#include <cstddef>

namespace ceteris::plan {

// How a plan's text spells its choices, each in the order of its enumeration.
inline constexpr std::array storeNames { QLatin1StringView("memory"), QLatin1StringView("redis") };
inline constexpr std::array transportNames { QLatin1StringView("tcp"), QLatin1StringView("unix") };
inline constexpr std::array persistenceNames { QLatin1StringView("none"), QLatin1StringView("rdb"),
    QLatin1StringView("aof") };
inline constexpr std::array loadModelNames { QLatin1StringView("users"), QLatin1StringView("rate") };
inline constexpr std::array arrivalsNames { QLatin1StringView("fixed"), QLatin1StringView("poisson") };
inline constexpr std::array schemeNames { QLatin1StringView("bcrypt") };

constexpr QLatin1StringView name(StoreKind kind)
{
    return storeNames[static_cast<std::size_t>(kind)];
}

constexpr QLatin1StringView name(LoadModel model)
{
    return loadModelNames[static_cast<std::size_t>(model)];
}

} // namespace ceteris::plan
