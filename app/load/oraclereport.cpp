// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/oraclereport.h"

#include <algorithm>

namespace ceteris::load {

void OracleReport::add(const OracleReport& other)
{
    for (std::size_t i = 0; i < invariantCount; ++i) {
        counts[i].checks += other.counts[i].checks;
        counts[i].violations += other.counts[i].violations;
        counts[i].indeterminate += other.counts[i].indeterminate;
    }
    if (other.revocationLagS)
        revocationLagS = std::max(revocationLagS.value_or(0), *other.revocationLagS);
    first.insert(first.end(), other.first.begin(), other.first.end());
    std::stable_sort(first.begin(), first.end(), [](const Violation& a, const Violation& b) { return a.atS < b.atS; });
    first.resize(std::min(first.size(), violationsKept));
}

} // namespace ceteris::load
