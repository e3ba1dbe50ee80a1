// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/factory.h"

#include <optional>

// The parts of factory.cpp that keep no sessions themselves: they ask a session server, sign tokens, or keep copies.
namespace ceteris::sessions {

contract::Result<StoreFactory> remoteFactory(const contract::ServerConfig& config);
contract::Result<StoreFactory> tokenFactory(const contract::ServerConfig& config);

// The store with the cache of the configuration in front of it; the store itself when that has none.
contract::Result<StoreFactory> withCache(const contract::ServerConfig& config, const StoreFactory& makeStore);

// NoStore, and why, if that Redis does not answer within 2 s. In factory.cpp.
std::optional<contract::Failure> redisFailure(const contract::RedisAddress& redis);

} // namespace ceteris::sessions
