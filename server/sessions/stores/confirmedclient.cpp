// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/confirmedclient.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

// What is not known to be a read counts as a write: then at worst it waits for nothing.
bool isWrite(const QByteArray& command)
{
    static const QSet<QByteArray> reads { "ASKING"_ba, "CLUSTER"_ba, "DUMP"_ba, "EXISTS"_ba, "GET"_ba, "HGET"_ba,
        "HGETALL"_ba, "HMGET"_ba, "INFO"_ba, "PING"_ba, "PTTL"_ba, "ROLE"_ba, "SCAN"_ba, "SCARD"_ba, "SMEMBERS"_ba,
        "TTL"_ba };
    return !reads.contains(command);
}

} // namespace

ConfirmedClient::ConfirmedClient(std::unique_ptr<RedisClient> client, Confirmation confirmation)
    : m_confirmation(confirmation)
    , m_client(std::move(client))
{
    m_soon.setSingleShot(true);
    QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { confirm(); });
}

ConfirmedClient::~ConfirmedClient()
{
    for (auto& write : std::exchange(m_unconfirmed, {}))
        write.replied(nullptr);
}

void ConfirmedClient::send(const Command& command, Replied replied)
{
    if (!isWrite(command.first()))
        return m_client->send(command, std::move(replied));
    m_client->send(command, [this, replied = std::move(replied)](const redisReply* reply) {
        if (!reply || reply->type == REDIS_REPLY_ERROR)
            return replied(reply);
        m_unconfirmed.push_back({ KeptReply(*reply), replied, m_client->connections() });
        if (!m_waits)
            m_soon.start(0);
    });
}

void ConfirmedClient::confirm()
{
    m_waits = true;
    const auto writes = std::make_shared<std::vector<Write>>(std::exchange(m_unconfirmed, {}));
    const auto connection = m_client->connections();
    const auto patience = QByteArray::number(qlonglong { m_confirmation.patience.count() });
    m_client->send({ "WAIT"_ba, QByteArray::number(m_confirmation.replicas), patience },
        [this, writes, connection](const redisReply* reply) {
            m_waits = false;
            if (!m_unconfirmed.empty())
                m_soon.start(0);
            const auto enough
                = reply && reply->type == REDIS_REPLY_INTEGER && reply->integer >= m_confirmation.replicas;
            for (auto& write : *writes)
                write.replied(enough && write.connection == connection ? write.reply.get() : nullptr);
        });
}

} // namespace ceteris::sessions
