// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/oraclebook.h"

#include <algorithm>

namespace ceteris::load {

bool OracleBook::breaks(Invariant invariant)
{
    auto& count = m_report.of(invariant);
    ++count.checks;
    ++count.violations;
    if (invariant == Invariant::Leak)
        m_hasLeak = true;
    return m_report.first.size() < violationsKept;
}

void OracleBook::issued(std::uint64_t id, int account, TimePoint time)
{
    holds(Invariant::UniqueIds); // unless another login got it, too: known at the end
    m_issues.push_back({ id, sinceZero(time), account });
}

OracleReport OracleBook::conclude(const std::vector<const OracleBook*>& books)
{
    OracleReport report;
    std::vector<Issue> issues;
    for (const auto* book : books) {
        report.add(book->m_report);
        issues.insert(issues.end(), book->m_issues.begin(), book->m_issues.end());
    }
    std::sort(issues.begin(), issues.end());
    OracleReport twice;
    for (std::size_t i = 1; i < issues.size(); ++i) {
        if (issues[i].id != issues[i - 1].id)
            continue;
        ++twice.of(Invariant::UniqueIds).violations;
        twice.first.push_back(
            { Invariant::UniqueIds, issues[i].account, issues[i].atS, "a session id that nobody had before",
                "the id that account " + std::to_string(issues[i - 1].account) + " got at "
                    + std::to_string(issues[i - 1].atS) + " s",
                {} });
    }
    report.add(twice);
    return report;
}

} // namespace ceteris::load
