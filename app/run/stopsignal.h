// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace ceteris::run {

// Set from a signal handler, read by everything that waits.
class StopSignal
{
public:
    void request() { m_requested.store(true, std::memory_order_relaxed); }
    bool requested() const { return m_requested.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_requested = false;
    static_assert(std::atomic<bool>::is_always_lock_free); // safe in a signal handler
};

} // namespace ceteris::run
