// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/confirmedclient.h"
#include "server/sessions/stores/redisrequest.h"
#include "server/sessions/stores/redissubscriber.h"

#include <QList>

namespace ceteris::sessions {

struct SentinelOptions
{
    QList<contract::RedisAddress> sentinels;
    QString masterName;
    QString password; // of the master and of every replica that may become it
    RedisTiming timing {};
    Confirmation confirmation {};
};

// The master of a group that is watched over by Sentinels. It is looked for at the start, whenever its connection is
// lost, and when it turns out to be a replica by now (READONLY): the first Sentinel that answers says where it is, and
// it must say itself that it is a master (ROLE), because Sentinels are the last to know; else once more after a while.
// Meanwhile requests wait as long as for any answer, counted from the beginning of the search; then they get none.
// When a Sentinel tells of a switch, which is a hint and no more, it is looked for as well; the one that is known
// serves on until another is found. All Sentinels are listened to, so that it matters little which of them dies.
class SentinelClient : public RedisSender
{
public:
    explicit SentinelClient(SentinelOptions options);
    ~SentinelClient() override;

    void send(const Command& command, Replied replied) override;

    // Why there is no master, for people: no Sentinel answers, or none knows the name. Empty when there is one.
    QString problem() const { return m_problem; }

private:
    void listen();
    void hear(const QByteArray& announced);
    void searchSoon();
    void search();
    void askSentinel(qsizetype index); // and those after it, until one knows
    void verify(const contract::RedisAddress& address);
    void adopt();
    void retry(const QString& problem);
    void pass(const RedisRequest::Pointer& request);

    SentinelOptions m_options; // whichever Sentinel answered last is the first
    QString m_problem;
    QString m_logged;
    bool m_isUnknown = false; // to those Sentinels that have answered in this search
    bool m_ending = false;
    bool m_hasLostMaster = false; // else it serves while a better one is looked for
    quint64 m_searches = 0; // an answer to an earlier one is nobody's
    quint64 m_adopted = 0; // the search that found the master
    HeldRequests m_held;
    QTimer m_next; // search
    std::unique_ptr<RedisClient> m_sentinel; // that is being asked
    contract::RedisAddress m_place; // of the candidate, and then of the master
    std::unique_ptr<RedisSender> m_candidate; // that is being asked for its role
    std::unique_ptr<RedisSender> m_master; // none while it is looked for after a loss
    std::unique_ptr<RedisSender> m_former; // the one before, for what is still on its way
    std::vector<std::unique_ptr<RedisSubscriber>> m_announcements; // of each Sentinel
};

} // namespace ceteris::sessions
