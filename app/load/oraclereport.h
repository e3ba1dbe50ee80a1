// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ceteris::load {

// What a session store promises to its users. The first nine but LogoutRace are watched in timed trials; the rest needs
// trials of its own.
enum class Invariant {
    Identity, // I1: an answer is for who asked
    ReadYourWrites, // I2: what was acknowledged is there, what was not sent is not
    MonotonicReads, // I3: a session never goes back in time
    LostSession, // I4: signed in, not signed out, not expired: still signed in
    Resurrected, // I5: signed out is signed out
    LogoutRace, // I6: a slow request that is under way at logout does not bring the session back
    Leak, // I7: nothing of another user, ever
    CarryOver, // I8: nothing of another trial or arm
    UniqueIds, // I9: a new session id at login, all of them different
    Expiry, // I10: an expired session is refused
    ConcurrentWrites, // I11: writes at the same time are all kept
    Isolation, // I12: ending one session leaves the user's other ones alone
};
inline constexpr std::size_t invariantCount = 12;
inline constexpr std::array<std::string_view, invariantCount> invariantNames { "identity", "read_your_writes",
    "monotonic_reads", "lost_session", "resurrected", "logout_race", "leak", "carry_over", "unique_ids", "expiry",
    "concurrent_writes", "isolation" };

// Whether breaking it is a failure. Of writes at the same time a store may keep the last one only: that is its
// semantics, which is reported, and a failure only for those who need it.
constexpr bool requiredByDefault(Invariant invariant)
{
    return invariant != Invariant::ConcurrentWrites;
}

struct InvariantCount
{
    std::uint64_t checks = 0; // decided ones
    std::uint64_t violations = 0;
    std::uint64_t indeterminate = 0; // an outcome before it is unknown (timeout, reset, 5xx), so nothing can be said

    bool operator==(const InvariantCount&) const = default;
};

// One broken promise with what its user saw before it, oldest first.
struct Violation
{
    Invariant invariant = Invariant::Identity;
    int account = 0;
    double atS = 0; // since LoadSpec::zero
    std::string expected;
    std::string found;
    std::vector<std::string> history;

    bool operator==(const Violation&) const = default;
};

inline constexpr std::size_t violationsKept = 8; // with their history; all are counted

struct OracleReport
{
    std::array<InvariantCount, invariantCount> counts {};
    std::vector<Violation> first; // the earliest, at most violationsKept
    // The longest time after an acknowledged sign-out for which the old session was still believed; absent: not probed.
    std::optional<double> revocationLagS {};

    InvariantCount& of(Invariant invariant) { return counts[static_cast<std::size_t>(invariant)]; }
    const InvariantCount& of(Invariant invariant) const { return counts[static_cast<std::size_t>(invariant)]; }

    void add(const OracleReport& other); // keeps the earliest violations of both

    bool operator==(const OracleReport&) const = default;
};

} // namespace ceteris::load
