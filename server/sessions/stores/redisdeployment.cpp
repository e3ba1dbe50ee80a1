// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisdeployment.h"

#include "server/sessions/stores/clusterclient.h"
#include "server/sessions/stores/sentinelclient.h"

#include <QDeadlineTimer>
#include <QEventLoop>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

Confirmation confirmationOf(const contract::RedisDeployment& deployment)
{
    return { deployment.waitReplicas, std::chrono::milliseconds(deployment.waitMs) };
}

SentinelOptions sentinelOptions(
    const contract::RedisAddress& address, const contract::RedisDeployment& deployment, const RedisTiming& timing)
{
    return { deployment.nodes, deployment.masterName, address.password, timing, confirmationOf(deployment) };
}

ClusterOptions clusterOptions(
    const contract::RedisAddress& address, const contract::RedisDeployment& deployment, const RedisTiming& timing)
{
    return { deployment.nodes, address.password, timing, confirmationOf(deployment) };
}

// The answer to PING: empty when it is one, else the error or that there was none.
QString pinged(RedisSender& sender)
{
    QString reason;
    QEventLoop loop;
    bool answered = false;
    sender.send({ "PING"_ba }, [&](const redisReply* reply) {
        if (!reply)
            reason = u"no answer in time"_s;
        else if (reply->type == REDIS_REPLY_ERROR)
            reason = QString::fromUtf8(reply->str, qsizetype(reply->len));
        answered = true;
        loop.quit();
    });
    if (!answered)
        loop.exec();
    return reason;
}

} // namespace

std::unique_ptr<RedisSender> redisSender(
    const contract::RedisAddress& address, const contract::RedisDeployment& deployment, const RedisTiming& timing)
{
    if (deployment.kind == "sentinel"_L1)
        return std::make_unique<SentinelClient>(sentinelOptions(address, deployment, timing));
    if (deployment.kind == "cluster"_L1)
        return std::make_unique<ClusterClient>(clusterOptions(address, deployment, timing));
    return redisNode(address, timing, confirmationOf(deployment), {});
}

std::unique_ptr<RedisSender> redisNode(const contract::RedisAddress& address, const RedisTiming& timing,
    const Confirmation& confirmation, RedisClient::Lost lost)
{
    auto client = std::make_unique<RedisClient>(address, timing, std::move(lost));
    if (confirmation.replicas == 0)
        return client;
    return std::make_unique<ConfirmedClient>(std::move(client), confirmation);
}

QString whyUnusable(const contract::RedisAddress& address, const contract::RedisDeployment& deployment)
{
    constexpr RedisTiming patient { .deadline = 2s };
    if (deployment.kind == "cluster"_L1) {
        ClusterClient client(clusterOptions(address, deployment, patient));
        return pinged(client);
    }
    SentinelClient client(sentinelOptions(address, deployment, patient));
    const auto reason = pinged(client);
    return reason.isEmpty() || client.problem().isEmpty() ? reason : client.problem();
}

} // namespace ceteris::sessions
