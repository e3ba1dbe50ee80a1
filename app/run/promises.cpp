// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/promises.h"

namespace ceteris::run {

std::vector<load::Invariant> notPromised(const plan::Arm& arm)
{
    using load::Invariant;
    if (!arm.url.isEmpty())
        return {};
    // A token is believed until it expires, used or not, and the last one wins.
    if (arm.store == plan::StoreKind::Token) {
        std::vector tokens { Invariant::Resurrected, Invariant::LogoutRace, Invariant::Expiry,
            Invariant::ConcurrentWrites };
        if (arm.token.tabs > 1) // the answer to one tab's renewal may put back what another has done meanwhile
            tokens.insert(tokens.end(), { Invariant::ReadYourWrites, Invariant::MonotonicReads });
        if (arm.token.tabs > 1 && arm.token.graceS == 0) // tabs that renew at once look like a thief
            tokens.push_back(Invariant::LostSession);
        return tokens;
    }
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
