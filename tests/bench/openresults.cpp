// SPDX-License-Identifier: GPL-3.0-or-later
// How long a results folder of 200 trials × 600 s takes to open: what the summary needs, then what single tabs read.
#include "app/models/trialdata.h"
#include "tests/support/resultsmaker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ceteris;

namespace {

template <class Work>
auto timed(const char* name, Work work)
{
    QElapsedTimer timer;
    timer.start();
    auto result = work();
    std::printf("%-40s %8.0f ms\n", name, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return result;
}

} // namespace

int main()
{
    const QTemporaryDir dir;
    const auto folder
        = tests::makeResults(dir.path(), { .name = u"long"_s, .blocks = 100, .seconds = 600, .moreMetrics = 30 });
    const auto experiment = timed("open (target: 2000 ms)", [&] { return models::readExperiment(folder); });
    if (!experiment)
        return 1;
    timed("distribution", [&] { return models::readDistribution(*experiment, u"busy"_s, u"refresh"_s).trials.size(); });
    timed("latency map of one arm",
        [&] { return models::readLatencyMap(*experiment, u"busy"_s, u"refresh"_s, 0).seconds.size(); });
    timed("one trial over time", [&] { return models::readTimeline(folder, 150).series.size(); });
    timed("heat map of one trial", [&] { return models::readSeconds(folder, { 150 }, u"refresh"_s).size(); });
    return 0;
}
