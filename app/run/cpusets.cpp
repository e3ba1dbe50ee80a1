// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/cpusets.h"

#include <algorithm>
#include <iterator>

#include <sched.h>

namespace ceteris::run {
namespace {

std::vector<int> united(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<int> both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

CpuSets automatic(int generatorThreads, const std::vector<int>& allowed)
{
    const auto count = static_cast<int>(allowed.size());
    if (count < 2)
        return {};
    const auto forGenerator = std::clamp(generatorThreads, 1, std::max(1, count - 2));
    const std::vector<int> rest(allowed.begin() + forGenerator, allowed.end());
    CpuSets sets { { allowed.begin(), allowed.begin() + forGenerator }, rest, rest };
    if (count >= 4) {
        sets.server = { rest.begin(), rest.end() - 1 };
        sets.store = { rest.back() };
    }
    return sets;
}

} // namespace

std::vector<int> allowedCpus()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    std::vector<int> cpus;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
        if (CPU_ISSET(cpu, &set))
            cpus.push_back(cpu);
    return cpus;
}

CpuSets chooseCpus(const plan::Plan& plan, const std::vector<int>& allowed)
{
    auto sets = automatic(plan.load.threads, allowed);
    const auto prefer = [](const std::vector<int>& named, std::vector<int>& chosen) {
        if (!named.empty()) {
            chosen = named;
            std::sort(chosen.begin(), chosen.end());
        }
    };
    prefer(plan.cpus.generator, sets.generator);
    prefer(plan.cpus.server, sets.server);
    prefer(plan.cpus.store, sets.store);
    return sets;
}

CpuSets cpusFor(const plan::Arm& arm, const CpuSets& sets)
{
    auto mine = sets;
    const bool isInApp = arm.store == plan::StoreKind::Memory
        || (arm.store == plan::StoreKind::Sql && arm.sql.engine == plan::SqlEngine::Sqlite);
    if (isInApp && !sets.server.empty()) {
        mine.server = united(sets.server, sets.store);
        mine.store.clear();
    }
    return mine;
}

std::vector<int> allOf(const CpuSets& sets)
{
    return united(united(sets.generator, sets.server), sets.store);
}

bool pinThisProcess(const std::vector<int>& cpus)
{
    if (cpus.empty())
        return true;
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const auto cpu : cpus)
        CPU_SET(cpu, &set);
    return sched_setaffinity(0, sizeof set, &set) == 0;
}

} // namespace ceteris::run
