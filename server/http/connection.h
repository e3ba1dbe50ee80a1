// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"
#include "server/http/poller.h"
#include "server/http/requestframer.h"
#include "server/http/requestsocket.h"
#include "server/http/wire.h"

#include <chrono>
#include <optional>

namespace ceteris::http {

struct ThreadServices;

// One client. The descriptor is served here and QtHttpServer sees only whole, checked requests, so that limits, order,
// time-outs and the end of a connection are ours (QtHttpServer 6.4 has none of them). One request is in flight, later
// ones wait in the framer and then in the kernel. A client that closes its side of the connection has left, even if it
// could still read.
class Connection final : public RequestSocket, private Poller::Client
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    Connection(int descriptor, ThreadServices& services, QObject* parent); // owns the descriptor
    ~Connection() override;

    // For the dispatcher, while QtHttpServer delivers this connection's request:
    QByteArrayView target() const { return m_framer.target(); }
    const RequestHead& head() const { return m_head; }
    ExchangePtr makeExchange(Request request);

    // For Exchange:
    const std::shared_ptr<metrics::ThreadMetrics>& metrics() const;
    bool awaitsReply() const { return m_phase == Phase::Answering; }
    void reply(const Response& response, const Booking& booking);

    // For the listener:
    void checkTime(Clock::time_point now);
    void finish(); // closes as soon as nothing is in flight, nor on its way here
    void giveUp(); // answers what is in flight still, because the server goes

    void disconnectFromHost() override; // QtHttpServer could not read what it was shown

private:
    enum class Phase {
        Waiting, // for the first byte of a request
        Receiving,
        Answering, // until the handler replies
        Writing, // what the kernel did not take at once
        Draining, // all is said; reads what still comes, so that the client sees the answer and not a reset
        Closed,
    };

    void ready(std::uint32_t events) override;
    void roundEnded() override;
    void receive();
    void proceed();
    void deliver();
    void refuse(const Refusal& refusal);
    void sent(Wire::Sent sent);
    void written();
    void hangUp();
    void release(); // the descriptor and what is counted
    void enter(Phase phase);

    ThreadServices& m_services;
    Wire m_wire;
    Phase m_phase = Phase::Waiting;
    Clock::time_point m_deadline;
    RequestFramer m_framer;
    RequestHead m_head; // of the request in flight
    metrics::StageClock m_clock; // since its first byte
    bool m_delivering = false;
    bool m_taken = false; // by the dispatcher
    bool m_finishing = false;
    std::optional<Booking> m_booking; // of the answer being written
};

} // namespace ceteris::http
