// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/service.h"

#include "server/auth/services.h"
#include "server/http/server.h"
#include "server/speech.h"
#include "server/users/cores.h"
#include "server/users/userrepository.h"

#include <QCoreApplication>

#include <cstdlib>

namespace ceteris::server {

// In the order in which one stands on the other.
struct Service::Running
{
    explicit Running(std::unique_ptr<users::UserRepository> opened, const contract::ServerConfig& config)
        : users(std::move(opened))
        , pool(config.hashThreads > 0 ? config.hashThreads : users::allowedCores(), config.hashQueue)
    {
    }

    metrics::ServerMetrics metrics;
    std::unique_ptr<users::UserRepository> users;
    auth::WorkPool pool;
    std::unique_ptr<http::Server> server;
};

Service::Service(Start start, Parts parts)
    : m_start(std::move(start))
    , m_parts(std::move(parts))
    , m_lifeline(m_start.speech == Speech::Machine, [this] { stop(); })
{
    // On a thread, so that stdin and signals are heard meanwhile.
    m_preparation = std::thread([this] {
        const auto database = users::prepareUsers(m_start.config.accounts, [this](int done, int total) {
            say(m_start, contract::Progress { done, total });
        });
        QMetaObject::invokeMethod(
            this, [this, database] { prepared(database); }, Qt::QueuedConnection);
    });
}

Service::~Service()
{
    m_preparation.join();
}

void Service::prepared(const contract::Result<QString>& database)
{
    m_isPreparing = false;
    if (!database)
        return fail(database.error());
    if (m_start.config.prepareOnly) {
        say(m_start, contract::Ready { 0, QCoreApplication::applicationPid() });
        return QCoreApplication::exit(0);
    }
    auto running = run(*database);
    if (!running)
        return fail(running.error());
    m_running = std::move(*running);
    say(m_start, contract::Ready { m_running->server->port(), QCoreApplication::applicationPid() });
}

contract::Result<std::unique_ptr<Service::Running>> Service::run(const QString& database) const
{
    const auto& config = m_start.config;
    auto makeStore = m_parts.stores(config);
    if (!makeStore)
        return tl::unexpected(makeStore.error());
    auto users = users::UserRepository::open(database, config.accounts.database);
    if (!users)
        return tl::unexpected(users.error());
    auto running = std::make_unique<Running>(std::move(*users), config);
    auth::Services services { config, *makeStore, *running->users, running->pool, running->metrics };
    services.newSessionId = m_parts.newSessionId ? m_parts.newSessionId : sessions::idMaker(config.store);
    auto server = http::Server::start({ config.host, config.port, config.threads, config.limits }, running->metrics,
        auth::applicationFactory(std::move(services)));
    if (!server)
        return tl::unexpected(server.error());
    running->server = std::move(*server);
    return running;
}

void Service::stop()
{
    // Hashes may have minutes to go, and a half-made database is never used: nothing is lost by leaving at once.
    if (m_isPreparing)
        std::_Exit(0);
    QCoreApplication::exit(static_cast<int>(contract::ExitCode::Stopped));
}

void Service::fail(const contract::Failure& failure)
{
    say(m_start, failure);
    QCoreApplication::exit(static_cast<int>(failure.code));
}

} // namespace ceteris::server
