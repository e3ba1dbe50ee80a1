// SPDX-License-Identifier: GPL-3.0-or-later
// What watching costs, in cores at one look a second: bench-guard SECONDS
#include "app/monitor/canary.h"
#include "app/monitor/cpuclock.h"
#include "app/monitor/environmentwatch.h"
#include "app/monitor/filetree.h"
#include "app/monitor/monitor.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include <unistd.h>

using namespace ceteris::monitor;
using namespace std::chrono_literals;

namespace {

double watchAlone(int seconds)
{
    EnvironmentWatch watch({});
    const auto begin = ownThreadCpuS();
    for (int second = 0; second < seconds; ++second) {
        watch.look(second);
        std::this_thread::sleep_for(1s);
    }
    return (ownThreadCpuS() - begin) / seconds;
}

double wholeMonitor(int seconds)
{
    Watch watch;
    watch.appPids = { getpid() };
    watch.zero = std::chrono::steady_clock::now();
    Monitor monitor(watch);
    const auto begin = ownCpuS();
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    return (ownCpuS() - begin) / seconds;
}

} // namespace

int main(int argc, char** argv)
{
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    std::printf("processes %zu\n", FileTree().numbers("/proc").size());
    std::printf("guard cores %.5f\n", watchAlone(seconds));
    std::printf("guard and monitor cores %.5f\n", wholeMonitor(seconds));
    const auto begin = std::chrono::steady_clock::now();
    if (const auto canary = runCanary({}))
        std::printf("canary %.0f us, spread %.3f, took %.0f ms\n", canary->medianUs, canary->spread,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    return 0;
}
