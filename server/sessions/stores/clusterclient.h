// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/confirmedclient.h"
#include "server/sessions/stores/redisrequest.h"
#include "server/sessions/stores/slotmap.h"

#include <map>

namespace ceteris::sessions {

struct ClusterOptions
{
    QList<contract::RedisAddress> seeds; // nodes to ask for the map before there is one
    QString password; // of every node
    RedisTiming timing {};
    Confirmation confirmation {};
};

// A Redis Cluster: every command goes to the master that has its first key, by the map of CLUSTER SLOTS.
//
//   MOVED                  there, and the whole map is asked for again
//   ASK                    there for this once, after ASKING; the map stays
//   TRYAGAIN, CLUSTERDOWN  the same again after 20 ms, 40 ms …; both with a new map
//   no answer              no answer, as nobody knows whether it was carried out; a new map
//
// After five of these the error itself is the answer. Until there is a map, requests wait as long as for any answer.
// Several keys in one command must be of one slot. What one server does in one step takes several here:
//
//   SCAN                    one master after the other
//   RENAME to another slot  DUMP and PTTL; RESTORE with that TTL; DEL of the old key. A write to the old key in between
//                           is lost; until DEL both keys are there.
class ClusterClient : public RedisSender
{
public:
    explicit ClusterClient(ClusterOptions options);
    ~ClusterClient() override;

    void send(const Command& command, Replied replied) override;

private:
    using Request = RedisRequest::Pointer;

    void route(const Request& request);
    std::optional<NodePlace> placeFor(const Command& command) const;
    void dispatch(const Request& request, const NodePlace& place);
    void answer(const Request& request, const NodePlace& place, const redisReply* reply);
    void redirect(const Request& request, const Redirection& redirection);

    void scan(const Command& command, Replied replied);
    void move(const QByteArray& from, const QByteArray& to, Replied replied);

    RedisSender& node(const NodePlace& place);
    void refreshSoon();
    void refresh();
    void askForMap(qsizetype index); // the node at that place, and those after it, until one has it

    const ClusterOptions m_options;
    std::optional<SlotMap> m_map;
    QList<NodePlace> m_sources; // of maps; whichever answered last is the first
    bool m_refreshing = false;
    bool m_ending = false;
    HeldRequests m_held;
    QTimer m_next; // refresh
    QObject m_later; // what is tried again later belongs to it
    std::map<NodePlace, std::unique_ptr<RedisSender>> m_nodes; // last: what they tell when they go still finds the rest
};

} // namespace ceteris::sessions
