// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/oraclereport.h"
#include "app/load/timeline.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace ceteris::load {

// What the witnesses of one thread have found. Only hasLeak() is for other threads.
class OracleBook
{
public:
    void begin(TimePoint zero) { m_zero = zero; }
    double sinceZero(TimePoint time) const { return toSeconds(time - m_zero); }

    void holds(Invariant invariant) { ++m_report.of(invariant).checks; }
    void unclear(Invariant invariant) { ++m_report.of(invariant).indeterminate; }
    bool breaks(Invariant invariant); // true: its story is wanted, keep() it
    void keep(Violation violation) { m_report.first.push_back(std::move(violation)); }

    // A session id that a login brought, as a hash.
    void issued(std::uint64_t id, int account, TimePoint time);

    const OracleReport& soFar() const { return m_report; } // without ids issued twice; its thread alone
    bool hasLeak() const { return m_hasLeak; }

    // The report of all threads, with the ids that were issued twice.
    static OracleReport conclude(const std::vector<const OracleBook*>& books);

private:
    struct Issue
    {
        std::uint64_t id;
        double atS;
        int account;
        bool operator<(const Issue& other) const { return id != other.id ? id < other.id : atS < other.atS; }
    };

    TimePoint m_zero;
    OracleReport m_report;
    std::vector<Issue> m_issues;
    std::atomic<bool> m_hasLeak = false;
};

} // namespace ceteris::load
