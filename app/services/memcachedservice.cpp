// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/memcachedservice.h"

#include "app/services/loopback.h"
#include "app/services/programs.h"
#include "app/services/unprivileged.h"

#include <QElapsedTimer>
#include <QTcpSocket>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr int readyS = 10;

} // namespace

MemcachedService::MemcachedService(const MemcachedOptions& options)
    : m_options(options)
{
    m_address.port = freePort();
}

Result<std::unique_ptr<MemcachedService>> MemcachedService::start(const MemcachedOptions& options)
{
    auto service = onFreePorts([&]() -> Result<std::unique_ptr<MemcachedService>> {
        std::unique_ptr<MemcachedService> it(new MemcachedService(options));
        return it->launch().map([&] { return std::move(it); });
    });
    if (service) {
        auto& told = (*service)->m_told = (*service)->m_address;
        if (options.through)
            told.port = options.through(u"store"_s, told.port);
    }
    return service;
}

Result<void> MemcachedService::launch()
{
    const auto program = programPath(u"memcached"_s);
    if (program.isEmpty())
        return fail(ErrorCode::ProgramMissing, { u"memcached"_s, u"memcached"_s });
    const QStringList arguments { u"-U"_s, u"0"_s, u"-l"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_address.port),
        u"-m"_s, QString::number(m_options.settings.memoryMib), u"-c"_s, u"4096"_s };
    const auto command = runAs(instead("memcache"), { program, arguments }, u"KILL"_s);
    auto child = Child::start({ .program = command.program, .arguments = command.arguments, .cpus = m_options.cpus });
    if (!child)
        return tl::unexpected(child.error());
    m_child = std::move(*child);
    m_child->closeInput();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < readyS * 1000) {
        if (!m_child->alive())
            return fail(ErrorCode::ChildDied, { u"memcached"_s, m_child->lastLines() });
        if (answers())
            return {};
        std::this_thread::sleep_for(5ms);
    }
    return fail(ErrorCode::ChildNotReady, { u"memcached"_s, QString::number(readyS), m_child->lastLines() });
}

// Not somebody else's that has the port: ours would have ended then.
bool MemcachedService::answers() const
{
    QTcpSocket socket;
    socket.connectToHost(m_address.host, m_address.port);
    return socket.waitForConnected(500) && socket.write("mn\r\n") > 0 && socket.waitForReadyRead(500)
        && m_child->alive();
}

void MemcachedService::tell(contract::ServerConfig& config) const
{
    config.store.memcached = m_told;
}

std::vector<Part> MemcachedService::parts() const
{
    return { { u"store"_s, m_child->alive() ? m_child->pid() : 0 } };
}

Result<void> MemcachedService::restart(const QString&)
{
    m_child.reset(); // the old one has given its port back before the new one asks for it
    return launch();
}

} // namespace ceteris::services
