// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/random.h"

#include <cmath>

namespace ceteris::load {

// SplitMix64 read by index: draw n of a stream is the same whoever asks and in whatever order, on every machine.
class Stream
{
public:
    constexpr Stream(std::uint64_t seed, std::uint64_t number)
        : m_origin(plan::seedFrom(seed, number))
    {
    }

    constexpr std::uint64_t bits(std::uint64_t index) const { return plan::mixed(m_origin + (index + 1) * step); }
    constexpr double uniform(std::uint64_t index) const { return double(bits(index) >> 11) * 0x1p-53; } // [0, 1)
    double exponential(std::uint64_t index) const { return -std::log1p(-uniform(index)); } // mean 1

private:
    static constexpr std::uint64_t step = 0x9e3779b97f4a7c15;
    std::uint64_t m_origin;
};

} // namespace ceteris::load
