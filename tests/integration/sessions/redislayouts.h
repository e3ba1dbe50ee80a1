// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/connectstore.h"
#include "server/sessions/stores/indexedstore.h"
#include "server/sessions/stores/redisstore.h"
#include "tests/support/redisfixture.h"
#include "tests/support/storecalls.h"

#include <cmath>

namespace ceteris::testsupport {

enum class Layout { Spring, Indexed, Connect };

inline std::unique_ptr<sessions::SessionStore> makeStore(Layout layout, const sessions::RedisStoreOptions& options)
{
    if (layout == Layout::Connect)
        return std::make_unique<sessions::ConnectStore>(options);
    if (layout == Layout::Indexed)
        return std::make_unique<sessions::IndexedStore>(options);
    return std::make_unique<sessions::RedisStore>(options);
}

// At the start of a minute, so that a few seconds later is still in it; within the last minute, as Redis lives in ours.
inline qint64 startOfMinute()
{
    return wallClockMs() / sessions::aMinuteMs * sessions::aMinuteMs;
}

inline int secondsLeft(const RedisFixture& redis, const QByteArray& key)
{
    return static_cast<int>(std::lround(redis.command({ "PTTL", key }).toDouble() / 1000));
}

} // namespace ceteris::testsupport
