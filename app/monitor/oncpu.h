// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>

namespace ceteris::monitor {

// Moves the calling thread to one CPU and back.
class OnCpu
{
public:
    explicit OnCpu(int cpu)
    {
        CPU_ZERO(&m_before);
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(cpu), &one);
        m_moved = sched_setaffinity(0, sizeof one, &one) == 0;
    }
    ~OnCpu() { sched_setaffinity(0, sizeof m_before, &m_before); }
    OnCpu(const OnCpu&) = delete;
    OnCpu& operator=(const OnCpu&) = delete;

    bool moved() const { return m_moved; }

private:
    cpu_set_t m_before {};
    bool m_moved = false;
};

} // namespace ceteris::monitor
