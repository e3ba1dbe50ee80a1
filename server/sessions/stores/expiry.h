// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ceteris::sessions {

// The one rule of all stores. Idle as Spring counts it, so that an interval of 0 is a session that has ended; the
// absolute lifetime, which Spring does not have, runs from the creation whatever happens in between.
constexpr bool expired(qint64 createdMs, qint64 lastAccessedMs, int maxInactiveS, qint64 absoluteMs, qint64 now)
{
    return now - lastAccessedMs >= qint64 { maxInactiveS } * 1000 || now - createdMs >= absoluteMs;
}

} // namespace ceteris::sessions
