// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "server/contract/serverconfig.h"

#include <QByteArray>

#include <vector>

namespace ceteris::services {

// Gives one command to every server among these that is a master now; a replica follows by itself. Waits up to 2 s for
// each; StoreUnreachable when one of them does not answer or refuses.
Result<void> tellMasters(const std::vector<contract::RedisAddress>& addresses, const std::vector<QByteArray>& command);

} // namespace ceteris::services
