// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/checkrow.h"

#include <QJsonArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace ceteris::results {

enum class Validity {
    Valid,
    Unknown, // never decided, or in fewer than 3 000 checks: a defect of 1e-3 may stay unseen (rule of three)
    Invalid, // broken more often than is tolerated in any trial
};
QString nameOf(Validity validity); // VALID, UNKNOWN, INVALID

// What the oracle saw of one promise to a user of an arm, over all trials.
struct Promise
{
    QString name; // "read_your_writes", … as in checks.csv
    std::uint64_t checks = 0; // decided ones
    std::uint64_t violations = 0;
    bool isTimed = false; // watched under load; false: asked for by probes, which are too few to be ever sure
    bool isRequired = true; // false: a matter of the store's semantics, told and not held against the arm
    Validity validity = Validity::Unknown;

    bool operator==(const Promise&) const = default;
};

struct OracleSummary
{
    QString arm;
    std::vector<Promise> promises; // in the order of checks.csv
    Validity validity = Validity::Valid; // the worst of what is required; Unknown only by those that are timed
    std::uint64_t checks = 0; // of what is required and timed

    bool operator==(const OracleSummary&) const = default;
};

// Of every arm that the oracle watched, but twins, in the plan's order.
std::vector<OracleSummary> oracleSummaries(const plan::Plan& plan, const std::vector<CheckRow>& checks);

// "Sessions of memory: VALID in 7 of 8 promises (95 554 checks; rate of violations below 0.022 % each); …"
QString sentence(const OracleSummary& summary);

QJsonArray oracleJson(const std::vector<OracleSummary>& summaries); // of verdict.json

} // namespace ceteris::results
