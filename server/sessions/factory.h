// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/sessions/sessionstore.h"

#include <functional>
#include <memory>

namespace ceteris::sessions {

// Makes the store of the configuration for the calling listener thread; what its threads share is in the closure.
using StoreFactory = std::function<std::unique_ptr<SessionStore>()>;

// Failure NoStore when the store cannot be reached now (asked once, at most 2 s), so that a server does not start on
// it.
contract::Result<StoreFactory> storeFactory(const contract::ServerConfig& config);

// What makes the ids of its sessions: those of express-session are longer than ours.
using IdMaker = QByteArray (*)();
IdMaker idMaker(const contract::StoreConfig& config);

} // namespace ceteris::sessions
