// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/sample.h"
#include "server/contract/storeconfig.h"

#include <chrono>
#include <memory>

namespace ceteris::monitor {

// What a database says of its sessions at each look, asked on a thread of its own, as nothing else bounds the wait for
// it. The count reads every session: after a look it rests for 20 us for each of them, in every arm alike, so that the
// count never takes more than 1 % of a CPU.
class SqlProbe
{
public:
    explicit SqlProbe(contract::SqlAddress address);
    ~SqlProbe(); // waits for the answer to a look that is under way: 2 s, or until a PostgreSQL that stands still goes
                 // on
    Q_DISABLE_COPY_MOVE(SqlProbe)

    // Adds sessions_live, with those that have expired until they are swept, and sql_table_bytes: the pages that their
    // two tables and the indexes take, free ones among them. Nothing while it rests, or when there is no answer in
    // time.
    void look(Sample& sample, std::chrono::milliseconds timeout);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ceteris::monitor
