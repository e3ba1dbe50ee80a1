// SPDX-License-Identifier: GPL-3.0-or-later
// Books requests as a load thread does, and prints the memory of the process after each million: bench-records COUNT
#include "app/load/recorder.h"

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

using namespace ceteris;
using namespace std::chrono_literals;

namespace {

double residentMib()
{
    std::int64_t total = 0;
    std::int64_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace

int main(int argc, char** argv)
{
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
    constexpr std::int64_t aMillion = 1'000'000;
    constexpr std::int64_t aSecondsWorth = 20'000;

    load::Recorder recorder;
    const auto start = load::Clock::now();
    recorder.beginLeg({ .windows = { { load::Phase::Measure, 0s, 50us * count } }, .drain = 5s }, start);

    // From microseconds to minutes, so that every bucket is in use.
    std::mt19937_64 random(1);
    std::lognormal_distribution<double> latencyUs(7, 2.5);
    load::Interval interval;
    for (std::int64_t number = 1; number <= count; ++number) {
        const auto planned = start + 50us * number;
        const load::Flight flight { plan::Operation::Refresh, planned, planned + 1us, planned + 3us };
        recorder.planned(flight.operation, flight.planned);
        recorder.sent(flight);
        load::Ending ending;
        ending.done = flight.sent + std::chrono::microseconds(std::int64_t(latencyUs(random)));
        recorder.ended(flight, ending);
        if (number % aSecondsWorth == 0) {
            interval = {};
            recorder.takeInterval(interval);
        }
        if (number % aMillion == 0)
            std::printf("%lld %.3f\n", static_cast<long long>(number), residentMib());
    }
    return 0;
}
