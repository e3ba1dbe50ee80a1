// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/cores.h"

#include <sched.h>

#include <algorithm>
#include <thread>

namespace ceteris::users {

int allowedCores()
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0)
        return std::max(1, CPU_COUNT(&allowed));
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

} // namespace ceteris::users
