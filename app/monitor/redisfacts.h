// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "server/contract/serverconfig.h"

#include <chrono>

namespace ceteris::monitor {

// What a Redis says of itself, asked once.
struct RedisFacts
{
    QString version;
    double maxMemoryBytes = 0; // 0: no limit
    QString policy; // "noeviction"
    qint64 keys = 0;
};

Result<RedisFacts> readRedisFacts(const contract::RedisAddress& address, std::chrono::milliseconds timeout);

} // namespace ceteris::monitor
