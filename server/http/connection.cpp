// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/threadservices.h"

#include <ctime>

#include <sys/epoll.h>

using namespace Qt::StringLiterals;

namespace ceteris::http {

namespace {
constexpr std::chrono::seconds drainTime { 2 };
constexpr qsizetype pipelineBytes = 64 * 1024; // that a client may send ahead of its answers
constexpr QByteArrayView continueLine = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr Refusal notUnderstood { 400, "The request cannot be understood." };
constexpr Refusal stopping { 503, "The server is stopping." };
constexpr Refusal tooSlow { 408, "The request took too long to arrive." };

// The steady clock, some milliseconds late and much cheaper to read: enough for time-outs.
Connection::Clock::time_point coarseNow()
{
    timespec now {};
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return Connection::Clock::time_point(std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}
}

Connection::Connection(int descriptor, ThreadServices& services, QObject* parent)
    : RequestSocket(parent)
    , m_services(services)
    , m_wire(descriptor, services.poller, this)
    , m_framer({ services.limits.headerBytes, services.limits.bodyBytes })
{
    m_services.connections.insert(this);
    m_services.metrics->addConnections(1);
    enter(Phase::Waiting);
}

Connection::~Connection()
{
    release();
}

ExchangePtr Connection::makeExchange(Request request)
{
    m_taken = true;
    m_clock.enter(contract::Stage::Handler);
    return std::make_shared<Exchange>(this, std::move(request), m_clock);
}

const std::shared_ptr<metrics::ThreadMetrics>& Connection::metrics() const
{
    return m_services.metrics;
}

void Connection::reply(const Response& response, const Booking& booking)
{
    Q_ASSERT(m_phase == Phase::Answering);
    m_booking = booking;
    m_head.keepAlive = m_head.keepAlive && !m_finishing;
    const QByteArrayView bytes = m_services.writer.compose(response, m_head, m_head.keepAlive);
    if (m_services.poller.atRoundEnd(this)) { // waking each client between two requests costs a tenth of the CPU time
        m_wire.hold(bytes);
        enter(Phase::Writing);
    } else {
        sent(m_wire.send(bytes));
    }
}

void Connection::checkTime(Clock::time_point now)
{
    if (now < m_deadline)
        return;
    if (m_phase == Phase::Receiving)
        refuse(tooSlow);
    else
        hangUp();
}

void Connection::finish()
{
    m_finishing = true;
    if (m_phase == Phase::Waiting)
        receive(); // a request that has come before the end is answered
    if (m_phase == Phase::Waiting)
        hangUp();
}

void Connection::giveUp()
{
    if (m_phase == Phase::Answering)
        refuse(stopping);
}

void Connection::disconnectFromHost()
{
    if (m_phase == Phase::Answering)
        refuse(notUnderstood);
}

void Connection::ready(std::uint32_t events)
{
    if (m_phase == Phase::Writing && (events & EPOLLOUT))
        sent(m_wire.flush());
    if (m_phase != Phase::Closed && (events & ~std::uint32_t(EPOLLOUT)))
        receive();
}

void Connection::roundEnded()
{
    if (m_phase == Phase::Writing)
        sent(m_wire.flush());
}

void Connection::receive()
{
    const std::optional<QByteArrayView> bytes = m_wire.receive(m_services.received);
    if (!bytes)
        return hangUp();
    if (m_phase == Phase::Draining)
        return;
    if (m_phase == Phase::Waiting)
        m_clock = {};
    m_framer.feed(*bytes);
    proceed();
    if (m_phase == Phase::Answering || m_phase == Phase::Writing)
        m_wire.setReading(m_framer.buffered() <= pipelineBytes);
}

// Delivers what is complete, one after the other, until a handler keeps the client waiting.
void Connection::proceed()
{
    if (m_delivering)
        return;
    while (m_phase == Phase::Waiting || m_phase == Phase::Receiving) {
        if (m_framer.state() == RequestFramer::State::Complete) {
            deliver();
        } else if (m_framer.state() == RequestFramer::State::Refused) {
            refuse(m_framer.refusal());
        } else {
            if (m_framer.state() == RequestFramer::State::Partial && m_phase == Phase::Waiting)
                enter(Phase::Receiving);
            if (m_framer.takeContinue() && m_wire.send(continueLine) != Wire::Sent::All)
                hangUp();
            return;
        }
    }
}

void Connection::deliver()
{
    enter(Phase::Answering);
    m_head = m_framer.head();
    m_taken = false;
    m_delivering = true;
    m_services.delivering = this;
    show(m_framer.bytes());
    m_services.delivering = nullptr;
    m_delivering = false;
    m_framer.next();
    if (!m_taken && m_phase == Phase::Answering)
        refuse(notUnderstood);
}

void Connection::refuse(const Refusal& refusal)
{
    enter(Phase::Answering);
    m_taken = true;
    m_head.keepAlive = false;
    m_head.isHead = false;
    m_clock.enter(contract::Stage::Write);
    reply({ refusal.status, "text/plain; charset=utf-8"_ba, refusal.sentence.toByteArray() + '\n', {} },
        { contract::Route::Other, refusal.status, m_clock });
}

void Connection::sent(Wire::Sent sent)
{
    if (sent == Wire::Sent::All)
        written();
    else if (sent == Wire::Sent::Partly)
        enter(Phase::Writing);
    else
        hangUp();
}

void Connection::written()
{
    m_booking->clock.end();
    m_services.metrics->record(m_booking->route, m_booking->status, m_booking->clock);
    m_booking.reset();
    m_wire.setReading(true);
    if (!m_head.keepAlive || m_finishing) {
        m_wire.endOutput();
        return enter(Phase::Draining);
    }
    if (m_framer.buffered() > 0) // the next request has waited for this one, not for its client
        m_clock = {};
    enter(Phase::Waiting);
    proceed();
}

void Connection::hangUp()
{
    if (m_phase == Phase::Closed)
        return;
    release();
    end();
}

void Connection::release()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_wire.close();
    if (m_booking) {
        m_booking->clock.end();
        m_services.metrics->record(m_booking->route, clientLeftStatus, m_booking->clock);
    }
    m_services.connections.erase(this);
    m_services.metrics->addConnections(-1);
    m_services.connectionsOfProcess.fetch_sub(1, std::memory_order_relaxed);
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
    switch (phase) {
    case Phase::Waiting:
    case Phase::Writing:
        m_deadline = coarseNow() + std::chrono::milliseconds(m_services.limits.idleMs);
        break;
    case Phase::Receiving:
        m_deadline = coarseNow() + std::chrono::milliseconds(m_services.limits.headerMs);
        break;
    case Phase::Draining:
        m_deadline = coarseNow() + drainTime;
        break;
    case Phase::Answering:
    case Phase::Closed:
        m_deadline = Clock::time_point::max();
    }
}

} // namespace ceteris::http
