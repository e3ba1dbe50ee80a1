// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/proportion.h"

#include "app/stats/chisquare.h"

#include <algorithm>
#include <cmath>

namespace ceteris::stats {
namespace {

constexpr double testLevel = 0.05;
constexpr double alarmLevel = 0.017;

double logChoose(double n, double k)
{
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

} // namespace

Count sumOf(const std::vector<Count>& trials)
{
    Count sum;
    for (const auto& trial : trials) {
        sum.events += trial.events;
        sum.total += trial.total;
    }
    return sum;
}

double overdispersion(const std::vector<Count>& trials)
{
    const auto [events, total] = sumOf(trials);
    if (trials.size() < 2 || events == 0 || events == total)
        return 1;
    const double rate = static_cast<double>(events) / static_cast<double>(total);
    double chiSquare = 0;
    int used = 0;
    for (const auto& trial : trials) {
        if (trial.total == 0)
            continue;
        const double expected = rate * static_cast<double>(trial.total);
        const double off = static_cast<double>(trial.events) - expected;
        chiSquare += off * off / (expected * (1 - rate));
        ++used;
    }
    return used > 1 ? std::max(1.0, chiSquare / (used - 1)) : 1;
}

double ruleOfThree(double total)
{
    return total > 0 ? std::min(1.0, 3 / total) : 1;
}

Interval wilson(const Count& count, double overdispersion, double confidence)
{
    if (count.total == 0)
        return { 0, 1 };
    const double n = static_cast<double>(count.total) / overdispersion;
    if (count.events == 0)
        return { 0, ruleOfThree(n) };
    const double share = static_cast<double>(count.events) / static_cast<double>(count.total);
    const double zz = chiSquareQuantile(confidence, 1);
    const double centre = (share + zz / (2 * n)) / (1 + zz / n);
    const double half = std::sqrt(zz * (share * (1 - share) / n + zz / (4 * n * n))) / (1 + zz / n);
    return { std::max(0.0, centre - half), std::min(1.0, centre + half) };
}

double fisherP(const Count& one, const Count& other)
{
    const auto events = one.events + other.events;
    const auto least = events > other.total ? events - other.total : 0;
    const auto most = std::min(events, one.total);
    const auto n1 = static_cast<double>(one.total);
    const auto n2 = static_cast<double>(other.total);
    const auto logP = [&](std::uint64_t mine) {
        return logChoose(n1, static_cast<double>(mine)) + logChoose(n2, static_cast<double>(events - mine))
            - logChoose(n1 + n2, static_cast<double>(events));
    };
    // Tables as likely as the observed one count, whatever the last bits of their probabilities.
    const double limit = logP(one.events) + 1e-7;
    double p = 0;
    for (auto mine = least; mine <= most; ++mine)
        if (const double it = logP(mine); it <= limit)
            p += std::exp(it);
    return std::min(1.0, p);
}

double binomialUpperTail(std::uint64_t events, std::uint64_t trials, double p)
{
    if (events == 0)
        return 1;
    const auto n = static_cast<double>(trials);
    double tail = 0;
    for (auto k = events; k <= trials; ++k) {
        const auto it = static_cast<double>(k);
        tail += std::exp(logChoose(n, it) + it * std::log(p) + (n - it) * std::log1p(-p));
    }
    return std::min(1.0, tail);
}

bool falseClaimsAlarm(std::uint64_t falseClaims, std::uint64_t experiments)
{
    return binomialUpperTail(falseClaims, experiments, testLevel) < alarmLevel;
}

} // namespace ceteris::stats
