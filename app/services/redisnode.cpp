// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/redisnode.h"

#include "app/services/child.h"
#include "app/services/programs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>

#include <hiredis/hiredis.h>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr int readyS = 20; // nodes of a cluster take some seconds to get to know each other

QByteArray textOf(const redisReply& reply)
{
    if (reply.type == REDIS_REPLY_INTEGER)
        return QByteArray::number(reply.integer);
    QByteArray text(reply.str, qsizetype(reply.len));
    for (std::size_t i = 0; i < reply.elements; ++i)
        text += textOf(*reply.element[i]) + '\n';
    return text;
}

} // namespace

RedisNode::RedisNode(Options options)
    : m_options(std::move(options))
{
}

RedisNode::~RedisNode() = default;
RedisNode::RedisNode(RedisNode&&) noexcept = default;

Result<void> RedisNode::start()
{
    const auto program = programPath(u"redis-server"_s);
    if (program.isEmpty())
        return fail(ErrorCode::ProgramMissing, { u"redis-server"_s, u"redis-server"_s });
    const auto& file = m_options.sentinelFile;
    if (!file.isEmpty() && !QFile::exists(file)) {
        QSaveFile config(file);
        if (!config.open(QFile::WriteOnly) || config.write(m_options.config) < 0 || !config.commit())
            return fail(ErrorCode::CannotWriteFile, { file, config.errorString() });
    }
    m_child.reset(); // the old one has given its port back before the new one asks for it
    const auto arguments = file.isEmpty() ? QStringList { u"-"_s } : QStringList { file, u"--sentinel"_s };
    auto child = Child::start({ .program = program, .arguments = arguments, .cpus = m_options.cpus });
    if (!child)
        return tl::unexpected(child.error());
    m_child = std::move(*child);
    if (file.isEmpty())
        m_child->send(m_options.config);
    m_child->closeInput();
    return {};
}

Result<void> RedisNode::waitUntilReady()
{
    return waitUntil([this] { return ask({ "PING" }) == "PONG"; });
}

Part RedisNode::part() const
{
    return { name(), m_child && m_child->alive() ? m_child->pid() : 0 };
}

QString RedisNode::lastLines() const
{
    return m_child ? m_child->lastLines() : QString();
}

QByteArray RedisNode::ask(const std::vector<QByteArray>& words) const
{
    auto connection = redis::Connection::open(address(), 500ms);
    const auto reply = connection ? connection->ask(words) : tl::unexpected(connection.error());
    return reply ? textOf(**reply) : QByteArray();
}

bool RedisNode::clearConfirmed(int replicas) const
{
    // A write that there was nobody to send to counts as confirmed.
    if (ask({ "INFO", "replication" }).count("state=online") < replicas)
        return false;
    auto connection = redis::Connection::open(address(), 500ms);
    if (!connection || !connection->ask({ "FLUSHALL" })) // replicated even when there was nothing
        return false;
    const auto confirmed = connection->ask({ "WAIT", QByteArray::number(replicas), "100" });
    return confirmed && (*confirmed)->integer >= replicas;
}

Result<void> RedisNode::waitUntil(const std::function<bool()>& holds) const
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (part().pid == 0)
            return fail(ErrorCode::ChildDied, { u"redis-server"_s, lastLines() });
        if (timer.elapsed() > readyS * 1000)
            return fail(ErrorCode::ChildNotReady, { u"redis-server"_s, QString::number(readyS), lastLines() });
        std::this_thread::sleep_for(10ms);
    }
    return {};
}

Result<void> startAll(std::vector<RedisNode>& nodes)
{
    for (auto& node : nodes)
        if (const auto started = node.start(); !started)
            return started;
    for (auto& node : nodes)
        if (const auto ready = node.waitUntilReady(); !ready)
            return ready;
    return {};
}

Result<void> restart(std::vector<RedisNode>& nodes, const QString& name)
{
    const auto node = std::ranges::find(nodes, name, &RedisNode::name);
    if (node == nodes.end())
        return {};
    return node->start().and_then([&] { return node->waitUntilReady(); });
}

std::vector<Part> partsOf(const std::vector<RedisNode>& nodes)
{
    std::vector<Part> parts;
    for (const auto& node : nodes)
        parts.push_back(node.part());
    return parts;
}

QString lastLinesOf(const std::vector<RedisNode>& nodes, const QString& name)
{
    const auto node = std::ranges::find(nodes, name, &RedisNode::name);
    return node == nodes.end() ? QString() : node->lastLines();
}

std::vector<contract::RedisAddress> addressesOf(const std::vector<RedisNode>& nodes)
{
    std::vector<contract::RedisAddress> addresses;
    for (const auto& node : nodes)
        addresses.push_back(node.address());
    return addresses;
}

} // namespace ceteris::services
