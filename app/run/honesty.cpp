// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/honesty.h"

#include "app/run/gaterow.h"
#include "app/run/observation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr double leastLagUs = 1000;
constexpr double floorTimes = 2;
constexpr double shareOfResponse = 0.05;
constexpr double heavyShareOfResponse = 0.5;
constexpr double fewestHeavyLags = 5;
constexpr double clockGrains = 50; // with shorter gaps the grain of the clock shows in thousands of them
constexpr double leastHiccupFloorUs = 500; // below it nothing that matters for latency is called a hiccup

const auto noFloor = u"The idle floor of this machine was not measured."_s;

double difference(double value, double reference)
{
    return reference > 0 ? std::abs(value - reference) / reference : 0;
}

double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

// One trial's books against the gates, in the order of the rows.
class Judge
{
public:
    explicit Judge(const HonestyInput& input)
        : m_input(input)
        , m_spec(input.spec)
        , m_health(input.load.health)
        , m_measured(input.load.measured())
        , m_isClosed(input.spec.model == plan::LoadModel::Users)
    {
    }

    std::vector<results::CheckRow> rows()
    {
        lateness();
        rates();
        if (!m_isClosed && m_spec.arrivals == plan::Arrivals::Poisson)
            arrivals();
        machine();
        littlesLaw();
        conservation();
        omission();
        return std::move(m_rows);
    }

private:
    void hold(const honesty::Gate& gate, double value, double scale = 1)
    {
        m_rows.push_back(gateRow(m_input.place, gate, value, scale));
    }
    void miss(const honesty::Gate& gate, const QString& reason)
    {
        m_rows.push_back(unavailableRow(m_input.place, gate, reason));
    }

    void lateness();
    void rates();
    void arrivals();
    void machine();
    void littlesLaw();
    void littlesLawOfUsers(double insideS);
    void conservation();
    void serverCounter();
    void omission();

    const HonestyInput& m_input;
    const load::LoadSpec& m_spec;
    const load::GeneratorHealth& m_health;
    const load::OperationRecord m_measured;
    const bool m_isClosed;
    std::vector<results::CheckRow> m_rows;
};

void Judge::lateness()
{
    const auto p99 = double(m_measured.response.quantileUs(0.99));
    // Of the idle thread, not of the lag under load: a generator that cannot keep up would excuse itself.
    const double idle = m_input.floor ? floorTimes * m_input.floor->hiccupP99Us : 0;
    const double allowed = std::max({ leastLagUs, idle, shareOfResponse * p99 });
    hold(honesty::lag, double(m_measured.lag.quantileUs(0.99)), allowed);
    // One wake-up in a thousand is as late as p99.9 of the idle floor whatever the generator does.
    const double rare = m_input.floor ? floorTimes * m_input.floor->hiccupP999Us : 0;
    // Fewer than a handful are no share: among a few hundred requests one would be more than the limit.
    const double handful = fewestHeavyLags / std::max(1.0, double(m_measured.lag.count()));
    hold(honesty::lagShare, load::shareAbove(m_measured.lag, std::max({ allowed, rare, heavyShareOfResponse * p99 })),
        std::max(1.0, handful / honesty::lagShare.voids));
    if (m_input.floor)
        hold(honesty::hiccup, double(m_health.hiccup.quantileUs(0.999)),
            std::max(m_input.floor->hiccupP999Us, leastHiccupFloorUs));
    else
        miss(honesty::hiccup, noFloor);
}

void Judge::rates()
{
    const auto& counts = m_measured.counts;
    const auto heldUp = std::min(m_health.heldUp, counts.unsent);
    hold(honesty::rate, share(double(counts.unsent - heldUp), double(counts.planned)));
    hold(honesty::rateSecond, load::worstSecond(m_health));
    if (!m_isClosed)
        hold(honesty::saturation, share(double(heldUp), double(counts.planned)));
}

void Judge::arrivals()
{
    const auto slotCount = m_health.sentPerSlot.size();
    hold(honesty::dispersion, std::abs(stats::dispersionIndex(m_health.sentPerSlot) - 1),
        stats::dispersionTolerance(slotCount));
    const auto& times = m_health.sendTimesS;
    if (times.size() < 2)
        return miss(honesty::gaps, u"Too few requests were sent."_s);
    const double meanGapUs = (times.back() - times.front()) * 1e6 / double(times.size() - 1);
    const auto grainUs = double(m_measured.lag.quantileUs(0.5));
    if (meanGapUs < clockGrains * grainUs)
        return miss(honesty::gaps,
            u"Requests came every %1 us on average, too close for a clock that wakes %2 us late."_s
                .arg(meanGapUs, 0, 'f', 0)
                .arg(grainUs));
    std::vector<double> gaps(times.size());
    std::adjacent_difference(times.begin(), times.end(), gaps.begin());
    gaps.erase(gaps.begin()); // the first send has no predecessor
    hold(honesty::gaps, stats::andersonDarlingExponential(std::move(gaps)));
}

