// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/column.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace ceteris::results {

// One row of faults.csv: something the plan did to an arm in a trial, and what its users saw of it, from its beginning
// to that of the next one or to the end of the trial.
struct FaultRow
{
    int block = 0;
    int trial = 0;
    QString arm;
    QString level;
    QString what; // "kill", "hold", …
    QString where; // "store", "instance-1"; empty: no one place
    double beginS = 0; // since the trial began
    std::optional<double> endS; // undone; empty: it lasted to the end
    int sessions = 0; // users who had signed in
    std::uint64_t sessionsLost = 0; // sent to the login without having signed out
    std::uint64_t sessionsReturned = 0; // of lost ones, there again
    std::uint64_t sessionsResurrected = 0; // signed out and there again
    std::uint64_t staleAnswers = 0; // went back in time, or without an acknowledged write
    std::uint64_t ok = 0;
    std::uint64_t refused = 0; // answered with 500 and above
    std::uint64_t unreachable = 0; // no connection, or it broke
    std::uint64_t timeouts = 0;
    std::uint64_t otherFailures = 0; // sent to the login, among others
    std::optional<double> firstGoodS; // to the first good answer to what was sent after the beginning; empty: none
    std::optional<double> lastFailureS; // to the last failure; empty: none

    bool operator==(const FaultRow&) const = default;
};

const Columns<FaultRow>& faultColumns();

// What befell an arm at a level, over its trials: counts as sums, times the longest. In the order of the first ones.
std::vector<FaultRow> overTrials(const std::vector<FaultRow>& rows);

// "kill store: 40 of 40 sessions lost, 12 requests refused, first good answer after 3.02 s".
QString inWords(const FaultRow& row);

} // namespace ceteris::results
