// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/canary.h"

#include "app/monitor/oncpu.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

constexpr int spins = 500'000;
constexpr int steps = 100'000;
constexpr std::size_t piecesPerRun = 160;
constexpr std::size_t leastPieces = 9; // of each CPU, however many there are

// One cycle through 1 MiB in an order no prefetcher follows, the same on every machine (Sattolo 1986).
class Chase
{
public:
    Chase()
    {
        std::iota(m_next.begin(), m_next.end(), 0U);
        std::uint64_t random = 1;
        for (auto i = m_next.size() - 1; i > 0; --i) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            std::swap(m_next[i], m_next[(random >> 33U) % i]);
        }
    }

    std::uint32_t follow(std::uint32_t from) const
    {
        for (int step = 0; step < steps; ++step)
            from = m_next[from];
        return from;
    }

private:
    std::array<std::uint32_t, 1024 * 1024 / sizeof(std::uint32_t)> m_next;
};

double pieceUs(const Chase& chase)
{
    using Clock = std::chrono::steady_clock;
    static volatile std::uint64_t sink = 1; // so that the work is done and not thought away
    const auto begin = Clock::now();
    std::uint64_t value = sink;
    for (int spin = 0; spin < spins; ++spin)
        value = value * 6364136223846793005ULL + 1442695040888963407ULL;
    sink = value + chase.follow(static_cast<std::uint32_t>(value % 1024));
    return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

Canary summary(std::vector<double> pieces)
{
    std::sort(pieces.begin(), pieces.end());
    const auto median = pieces[pieces.size() / 2];
    return { median, (pieces[pieces.size() * 3 / 4] - pieces[pieces.size() / 4]) / median };
}

Canary run(const Chase& chase, std::size_t pieces)
{
    std::vector<double> times;
    pieceUs(chase); // the first one fills the caches
    for (std::size_t piece = 0; piece < pieces; ++piece)
        times.push_back(pieceUs(chase));
    return summary(std::move(times));
}

} // namespace

Probed<Canary> runCanary(const std::vector<int>& cpus)
{
    static const Chase chase;
    if (cpus.empty())
        return run(chase, piecesPerRun);
    Canary slowest;
    for (const auto cpu : cpus) {
        const OnCpu there(cpu);
        if (!there.moved())
            return unavailable(u"CPU %1 may not be used"_s.arg(cpu));
        const auto one = run(chase, std::max(leastPieces, piecesPerRun / cpus.size()));
        if (one.medianUs > slowest.medianUs)
            slowest = one;
    }
    return slowest;
}

} // namespace ceteris::monitor
