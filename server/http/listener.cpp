// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listener.h"

#include "server/http/connection.h"

#include <QNetworkProxy>

#include <sys/socket.h>
#include <unistd.h>

namespace ceteris::http {

namespace {
constexpr int stoppingSweepMs = 20;

// Time-outs are kept to a quarter of the shortest, at most a second late.
int sweepMs(const contract::LimitsConfig& limits)
{
    return std::clamp(std::min(limits.headerMs, limits.idleMs) / 4, 20, 1000);
}
}

// The listening socket. Beyond the limit of connections it closes new ones at once.
class Listener::Door final : public QTcpServer
{
public:
    Door(int descriptor, ThreadServices& services)
        : m_services(services)
    {
        setProxy(QNetworkProxy::NoProxy);
        setSocketDescriptor(descriptor);
    }

    // Who is in the queue of the kernel has connected before it closed, and may have sent a request.
    void closeAfterLast()
    {
        int descriptor = -1;
        while ((descriptor = ::accept4(int(socketDescriptor()), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0)
            incomingConnection(descriptor);
        close();
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto& count = m_services.connectionsOfProcess;
        if (count.fetch_add(1, std::memory_order_relaxed) >= m_services.limits.connections) {
            count.fetch_sub(1, std::memory_order_relaxed);
            ::close(int(descriptor));
            return;
        }
        addPendingConnection(new Connection(int(descriptor), m_services, this));
    }

private:
    ThreadServices& m_services;
};

Listener::Listener(int descriptor, const contract::LimitsConfig& limits,
    std::shared_ptr<metrics::ThreadMetrics> metrics, std::atomic<int>& connectionsOfProcess,
    const ApplicationFactory& makeApplication)
    : m_services(limits, std::move(metrics), connectionsOfProcess)
    , m_application(makeApplication())
    , m_dispatcher(m_services, *m_application)
    , m_door(new Door(descriptor, m_services))
{
    m_dispatcher.bind(m_door);
    connect(&m_sweep, &QTimer::timeout, this, &Listener::sweep);
    m_sweep.start(sweepMs(limits));
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Listener::stopped);
}

Listener::~Listener()
{
    for (Connection* connection : open())
        connection->giveUp();
}

// A copy, because connections leave the set when they close.
std::vector<Connection*> Listener::open() const
{
    return { m_services.connections.begin(), m_services.connections.end() };
}

void Listener::stop()
{
    m_stopping = true;
    m_door->closeAfterLast();
    for (Connection* connection : open())
        connection->finish();
    m_sweep.start(stoppingSweepMs);
    m_patience.start(m_services.limits.drainMs);
}

void Listener::sweep()
{
    const auto now = Connection::Clock::now();
    for (Connection* connection : open())
        connection->checkTime(now);
    if (!m_stopping)
        m_door->resumeAccepting(); // QTcpServer pauses when the process is out of descriptors
    else if (m_services.connections.empty())
        emit stopped();
}

} // namespace ceteris::http
