// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/errorrates.h"

namespace ceteris::results {
namespace {

constexpr double alpha = 0.05;

ErrorRate rateOf(const std::vector<stats::Count>& trials)
{
    const auto count = stats::sumOf(trials);
    return { count, stats::wilson(count, stats::overdispersion(trials)) };
}

double shareOf(const stats::Count& count)
{
    return count.total > 0 ? static_cast<double>(count.events) / static_cast<double>(count.total) : 0;
}

} // namespace

ErrorRates errorRatesOf(const std::vector<Pair>& pairs)
{
    std::vector<stats::Count> mine;
    std::vector<stats::Count> control;
    std::vector<double> differences;
    ErrorRates rates;
    for (const auto& pair : pairs) {
        mine.push_back({ errorsOf(*pair.mine), pair.mine->sent });
        control.push_back({ errorsOf(*pair.control), pair.control->sent });
        differences.push_back(shareOf(mine.back()) - shareOf(control.back()));
        rates.higher += differences.back() > 0;
    }
    rates.arm = rateOf(mine);
    rates.control = rateOf(control);
    const auto& [arm, other] = std::pair(rates.arm.count, rates.control.count);
    if (arm.events >= fewestErrors && other.events >= fewestErrors)
        rates.ratio = shareOf(arm) / shareOf(other);
    if (arm.events + other.events >= fewestErrors && static_cast<int>(pairs.size()) >= stats::confirmedFrom)
        rates.signFlipP = stats::signFlipP(differences);
    return rates;
}

stats::Verdict verdictOf(const ErrorRates& rates, std::size_t blocks)
{
    if (static_cast<int>(blocks) < stats::confirmedFrom)
        return stats::Verdict::Pilot;
    if (!rates.signFlipP)
        return stats::Verdict::NotComparable;
    return *rates.signFlipP <= alpha ? stats::Verdict::Different : stats::Verdict::Inconclusive;
}

} // namespace ceteris::results
