// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/confirmedclient.h"

#include <memory>

namespace ceteris::sessions {

// The way to the Redis of a configuration: one server, the master among several, or a cluster. address is the single
// server's; of the others it has the password.
std::unique_ptr<RedisSender> redisSender(
    const contract::RedisAddress& address, const contract::RedisDeployment& deployment, const RedisTiming& timing);

// One connection to one server, with its writes confirmed if that is asked for.
std::unique_ptr<RedisSender> redisNode(const contract::RedisAddress& address, const RedisTiming& timing,
    const Confirmation& confirmation, RedisClient::Lost lost);

// Why a Sentinel group or a cluster cannot be used, for people; empty when it can. Takes a few seconds at most, in an
// event loop of its own.
QString whyUnusable(const contract::RedisAddress& address, const contract::RedisDeployment& deployment);

} // namespace ceteris::sessions
