// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace ceteris::stats::simulation {

inline bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

// Random numbers that are the same with every library: only the engine is of the standard.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    {
    }

    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    bool coin() { return m_engine() >> 63 != 0; }

    // Standard normal by Box and Muller, both of the pair.
    double normal()
    {
        if (m_hasSpare) {
            m_hasSpare = false;
            return m_spare;
        }
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        const double angle = 2 * M_PI * uniform();
        m_spare = radius * std::sin(angle);
        m_hasSpare = true;
        return radius * std::cos(angle);
    }

private:
    std::mt19937_64 m_engine;
    double m_spare = 0;
    bool m_hasSpare = false;
};

// A stationary AR(1) series of standard deviation 1.
inline std::vector<double> autoregressive(std::size_t length, double correlation, Random& random)
{
    std::vector<double> series(length);
    double last = random.normal();
    for (auto& value : series) {
        value = last;
        last = correlation * last + std::sqrt(1 - correlation * correlation) * random.normal();
    }
    return series;
}

} // namespace ceteris::stats::simulation
