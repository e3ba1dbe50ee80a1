// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisfixture.h"

#include <QDeadlineTimer>
#include <QStandardPaths>

#include <hiredis/hiredis.h>

#include <csignal>
#include <memory>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace ceteris::testsupport {
namespace {

constexpr int patienceMs = 10'000;
constexpr timeval answerTime { 2, 0 };

quint16 freePort()
{
    const auto fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const auto bound = ::bind(fd, generic, size) == 0 && ::getsockname(fd, generic, &size) == 0;
    ::close(fd);
    return bound ? ntohs(address.sin_port) : 0;
}

QVariant toVariant(const redisReply* reply)
{
    if (!reply || reply->type == REDIS_REPLY_NIL)
        return {};
    if (reply->type == REDIS_REPLY_INTEGER)
        return reply->integer;
    if (reply->type == REDIS_REPLY_ARRAY) {
        QVariantList list;
        for (std::size_t i = 0; i < reply->elements; ++i)
            list << toVariant(reply->element[i]);
        return list;
    }
    const QByteArray text(reply->str, static_cast<qsizetype>(reply->len));
    return reply->type == REDIS_REPLY_ERROR ? '-' + text : text;
}

QVariant ask(redisContext* context, const QList<QByteArray>& arguments)
{
    std::vector<const char*> texts;
    std::vector<std::size_t> sizes;
    for (const auto& argument : arguments) {
        texts.push_back(argument.constData());
        sizes.push_back(static_cast<std::size_t>(argument.size()));
    }
    const std::unique_ptr<void, decltype(&freeReplyObject)> reply(
        redisCommandArgv(context, static_cast<int>(texts.size()), texts.data(), sizes.data()), &freeReplyObject);
    return toVariant(static_cast<const redisReply*>(reply.get()));
}

} // namespace

RedisFixture::RedisFixture()
    : RedisFixture(Options {})
{
}

RedisFixture::RedisFixture(Options options)
    : m_options(std::move(options))
{
    m_address.password = m_options.password;
    if (m_options.tcp)
        m_address.port = freePort();
    else
        m_address.socketPath = m_folder.filePath(u"redis.sock"_s);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

RedisFixture::~RedisFixture()
{
    kill();
}

bool RedisFixture::isInstalled()
{
    return !QStandardPaths::findExecutable(u"redis-server"_s).isEmpty();
}

bool RedisFixture::start()
{
    m_process.start(u"redis-server"_s, arguments());
    QByteArray log;
    const QDeadlineTimer deadline(patienceMs);
    while (!log.contains("eady to accept connections")) {
        if (deadline.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            qWarning("redis-server did not start: %s", log.constData());
            return false;
        }
        log += m_process.readAll();
    }
    return command({ "PING" }) == "PONG"_ba;
}

void RedisFixture::stop()
{
    signal(SIGTERM);
    m_process.waitForFinished(patienceMs);
}

void RedisFixture::kill()
{
    signal(SIGKILL);
    m_process.waitForFinished(patienceMs);
}

void RedisFixture::pause()
{
    signal(SIGSTOP);
}

void RedisFixture::resume()
{
    signal(SIGCONT);
}

QVariant RedisFixture::command(const QList<QByteArray>& arguments) const
{
    const std::unique_ptr<redisContext, decltype(&redisFree)> context(m_options.tcp
            ? redisConnectWithTimeout("127.0.0.1", m_address.port, answerTime)
            : redisConnectUnixWithTimeout(m_address.socketPath.toLocal8Bit().constData(), answerTime),
        &redisFree);
    if (!context || context->err)
        return {};
    redisSetTimeout(context.get(), answerTime);
    if (!m_address.password.isEmpty())
        ask(context.get(), { "AUTH", m_address.password.toUtf8() });
    return ask(context.get(), arguments);
}

QHash<QByteArray, qint64> RedisFixture::calls() const
{
    constexpr QByteArrayView head = "cmdstat_";
    QHash<QByteArray, qint64> calls;
    for (const auto& line : command({ "INFO", "commandstats" }).toByteArray().split('\n')) {
        if (!line.startsWith(head))
            continue;
        const auto colon = line.indexOf(':'); // cmdstat_hgetall:calls=1,usec=…
        const auto number = line.sliced(line.indexOf('=') + 1);
        calls.insert(line.first(colon).sliced(head.size()), number.first(number.indexOf(',')).toLongLong());
    }
    return calls;
}

QStringList RedisFixture::arguments() const
{
    QStringList list { u"--dir"_s, m_folder.path(), u"--save"_s, QString(), u"--appendonly"_s,
        m_options.keepsData ? u"yes"_s : u"no"_s, u"--appendfsync"_s, u"always"_s, u"--bind"_s, u"127.0.0.1"_s,
        u"--port"_s, QString::number(m_options.tcp ? m_address.port : 0) };
    if (!m_options.tcp)
        list << u"--unixsocket"_s << m_address.socketPath;
    if (!m_options.password.isEmpty())
        list << u"--requirepass"_s << m_options.password;
    return list;
}

void RedisFixture::signal(int number) const
{
    if (m_process.state() != QProcess::NotRunning)
        ::kill(static_cast<pid_t>(m_process.processId()), number);
}

} // namespace ceteris::testsupport
