// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "server/http/listener.h"
#include "server/http/listensockets.h"

#include <QThread>

#include <latch>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace ceteris::http {

namespace {
// Every connection is a descriptor, and the usual soft limit is 1024.
void allowManyDescriptors()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

class ListenerThread final : public QThread
{
public:
    ListenerThread(int number, std::function<std::unique_ptr<Listener>()> makeListener, std::latch& ready)
        : m_makeListener(std::move(makeListener))
        , m_ready(ready)
    {
        setObjectName(u"http-"_s + QString::number(number));
    }

    void stopListening() { QMetaObject::invokeMethod(m_listener, &Listener::stop, Qt::QueuedConnection); }

protected:
    void run() override
    {
        const std::unique_ptr<Listener> listener = m_makeListener();
        connect(listener.get(), &Listener::stopped, listener.get(), [this] { quit(); });
        m_listener = listener.get();
        m_ready.count_down();
        exec();
    }

private:
    std::function<std::unique_ptr<Listener>()> m_makeListener;
    std::latch& m_ready; // used only before start() returns
    Listener* m_listener = nullptr; // lives on this thread until stopListening()
};
}

class Server::Impl
{
public:
    Impl(const ListenSockets& sockets, const ServerOptions& options, metrics::ServerMetrics& metrics,
        const ApplicationFactory& makeApplication)
        : m_port(sockets.port)
    {
        std::latch ready(std::ptrdiff_t(sockets.descriptors.size()));
        for (const int descriptor : sockets.descriptors) {
            const auto makeListener
                = [this, descriptor, limits = options.limits, counts = metrics.addThread(), makeApplication] {
                      return std::make_unique<Listener>(descriptor, limits, counts, m_connections, makeApplication);
                  };
            m_threads.push_back(std::make_unique<ListenerThread>(int(m_threads.size()), makeListener, ready));
            m_threads.back()->start();
        }
        ready.wait();
    }

    ~Impl()
    {
        for (const auto& thread : m_threads)
            thread->stopListening();
        for (const auto& thread : m_threads)
            thread->wait();
    }

    quint16 port() const { return m_port; }

private:
    quint16 m_port;
    std::atomic<int> m_connections = 0;
    std::vector<std::unique_ptr<ListenerThread>> m_threads;
};

contract::Result<std::unique_ptr<Server>> Server::start(
    const ServerOptions& options, metrics::ServerMetrics& metrics, ApplicationFactory makeApplication)
{
    allowManyDescriptors();
    return listenOn(options.host, options.port, options.threads).map([&](const ListenSockets& sockets) {
        return std::unique_ptr<Server>(new Server(std::make_unique<Impl>(sockets, options, metrics, makeApplication)));
    });
}

Server::Server(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Server::~Server() = default;

quint16 Server::port() const
{
    return m_impl->port();
}

} // namespace ceteris::http
