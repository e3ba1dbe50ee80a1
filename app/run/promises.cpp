// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/promises.h"

namespace ceteris::run {

std::vector<load::Invariant> notPromised(const plan::Arm& arm)
{
    using load::Invariant;
    if (!arm.url.isEmpty())
        return {};
    // A token is believed until it expires, and the last one wins.
    if (arm.store == plan::StoreKind::Token)
        return { Invariant::Resurrected, Invariant::LogoutRace, Invariant::ConcurrentWrites };
    // Each instance believes its own copy until that expires.
    if (arm.cache.kind == plan::CacheKind::Local && arm.instances > 1)
        return { Invariant::ReadYourWrites, Invariant::MonotonicReads, Invariant::Resurrected, Invariant::LogoutRace };
    // An answer does not wait until the other instances know.
    if (arm.store == plan::StoreKind::Replicated && arm.replication.acknowledge == plan::Acknowledge::Async
        && arm.instances > 1)
        return { Invariant::ReadYourWrites, Invariant::MonotonicReads, Invariant::Resurrected, Invariant::LogoutRace };
    return {};
}

} // namespace ceteris::run
