// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/serverservice.h"

#include "app/services/child.h"
#include "server/contract/announcement.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr auto slice = 50ms; // how soon a cancel or an end is noticed

// Accounts are reported by the hundred, and at high cost a hundred hashes take longer than any fixed patience
// (bcrypt: 62 ms each at cost 10, twice that with each step).
std::chrono::milliseconds patience(const ServerOptions& options)
{
    return options.patience + 100 * 62ms * (1 << options.config.accounts.cost) / (1 << 10);
}

Result<std::unique_ptr<Child>> launch(const ServerOptions& options)
{
    const auto program
        = options.program.isEmpty() ? QCoreApplication::applicationDirPath() + u"/ceteris-server"_s : options.program;
    if (!QFileInfo(program).isExecutable())
        return fail(ErrorCode::ChildDidNotStart, { QFileInfo(program).fileName(), u"there is no "_s + program });
    auto child = Child::start({ .program = program, .cpus = options.cpus, .wanted = [](const QByteArray& line) {
                                   return contract::announcementFromLine(line).has_value();
                               } });
    if (child)
        (*child)->send(QJsonDocument(toJson(options.config)).toJson(QJsonDocument::Compact) + '\n');
    return child;
}

// Follows what a child announces until it is ready or cannot be.
Result<contract::Ready> waitUntilReady(Child& child, const ServerOptions& options)
{
    QElapsedTimer silence;
    silence.start();
    while (!silence.hasExpired(patience(options).count())) {
        if (options.cancelled && options.cancelled())
            return fail(ErrorCode::Stopped, { u"the user"_s });
        const bool alive = child.alive(); // asked first, so that the last word of a child that ends is not missed
        const auto line = child.nextLine(slice);
        if (!line && !alive)
            return fail(ErrorCode::ChildDied, { child.name(), child.lastLines() });
        if (!line) {
            std::this_thread::sleep_for(slice / 10); // it has closed its stdout and is about to end
            continue;
        }
        const auto said = contract::announcementFromLine(*line);
        if (const auto failure = std::get_if<contract::Failure>(&*said))
            return fail(ErrorCode::ChildFailed, { child.name(), failure->sentence });
        if (const auto ready = std::get_if<contract::Ready>(&*said))
            return *ready;
        if (const auto progress = std::get_if<contract::Progress>(&*said); progress && options.onProgress)
            options.onProgress(progress->done, progress->total);
        silence.restart();
    }
    const auto seconds = QString::number(std::chrono::ceil<std::chrono::seconds>(patience(options)).count());
    return fail(ErrorCode::ChildNotReady, { child.name(), seconds, child.lastLines() });
}

} // namespace

ServerService::ServerService() = default;
ServerService::~ServerService() = default;

Result<std::unique_ptr<ServerService>> ServerService::start(const ServerOptions& options)
{
    auto child = launch(options);
    if (!child)
        return tl::unexpected(child.error());
    const auto ready = waitUntilReady(**child, options);
    if (!ready) {
        (*child)->stop(slice * 10); // it has nothing to lose
        return tl::unexpected(ready.error());
    }
    std::unique_ptr<ServerService> service(new ServerService);
    service->m_child = std::move(*child);
    service->m_port = ready->port;
    return service;
}

QString ServerService::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

qint64 ServerService::pid() const
{
    return m_child->pid();
}

bool ServerService::alive() const
{
    return m_child->alive();
}

QString ServerService::lastLines() const
{
    return m_child->lastLines();
}

Result<void> prepareAccounts(const ServerOptions& options)
{
    auto preparing = options;
    preparing.config.prepareOnly = true;
    preparing.cpus.clear();
    if (const auto prepared = ServerService::start(preparing); !prepared)
        return tl::unexpected(prepared.error());
    return {};
}

} // namespace ceteris::services
