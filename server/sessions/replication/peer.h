// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/handshake.h"
#include "server/sessions/replication/messages.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>

namespace ceteris::sessions {

class Link;

struct Address
{
    QString host;
    quint16 port = 0;

    bool operator==(const Address&) const = default;
};

enum class Silence {
    Gone, // the connection broke, as that of a member that died
    Late, // it is connected but does not answer; what it knows nobody knows
};
using Answered = std::function<void(tl::expected<Answer, Silence>)>;

// Another member, and the connection on which we ask it. Requests arrive in the order in which they are sent. A member
// that is silent for too long while we wait is cut off: it is back when it answers to a new connection. One that is
// busy answering others may take four times as long.
class Peer : public QObject
{
public:
    Peer(int member, Address address, Identity identity, QObject* parent);
    ~Peer() override; // answers nobody
    void retire(); // answers everybody and goes, later

    std::function<void(bool up)> changed = {}; // before those who wait for an answer hear of it

    const Address& address() const { return m_address; }
    bool isUp() const { return m_isUp; }
    bool wasTried() const { return m_wasTried; } // the first attempt to connect has ended, well or not
    bool isIdle() const { return m_waiting.isEmpty(); }
    void dial(); // unless that is under way
    void dialNow(); // it is there: an attempt under way may wait for somebody who is not

    // answered is called once, before this returns if the member is not there.
    void ask(Request request, std::chrono::milliseconds patience, Answered answered);

private:
    struct Waiting
    {
        int askedAt; // ticks
        int patience; // ticks
        Answered answered;
    };

    void take(const QByteArray& payload);
    void checkPatience();
    void lose(Silence how, const QString& why);

    const int m_member;
    const Address m_address;
    const Identity m_identity;
    QPointer<Link> m_link;
    bool m_isUp = false;
    bool m_wasTried = false;
    QString m_told; // the last trouble in the log, which is not to be filled with the same
    quint64 m_lastNumber = 0;
    QHash<quint64, Waiting> m_waiting;
    QTimer m_ticks;
    int m_now = 0; // in ticks of ours, so that time in which this process could not run does not count against others
    int m_heardAt = 0;
    QTimer m_retry;
    std::chrono::milliseconds m_nextRetry;
};

} // namespace ceteris::sessions
