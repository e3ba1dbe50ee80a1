// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/health.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace ceteris::load {
namespace {

void addSlots(std::vector<std::uint32_t>& sum, const std::vector<std::uint32_t>& other)
{
    sum.resize(std::max(sum.size(), other.size()));
    for (std::size_t i = 0; i < other.size(); ++i)
        sum[i] += other[i];
}

// A thread that has kept all it may says nothing about later: from there on the other's times have holes.
void cutAfterFull(std::vector<double>& times, const std::vector<double>& full)
{
    if (full.size() >= mostSendTimes)
        times.erase(std::upper_bound(times.begin(), times.end(), full.back()), times.end());
}

std::vector<double> mergedTimes(std::vector<double> one, std::vector<double> other)
{
    const auto whole = one;
    cutAfterFull(one, other);
    cutAfterFull(other, whole);
    std::vector<double> merged;
    std::merge(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(merged));
    merged.resize(std::min(merged.size(), mostSendTimes));
    return merged;
}

} // namespace

void GeneratorHealth::add(const GeneratorHealth& other)
{
    windowS = std::max(windowS, other.windowS);
    hiccup.add(other.hiccup);
    addSlots(readyPerSlot, other.readyPerSlot);
    addSlots(sentPerSlot, other.sentPerSlot);
    sendTimesS = mergedTimes(std::move(sendTimesS), other.sendTimesS);
    bytesSent += other.bytesSent;
    heldUp += other.heldUp;
    insideS += other.insideS;
    lostS += other.lostS;
    thinkS += other.thinkS;
    ended += other.ended;
}

double worstSecond(const GeneratorHealth& health)
{
    constexpr std::size_t slotsPerS = 10;
    constexpr double edges = 2;
    double worst = 0;
    for (std::size_t begin = 0; begin + slotsPerS <= health.sentPerSlot.size(); begin += slotsPerS) {
        double ready = 0;
        double sent = 0;
        for (std::size_t i = begin; i < begin + slotsPerS; ++i) {
            ready += health.readyPerSlot[i];
            sent += health.sentPerSlot[i];
        }
        const double off = std::max(std::abs(sent - ready) - edges, 0.0);
        worst = std::max(worst, off / std::max(ready, 1.0));
    }
    return worst;
}

double shareAbove(const metrics::Histogram& histogram, double limitUs)
{
    if (histogram.isEmpty())
        return 0;
    std::uint64_t above = 0;
    histogram.forEach([&](const metrics::Histogram::Bucket& bucket) {
        above += static_cast<double>(bucket.lowUs) > limitUs ? bucket.count : 0;
    });
    return static_cast<double>(above) / static_cast<double>(histogram.count());
}

double omission(const metrics::Histogram& service, std::uint64_t timeouts, double timeoutS, double intervalS)
{
    const auto count = service.count() + timeouts;
    if (intervalS <= 0 || count == 0)
        return 0;
    const auto omitted = [intervalS](double waitedS) { return std::max(std::floor(waitedS / intervalS) - 1, 0.0); };
    double sum = static_cast<double>(timeouts) * omitted(timeoutS);
    service.forEach([&](const metrics::Histogram::Bucket& bucket) {
        sum += static_cast<double>(bucket.count) * omitted(static_cast<double>(bucket.lowUs + bucket.highUs) / 2e6);
    });
    return sum / static_cast<double>(count);
}

} // namespace ceteris::load
