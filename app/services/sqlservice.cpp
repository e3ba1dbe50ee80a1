// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sqlservice.h"

#include "app/plan/names.h"
#include "app/services/loopback.h"
#include "app/services/mariadbservice.h"
#include "app/services/postgresservice.h"
#include "app/services/randomkey.h"

#include <QElapsedTimer>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr int readyS = 30;

std::unique_ptr<SqlService> make(const SqlOptions& options)
{
    if (options.settings.engine == plan::SqlEngine::MariaDb)
        return std::make_unique<MariaDbService>(options);
    return std::make_unique<PostgresService>(options);
}

} // namespace

SqlService::SqlService(const SqlOptions& options, const QString& engine)
    : m_options(options)
    , m_folder(options.folder + u'/' + engine + u"-XXXXXX"_s)
{
    m_address.engine = engine;
    m_address.port = freePort();
    m_address.user = u"ceteris"_s;
    m_address.password = randomKey();
    m_address.database = u"ceteris"_s;
}

Result<std::unique_ptr<SqlService>> SqlService::start(const SqlOptions& options)
{
    auto service = onFreePorts([&]() -> Result<std::unique_ptr<SqlService>> {
        auto it = make(options);
        if (!it->m_folder.isValid())
            return fail(ErrorCode::CannotWriteFile, { options.folder, it->m_folder.errorString() });
        return it->prepare().and_then([&] { return it->launch(); }).map([&] { return std::move(it); });
    });
    if (service) {
        auto& told = (*service)->m_told = (*service)->m_address;
        if (options.through)
            told.port = options.through(u"store"_s, told.port);
    }
    return service;
}

Result<void> SqlService::launch()
{
    auto child = Child::start(command());
    if (!child)
        return tl::unexpected(child.error());
    m_child = std::move(*child);
    m_child->closeInput();
    return waitUntilReady();
}

Result<void> SqlService::waitUntilReady()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < readyS * 1000) {
        if (!m_child->alive())
            return fail(ErrorCode::ChildDied, { m_address.engine, m_child->lastLines() });
        if (m_child->lastLines().contains(readyWords()))
            return {};
        std::this_thread::sleep_for(10ms);
    }
    return fail(ErrorCode::ChildNotReady, { m_address.engine, QString::number(readyS), m_child->lastLines() });
}

void SqlService::tell(contract::ServerConfig& config) const
{
    config.store.sql.address = m_told;
    config.store.sql.connections = m_options.settings.connections;
    config.store.sql.durable = m_options.settings.durable;
}

std::vector<Part> SqlService::parts() const
{
    return { { u"store"_s, alive() ? pid() : 0 } };
}

// What a killed server has left behind (a child that still ends, shared memory) may stand in the way for a moment.
Result<void> SqlService::restart(const QString&)
{
    m_child.reset();
    QElapsedTimer timer;
    timer.start();
    auto launched = launch();
    while (!launched && launched.error().code == ErrorCode::ChildDied && timer.elapsed() < readyS * 1000 / 3) {
        std::this_thread::sleep_for(100ms);
        launched = launch();
    }
    return launched;
}

QString SqlService::lastLines(const QString&) const
{
    return m_child->lastLines();
}

void SqlService::stopWith(int signal)
{
    if (alive())
        ::kill(static_cast<pid_t>(pid()), signal);
    m_child.reset();
}

} // namespace ceteris::services
