// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/run/honesttrial.h"

#include <algorithm>
#include <random>

namespace ceteris::runtest {
namespace {

constexpr std::uint64_t requests = 2000;
constexpr double windowS = 20;
constexpr std::int64_t responseUs = 10'000;

void arrive(load::GeneratorHealth& health)
{
    std::mt19937_64 random(5);
    std::exponential_distribution<> gap(requests / windowS);
    health.sentPerSlot.assign(std::size_t(windowS / load::slotS), 0);
    for (double at = gap(random); at < windowS; at += gap(random)) {
        ++health.sentPerSlot[std::size_t(at / load::slotS)];
        health.sendTimesS.push_back(at);
    }
    health.readyPerSlot = health.sentPerSlot;
}

HonestTrial trial()
{
    HonestTrial it;
    it.spec.users = 50;
    auto& refresh = it.refreshes();
    refresh.counts.planned = refresh.counts.sent = refresh.counts.ok = refresh.completed = requests;
    refresh.response.record(responseUs, requests);
    refresh.service.record(responseUs, requests);
    refresh.lag.record(100, requests);
    auto& health = it.load.health;
    health.windowS = windowS;
    health.hiccup.record(100, requests);
    health.ended = requests;
    health.insideS = requests * responseUs / 1e6;
    arrive(health);
    it.load.busiestThreadCores = 0.3;
    it.floor = load::Floor { 50, 400, 1000, 200, 200, 1000 };
    it.runQueueShare = 0.001;
    it.counters.emplace();
    it.counters->requests = { { QStringLiteral("home"), requests } };
    return it;
}

} // namespace

load::OperationRecord& HonestTrial::refreshes()
{
    return load.phases[std::size_t(load::Phase::Measure)].operations[plan::index(plan::Operation::Refresh)];
}

std::vector<results::CheckRow> HonestTrial::rows() const
{
    results::CheckRow place;
    place.block = 2;
    place.trial = 7;
    place.arm = QStringLiteral("redis");
    place.level = QStringLiteral("busy");
    return run::judgeGenerator({ place, spec, load, floor, runQueueShare, counters });
}

const results::CheckRow* find(const std::vector<results::CheckRow>& rows, QStringView check)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [check](const auto& row) { return row.check == check; });
    return found == rows.end() ? nullptr : &*found;
}

HonestTrial openTrial()
{
    auto it = trial();
    it.spec.model = plan::LoadModel::Rate;
    it.spec.arrivals = plan::Arrivals::Poisson;
    it.spec.ratePerS = requests / windowS;
    return it;
}

HonestTrial closedTrial()
{
    auto it = trial();
    it.spec.model = plan::LoadModel::Users;
    it.spec.thinkMinS = 0.3;
    it.spec.thinkMaxS = 0.68;
    it.load.health.thinkS = requests * 0.49; // 50 users · 20 s = 2 000 · (0.49 + 0.01) s
    return it;
}

} // namespace ceteris::runtest
