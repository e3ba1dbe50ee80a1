// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/honesty.h"

namespace ceteris::runtest {

// A trial in which the generator did nothing wrong: 100 requests a second for 20 s, 10 ms each, to be spoilt at will.
struct HonestTrial
{
    load::LoadSpec spec;
    load::LoadResult load;
    std::optional<load::Floor> floor;
    std::optional<double> runQueueShare;
    std::optional<monitor::ServerCounters> counters;

    load::OperationRecord& refreshes();
    std::vector<results::CheckRow> rows() const;
};

// nullptr: there is no row of that check.
const results::CheckRow* find(const std::vector<results::CheckRow>& rows, QStringView check);

HonestTrial openTrial(); // Poisson arrivals for 50 users
HonestTrial closedTrial(); // 50 users who think for half a second

} // namespace ceteris::runtest