void Judge::machine()
{
    hold(honesty::cpu, m_input.load.busiestThreadCores);
    if (m_input.runQueueShare)
        hold(honesty::runQueue, *m_input.runQueueShare);
    else
        miss(honesty::runQueue, u"How long the generator's threads waited for a CPU could not be read."_s);
    if (!m_input.floor) {
        miss(honesty::headroom, noFloor);
        miss(honesty::resolution, noFloor);
        return;
    }
    const double achieved = share(double(m_measured.completed), m_health.windowS);
    hold(honesty::headroom, share(std::max(load::plannedPerS(m_spec), achieved), m_input.floor->maxPerS));
    hold(honesty::resolution, share(m_input.floor->nullP50Us, double(m_measured.response.quantileUs(0.5))));
}

void Judge::littlesLaw()
{
    const auto& response = m_measured.response;
    const auto summedS = [](const metrics::Histogram& times) { return double(times.count()) * times.meanUs() / 1e6; };
    const double booked = summedS(response) + m_health.lostS;
    hold(honesty::little, difference(booked, m_health.insideS));
    const auto& measured = m_input.load.phases[std::size_t(load::Phase::Measure)].operations;
    // A user who renews is inside already, with the request that waits for it.
    if (m_isClosed)
        littlesLawOfUsers(booked - summedS(measured[plan::index(plan::Operation::Renew)].response));
}

void Judge::littlesLawOfUsers(double insideS)
{
    if (m_health.ended == 0 || m_health.windowS <= 0)
        return;
    // Each end of the window cuts a cycle of each user somewhere; with cycles of even length the cut parts differ by
    // √(1/6) of one on average, and 4 such standard errors are no fault.
    constexpr double cut = 4 * 0.41;
    const double cycleS = (insideS + m_health.thinkS) / double(m_health.ended);
    const double edge = cut * cycleS / (m_health.windowS * std::sqrt(double(m_spec.users)));
    const double acting = (insideS + m_health.thinkS) / m_health.windowS;
    const double off = difference(acting, double(m_spec.users));
    hold(honesty::littleUsers, std::max(off - edge, 0.0));
}

void Judge::conservation()
{
    std::uint64_t lost = 0;
    std::uint64_t planned = 0;
    const auto gap = [](std::uint64_t a, std::uint64_t b) { return std::max(a, b) - std::min(a, b); };
    for (const auto& phase : m_input.load.phases) {
        for (const auto& operation : phase.operations) {
            const auto& counts = operation.counts;
            planned += counts.planned;
            lost += gap(counts.planned, counts.sent + counts.unsent)
                + gap(counts.sent, counts.ok + counts.failed + counts.timeouts + counts.censored);
        }
    }
    hold(honesty::conservation, share(double(lost), double(planned)));
    if (m_input.counters)
        serverCounter();
    else
        miss(honesty::serverCounter, u"The service under test does not count its requests for us."_s);
}

void Judge::serverCounter()
{
    std::uint64_t off = 0;
    std::uint64_t all = 0;
    for (const auto operation : plan::allOperations) {
        if (operation == plan::Operation::Visit)
            continue; // counted with the refreshes
        const auto sent = sentOf(m_input.load, operation);
        const auto counted = serverRequests(*m_input.counters, operation);
        const auto least = sent - std::min(sent, uncertainOf(m_input.load, operation));
        off += counted > sent ? counted - sent : least - std::min(least, counted);
        all += sent;
    }
    hold(honesty::serverCounter, share(double(off), double(all)));
}

void Judge::omission()
{
    const auto& service = m_measured.service;
    const double thinkS = (m_spec.thinkMinS + m_spec.thinkMaxS) / 2;
    const double intervalS = m_isClosed ? thinkS + double(service.quantileUs(0.5)) / 1e6
        : m_spec.ratePerS > 0           ? m_spec.users / m_spec.ratePerS
                                        : 0;
    const double omitted = load::omission(service, m_measured.counts.timeouts, m_spec.timeoutS, intervalS);
    if (m_isClosed)
        hold(honesty::omission, omitted);
    else
        m_rows.push_back(shownRow(m_input.place, QString::fromUtf16(honesty::omission.check),
            QString::fromUtf16(honesty::omission.unit), omitted));
    const auto p99 = [](const metrics::Histogram& histogram) { return double(histogram.quantileUs(0.99)); };
    m_rows.push_back(
        shownRow(m_input.place, u"response_over_service"_s, u"1"_s, share(p99(m_measured.response), p99(service))));
}

} // namespace

std::vector<results::CheckRow> judgeGenerator(const HonestyInput& input)
{
    return Judge(input).rows();
}

} // namespace ceteris::run
