// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/keptreply.h"
#include "server/sessions/stores/redisclient.h"

#include <memory>
#include <vector>

namespace ceteris::sessions {

struct Confirmation
{
    int replicas = 0; // 0: a write is done when the master says so
    std::chrono::milliseconds patience { 50 };
};

// One connection on which a write is answered only when so many replicas have it (WAIT): nullptr if they do not say so
// in time, although the master has carried it out. WAIT holds up its connection in Redis, so one stands for all writes
// that were answered before it, and no two are under way.
class ConfirmedClient : public RedisSender
{
public:
    ConfirmedClient(std::unique_ptr<RedisClient> client, Confirmation confirmation);

    ~ConfirmedClient() override;

    void send(const Command& command, Replied replied) override;

private:
    struct Write
    {
        KeptReply reply;
        Replied replied;
        int connection; // WAIT speaks of the writes of its own connection
    };

    void confirm();

    const Confirmation m_confirmation;
    std::vector<Write> m_unconfirmed;
    bool m_waits = false;
    QTimer m_soon; // when the answers that came together have been read
    const std::unique_ptr<RedisClient> m_client; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
