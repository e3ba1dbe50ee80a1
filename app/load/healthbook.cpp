// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/healthbook.h"

#include <algorithm>

namespace ceteris::load {
namespace {

using namespace std::chrono_literals;

constexpr Duration tickPeriod = 10ms;
constexpr Duration slot = 100ms;
static_assert(slot == std::chrono::duration<double>(slotS));

} // namespace

void HealthBook::beginLeg(const Leg& leg, TimePoint start)
{
    const auto& last = leg.windows.back();
    m_measures = last.phase == Phase::Measure;
    if (!m_measures)
        return;
    m_begin = start + last.begin;
    m_end = start + last.end;
    m_countedTo = m_begin;
    m_nextTick = m_begin + tickPeriod;
    const auto slotCount = static_cast<std::size_t>((last.end - last.begin) / slot);
    m_health.readyPerSlot.assign(slotCount, 0);
    m_health.sentPerSlot.assign(slotCount, 0);
    m_health.sendTimesS.reserve(mostSendTimes);
}

void HealthBook::endLeg(TimePoint now)
{
    if (!m_measures)
        return;
    tick(now);
    m_nextTick = TimePoint::max();
    const auto run = std::clamp(now, m_begin, m_end) - m_begin;
    m_health.windowS = toSeconds(run);
    const auto slotCount = static_cast<std::size_t>(run / slot); // a stopped run has fewer whole ones
    m_health.readyPerSlot.resize(std::min(slotCount, m_health.readyPerSlot.size()));
    m_health.sentPerSlot.resize(m_health.readyPerSlot.size());
    m_end = std::min(m_end, now);
}

void HealthBook::tick(TimePoint now)
{
    for (; m_nextTick <= now; m_nextTick += tickPeriod) {
        if (m_nextTick >= m_end) {
            m_nextTick = TimePoint::max();
            return;
        }
        m_health.hiccup.record(std::chrono::duration_cast<std::chrono::microseconds>(now - m_nextTick).count());
    }
}

void HealthBook::countSlot(std::vector<std::uint32_t>& counts, TimePoint at)
{
    if (at < m_begin)
        return;
    if (const auto index = static_cast<std::size_t>((at - m_begin) / slot); index < counts.size())
        ++counts[index];
}

void HealthBook::advance(TimePoint now)
{
    if (now > m_countedTo) {
        m_insideTime += m_inside * (now - m_countedTo);
        m_countedTo = now;
    }
}

void HealthBook::sent(const Flight& flight, Duration think, std::size_t bytes)
{
    if (!m_measures)
        return;
    const bool isArrival = flight.operation != plan::Operation::Renew; // that comes when a token ends, not by the plan
    if (isArrival) {
        countSlot(m_health.readyPerSlot, flight.ready);
        countSlot(m_health.sentPerSlot, flight.sent);
    }
    if (isArrival && isInWindow(flight.sent) && m_health.sendTimesS.size() < mostSendTimes)
        m_health.sendTimesS.push_back(toSeconds(flight.sent - m_begin));
    if (flight.planned < m_begin)
        return;
    advance(flight.sent);
    m_insideTime += flight.sent - flight.planned; // it has been inside since its plan
    ++m_inside;
    m_health.bytesSent += bytes;
    m_health.thinkS += toSeconds(think);
}

void HealthBook::ended(const Flight& flight, TimePoint done, bool isOk)
{
    if (!m_measures || flight.planned < m_begin)
        return;
    advance(done);
    --m_inside;
    ++m_health.ended;
    m_health.insideS = toSeconds(m_insideTime);
    if (!isOk)
        m_health.lostS += toSeconds(done - flight.planned);
}

} // namespace ceteris::load
