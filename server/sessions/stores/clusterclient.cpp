// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/clusterclient.h"

#include "server/sessions/stores/clustercommand.h"
#include "server/sessions/stores/redisdeployment.h"

#include <hiredis/hiredis.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr int mostTries = 5;
constexpr auto firstBackoff = 20ms;
constexpr auto mapAgain = 100ms; // at most so often

redisReply textReply(int type, QByteArray& text)
{
    redisReply reply {};
    reply.type = type;
    reply.str = text.data();
    reply.len = static_cast<std::size_t>(text.size());
    return reply;
}

bool isError(const redisReply* reply)
{
    return reply->type == REDIS_REPLY_ERROR;
}

} // namespace

ClusterClient::ClusterClient(ClusterOptions options)
    : m_options(std::move(options))
    , m_held(m_options.timing.deadline)
{
    for (const auto& seed : m_options.seeds)
        m_sources.append({ seed.host.toUtf8(), seed.port });
    m_next.setSingleShot(true);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { refresh(); });
    m_held.searchBegins();
    refresh();
}

ClusterClient::~ClusterClient()
{
    m_ending = true;
}

void ClusterClient::send(const Command& command, Replied replied)
{
    const auto& name = command.first();
    if (m_ending)
        return replied(nullptr);
    if (name == "SCAN")
        return scan(command, std::move(replied));
    if (name == "RENAME" && slotOf(command.at(1)) != slotOf(command.at(2)))
        return move(command.at(1), command.at(2), std::move(replied));
    route(std::make_shared<RedisRequest>(command, std::move(replied)));
}

void ClusterClient::route(const Request& request)
{
    if (!m_map)
        return m_held.hold(request);
    if (const auto place = placeFor(request->command))
        dispatch(request, *place);
    else if (request->tries < mostTries)
        redirect(request, {}); // the cluster itself would say CLUSTERDOWN
    else
        request->answer(nullptr);
}

std::optional<NodePlace> ClusterClient::placeFor(const Command& command) const
{
    if (const auto key = firstKey(command))
        return m_map->masterOf(slotOf(*key));
    return m_map->masters().isEmpty() ? std::nullopt : std::optional(m_map->masters().first());
}

void ClusterClient::dispatch(const Request& request, const NodePlace& place)
{
    node(place).send(
        request->command, [this, request, place](const redisReply* reply) { answer(request, place, reply); });
}

void ClusterClient::answer(const Request& request, const NodePlace& place, const redisReply* reply)
{
    if (!reply) {
        refreshSoon();
        return request->answer(nullptr);
    }
    const auto redirection
        = isError(reply) ? redirectionOf(QByteArrayView(reply->str, qsizetype(reply->len)), place.host) : std::nullopt;
    if (redirection && request->tries < mostTries)
        return redirect(request, *redirection);
    request->answer(reply);
}

void ClusterClient::redirect(const Request& request, const Redirection& redirection)
{
    const auto backoff = firstBackoff * (1 << request->tries++);
    if (redirection.kind == Redirection::Ask) {
        node(redirection.to).send({ "ASKING"_ba }, [](const redisReply*) {}); // same connection, so just before it
        return dispatch(request, redirection.to);
    }
    refreshSoon();
    if (redirection.kind == Redirection::Moved)
        return dispatch(request, redirection.to);
    QTimer::singleShot(backoff, Qt::PreciseTimer, &m_later, [this, request] { route(request); });
}

void ClusterClient::scan(const Command& command, Replied replied)
{
    const auto cursor = ClusterCursor::fromText(command.at(1));
    const auto masters = m_map ? m_map->masters() : QList<NodePlace>();
    if (m_map && cursor.node >= masters.size())
        return replied(nullptr); // the map has changed under the scan
    if (!m_map) // it waits for one with a command that goes nowhere in particular
        return route(std::make_shared<RedisRequest>(Command { "PING"_ba },
            [=, this](const redisReply* reply) { reply ? scan(command, replied) : replied(nullptr); }));
    auto ofNode = command;
    ofNode[1] = cursor.ofNode;
    node(masters[cursor.node]).send(ofNode, [=, this](const redisReply* reply) {
        if (!reply || isError(reply) || reply->elements != 2) {
            refreshSoon();
            return replied(nullptr);
        }
        ClusterCursor next { QByteArray(reply->element[0]->str, qsizetype(reply->element[0]->len)), cursor.node };
        if (next.ofNode == "0")
            next.node = next.node + 1 < masters.size() ? next.node + 1 : 0;
        auto text = next.toText();
        auto first = textReply(REDIS_REPLY_STRING, text);
        std::array elements { &first, reply->element[1] };
        auto whole = *reply;
        whole.element = elements.data();
        replied(&whole);
    });
}

void ClusterClient::move(const QByteArray& from, const QByteArray& to, Replied replied)
{
    const auto ttl = std::make_shared<QByteArray>();
    const auto restored = [=, this](const redisReply* reply) {
        if (!reply || isError(reply))
            return replied(reply);
        send({ "DEL"_ba, from }, [replied](const redisReply* deleted) {
            auto text = "OK"_ba;
            const auto ok = textReply(REDIS_REPLY_STATUS, text);
            replied(deleted && !isError(deleted) ? &ok : deleted);
        });
    };
    send({ "PTTL"_ba, from }, [ttl](const redisReply* reply) {
        if (reply && !isError(reply))
            *ttl = QByteArray::number(std::max(0LL, reply->integer)); // -1, a key for ever, is 0 to RESTORE
    });
    send({ "DUMP"_ba, from }, [=, this](const redisReply* reply) {
        if (!reply || isError(reply) || ttl->isEmpty())
            return replied(reply && isError(reply) ? reply : nullptr);
        if (reply->type == REDIS_REPLY_NIL) {
            auto text = "ERR no such key"_ba;
            const auto absent = textReply(REDIS_REPLY_ERROR, text);
            return replied(&absent);
        }
        const QByteArray value(reply->str, qsizetype(reply->len));
        send({ "RESTORE"_ba, to, *ttl, value, "REPLACE"_ba }, restored);
    });
}

RedisSender& ClusterClient::node(const NodePlace& place)
{
    auto& node = m_nodes[place];
    if (!node) {
        contract::RedisAddress address;
        address.host = QString::fromUtf8(place.host);
        address.port = place.port;
        address.password = m_options.password;
        node = redisNode(address, m_options.timing, m_options.confirmation, {});
    }
    return *node;
}

// Many commands can find out at the same time that the map is old.
void ClusterClient::refreshSoon()
{
    if (!m_refreshing && !m_ending && !m_next.isActive())
        m_next.start(mapAgain);
}

void ClusterClient::refresh()
{
    m_refreshing = true;
    askForMap(0);
}

void ClusterClient::askForMap(qsizetype index)
{
    if (m_ending)
        return;
    if (index == m_sources.size()) {
        m_refreshing = false;
        return refreshSoon();
    }
    const auto source = m_sources[index];
    node(source).send({ "CLUSTER"_ba, "SLOTS"_ba }, [this, index, source](const redisReply* reply) {
        auto map = SlotMap::fromReply(reply, source.host);
        if (!map)
            return askForMap(index + 1);
        m_map = std::move(map);
        m_refreshing = false;
        for (const auto& master : m_map->masters())
            if (!m_sources.contains(master))
                m_sources.append(master);
        m_sources.move(index, 0);
        for (const auto& request : m_held.release())
            route(request);
    });
}

} // namespace ceteris::sessions
