// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/redisservice.h"

#include "app/redis/connection.h"
#include "app/services/child.h"
#include "app/services/loopback.h"
#include "app/services/programs.h"
#include "app/services/randomkey.h"

#include <QElapsedTimer>
#include <QFile>

#include <hiredis/hiredis.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr int readyS = 10;
constexpr qsizetype longestSocketPath = 107; // sun_path of unix(7)

QByteArray quoted(const QString& text)
{
    auto bytes = text.toUtf8();
    return '"' + bytes.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace

QByteArray redisConfig(const plan::Redis& settings, const contract::RedisAddress& address, const QString& folder)
{
    QByteArray config = "bind 127.0.0.1\nprotected-mode yes\ndaemonize no\n";
    config += "port " + QByteArray::number(address.port) + '\n';
    if (!address.socketPath.isEmpty())
        config += "unixsocket " + quoted(address.socketPath) + "\nunixsocketperm 700\n";
    config += "requirepass " + address.password.toUtf8() + '\n';
    config += "dir " + quoted(folder) + '\n';
    config += settings.persistence == plan::Persistence::Rdb ? "save 60 1\n" : "save \"\"\n";
    config += settings.persistence == plan::Persistence::Aof ? "appendonly yes\nappendfsync everysec\n"
                                                             : "appendonly no\n";
    if (settings.layout == plan::RedisLayout::Indexed)
        config += "notify-keyspace-events Egx\n"; // how the app hears that a session has ended
    if (settings.maxMemoryMib > 0)
        config += "maxmemory " + QByteArray::number(settings.maxMemoryMib) + "mb\nmaxmemory-policy noeviction\n";
    return config;
}

RedisService::RedisService(const RedisOptions& options)
    : m_options(options)
    , m_folder(options.folder + u"/redis-XXXXXX"_s)
{
}

RedisService::~RedisService() = default;

Result<std::unique_ptr<RedisService>> RedisService::start(const RedisOptions& options)
{
    auto service = onFreePorts([&]() -> Result<std::unique_ptr<RedisService>> {
        std::unique_ptr<RedisService> it(new RedisService(options));
        return it->prepare().and_then([&] { return it->launch(); }).map([&] { return std::move(it); });
    });
    if (service) {
        const auto port = (*service)->m_address.port;
        (*service)->m_toldPort = options.through && port > 0 ? options.through(u"store"_s, port) : port;
    }
    return service;
}

Result<void> RedisService::prepare()
{
    if (!m_folder.isValid())
        return fail(ErrorCode::CannotWriteFile, { m_options.folder, m_folder.errorString() });
    m_address.password = randomKey();
    if (m_options.settings.transport == plan::Transport::Tcp) {
        m_address.port = m_options.choosePort ? m_options.choosePort() : freePort();
        return {};
    }
    m_address.port = 0;
    m_address.socketPath = m_folder.filePath(u"socket"_s);
    if (QFile::encodeName(m_address.socketPath).size() > longestSocketPath)
        return fail(ErrorCode::ChildDidNotStart,
            { u"redis-server"_s, u"the path of its socket is too long: "_s + m_address.socketPath });
    return {};
}

Result<void> RedisService::launch()
{
    const auto program = programPath(u"redis-server"_s);
    if (program.isEmpty())
        return fail(ErrorCode::ProgramMissing, { u"redis-server"_s, u"redis-server"_s });
    auto child = Child::start({ .program = program, .arguments = { u"-"_s }, .cpus = m_options.cpus });
    if (!child)
        return tl::unexpected(child.error());
    m_child = std::move(*child);
    m_child->send(redisConfig(m_options.settings, m_address, m_folder.path()));
    m_child->closeInput();
    return waitUntilReady();
}

Result<void> RedisService::waitUntilReady()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < readyS * 1000) {
        if (!m_child->alive())
            return fail(ErrorCode::ChildDied, { u"redis-server"_s, m_child->lastLines() });
        if (auto connection = redis::Connection::open(m_address, 500ms)) {
            if (const auto pong = connection->ask({ "PING" }); pong && QByteArrayView((*pong)->str) == "PONG")
                return {};
        }
        std::this_thread::sleep_for(5ms);
    }
    return fail(ErrorCode::ChildNotReady, { u"redis-server"_s, QString::number(readyS), m_child->lastLines() });
}

qint64 RedisService::pid() const
{
    return m_child->pid();
}

bool RedisService::alive() const
{
    return m_child->alive();
}

QString RedisService::lastLines() const
{
    return m_child->lastLines();
}

void RedisService::tell(contract::ServerConfig& config) const
{
    config.store.redis = m_address;
    config.store.redis.port = m_toldPort;
}

std::vector<Part> RedisService::parts() const
{
    return { { u"store"_s, alive() ? pid() : 0 } };
}

Result<void> RedisService::restart(const QString&)
{
    m_child.reset(); // the old one has given its port back before the new one asks for it
    return launch();
}

Result<void> RedisService::flush()
{
    auto connection = redis::Connection::open(m_address, 10s); // freeing millions of sessions takes seconds
    if (!connection)
        return tl::unexpected(connection.error());
    for (const auto& words : { std::vector<QByteArray> { "FLUSHALL" }, { "MEMORY", "PURGE" } }) {
        if (const auto done = connection->ask(words); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

} // namespace ceteris::services
