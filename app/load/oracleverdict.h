// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/oraclereport.h"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace ceteris::load {

enum class OracleVerdict {
    Valid,
    Unknown, // not exercised, or too seldom to have seen what happens once in a thousand times
    Invalid, // a required one is broken: a wrong answer is not fast
};

// With fewer checks a defect of 1e-3 stays unseen in more than 5 % of the cases (rule of three).
inline constexpr std::uint64_t checksNeeded = 3000;

// So many violations are put up with, and listed nevertheless: a lost session in 3e-4 of the checks.
constexpr std::uint64_t tolerated(Invariant invariant, std::uint64_t checks)
{
    return invariant == Invariant::LostSession ? checks * 3 / 10'000 : 0;
}

// What load trials can watch; the others need trials of their own.
inline constexpr std::array timedInvariants { Invariant::Identity, Invariant::ReadYourWrites, Invariant::MonotonicReads,
    Invariant::LostSession, Invariant::Resurrected, Invariant::Leak, Invariant::CarryOver, Invariant::UniqueIds };

inline constexpr std::array probedInvariants { Invariant::LogoutRace, Invariant::Expiry, Invariant::ConcurrentWrites,
    Invariant::Isolation };

constexpr std::string_view name(Invariant invariant)
{
    return invariantNames[static_cast<std::size_t>(invariant)];
}

// A store need not keep what it does not promise: that is counted and listed, no more.
OracleVerdict verdictOf(Invariant invariant, const InvariantCount& count, bool isPromised = true);
OracleVerdict verdictOf(
    const OracleReport& report, std::span<const Invariant> invariants = timedInvariants); // the worst

// With 95 %, after that many checks without a violation (rule of three: Hanley and Lippman-Hand 1983).
std::optional<double> rateBelow(const InvariantCount& count); // nullopt: there were violations or no checks

// "0 violations in 31204 checks: the rate is below 9.6e-05 (95 %)", with whatever else is to be said about it.
std::string wordingOf(Invariant invariant, const InvariantCount& count, bool isPromised = true);

} // namespace ceteris::load
