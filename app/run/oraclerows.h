// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/oracleverdict.h"
#include "app/results/checkrow.h"
#include "app/results/violationrow.h"

#include <span>
#include <vector>

namespace ceteris::run {

// One row at the place for each of the invariants: Void when it is broken, Mark when that is tolerated, a matter of the
// store's semantics or not promised, Unavailable when it was never decided.
std::vector<results::CheckRow> oracleRows(const results::CheckRow& place, const load::OracleReport& report,
    std::span<const load::Invariant> invariants = load::timedInvariants,
    std::span<const load::Invariant> notPromised = {});

// How long the old session was believed after a sign-out, in seconds: a figure, held against nothing.
results::CheckRow revocationRow(results::CheckRow place, double lagS);

std::vector<results::ViolationRow> violationRows(const results::CheckRow& place, const load::OracleReport& report);

} // namespace ceteris::run
