// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace ceteris::plan {

// The finalizer of SplitMix64: a bijection that spreads every bit over the whole word.
constexpr std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

// SplitMix64. The standard's distributions differ between libraries; this gives the same sequence everywhere, because
// a schedule must be repeatable on any machine.
class Random
{
public:
    constexpr explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    constexpr std::uint64_t next() { return mixed(m_state += increment); }

    // 0 … bound - 1, each equally likely. The first values are left out so that bound divides the rest.
    constexpr std::uint64_t below(std::uint64_t bound)
    {
        const auto leftOut = -bound % bound;
        auto value = next();
        while (value < leftOut)
            value = next();
        return value % bound;
    }

    template <class T>
    constexpr void shuffle(std::vector<T>& values)
    {
        for (auto left = values.size(); left > 1; --left)
            std::swap(values[left - 1], values[below(left)]);
    }

private:
    static constexpr std::uint64_t increment = 0x9e3779b97f4a7c15;
    std::uint64_t m_state;
};

// A seed of its own for each purpose: equal facts give equal seeds, and one fact more or less changes all bits.
template <class... Facts>
constexpr std::uint64_t seedFrom(std::uint64_t seed, Facts... facts)
{
    auto state = Random(seed).next();
    ((state = Random(state ^ static_cast<std::uint64_t>(facts)).next()), ...);
    return state;
}

} // namespace ceteris::plan
