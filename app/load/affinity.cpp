// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/affinity.h"

#include <pthread.h>
#include <sched.h>

using namespace Qt::StringLiterals;

namespace ceteris::load {

Result<void> pin(std::jthread& thread, const std::vector<int>& cpus)
{
    if (cpus.empty())
        return {};
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int cpu : cpus)
        CPU_SET(std::size_t(cpu), &set);
    if (pthread_setaffinity_np(thread.native_handle(), sizeof set, &set) != 0)
        return fail(ErrorCode::LoadNotStarted, { u"its threads may not use the CPUs they were given"_s });
    return {};
}

} // namespace ceteris::load
