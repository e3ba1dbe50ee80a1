// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/recorder.h"

#include <algorithm>
#include <utility>

namespace ceteris::load {
namespace {

std::int64_t microseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
}

// A whole answer came, right or wrong.
bool isAnswer(const Ending& ending)
{
    return !ending.failure || ending.failure == Failure::Status || ending.failure == Failure::Assertion
        || ending.failure == Failure::SessionLost;
}

void bookEnd(OperationRecord& record, const Flight& flight, const Ending& ending)
{
    record.bytesReceived += ending.bytes;
    record.newConnections += ending.newConnection ? 1 : 0;
    if (!ending.failure) {
        ++record.counts.ok;
        record.response.record(microseconds(ending.done - flight.planned));
        record.service.record(microseconds(ending.done - flight.sent));
        return;
    }
    ++record.counts.failures[std::size_t(*ending.failure)];
    ++(*ending.failure == Failure::Timeout ? record.counts.timeouts : record.counts.failed);
}

} // namespace

void Recorder::beginLeg(const Leg& leg, TimePoint start)
{
    m_leg = leg;
    m_start = start;
}

void Recorder::endLeg(TimePoint now)
{
    for (const auto& window : m_leg.windows) {
        const auto run = std::clamp(now - m_start, window.begin, window.end) - window.begin;
        m_phases[std::size_t(window.phase)].windowS = toSeconds(run);
    }
}

OperationRecord& Recorder::phaseRecord(plan::Operation operation, TimePoint planned)
{
    return m_phases[std::size_t(m_leg.phaseAt(planned - m_start))].operations[plan::index(operation)];
}

template <class Book>
void Recorder::book(plan::Operation operation, TimePoint planned, Book&& entry)
{
    entry(phaseRecord(operation, planned));
    const std::scoped_lock lock(m_mutex);
    entry(m_interval.operations[plan::index(operation)]);
}

void Recorder::planned(plan::Operation operation, TimePoint time)
{
    book(operation, time, [](OperationRecord& record) { ++record.counts.planned; });
}

void Recorder::unsent(plan::Operation operation, TimePoint planned)
{
    book(operation, planned, [](OperationRecord& record) { ++record.counts.unsent; });
}

void Recorder::sent(const Flight& flight)
{
    const auto lag = microseconds(flight.sent - flight.ready);
    book(flight.operation, flight.planned, [lag](OperationRecord& record) {
        ++record.counts.sent;
        record.lag.record(lag);
    });
    const std::scoped_lock lock(m_mutex);
    ++m_interval.inFlight;
}

void Recorder::repeated(const Flight& flight)
{
    book(flight.operation, flight.planned, [](OperationRecord& record) { ++record.counts.repeated; });
}

void Recorder::ended(const Flight& flight, const Ending& ending)
{
    const bool answered = isAnswer(ending);
    if (const auto at = ending.done - m_start; answered && m_leg.contains(at))
        ++m_phases[std::size_t(m_leg.phaseAt(at))].operations[plan::index(flight.operation)].completed;
    bookEnd(phaseRecord(flight.operation, flight.planned), flight, ending);

    const std::scoped_lock lock(m_mutex);
    auto& record = m_interval.operations[plan::index(flight.operation)];
    record.completed += answered ? 1 : 0;
    bookEnd(record, flight, ending);
    --m_interval.inFlight;
}

void Recorder::censored(const Flight& flight)
{
    book(flight.operation, flight.planned, [](OperationRecord& record) { ++record.counts.censored; });
    const std::scoped_lock lock(m_mutex);
    --m_interval.inFlight;
}

void Recorder::signedIn(int difference)
{
    const std::scoped_lock lock(m_mutex);
    m_interval.signedIn += difference;
}

void Recorder::takeInterval(Interval& empty)
{
    const std::scoped_lock lock(m_mutex);
    // These two are levels, not flows: they go on.
    empty.signedIn = m_interval.signedIn;
    empty.inFlight = m_interval.inFlight;
    std::swap(m_interval, empty);
}

} // namespace ceteris::load
