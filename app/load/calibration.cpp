// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/calibration.h"

#include "app/load/affinity.h"
#include "app/load/generator.h"
#include "app/load/nullserver.h"
#include "app/load/poller.h"

#include <sys/prctl.h>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace ceteris::load {
namespace {

using namespace std::chrono_literals;

// Shares of the time: idle, few requests, the planned rate, as many as go. Each load warms up for a tenth of its own.
constexpr double idleShare = 0.3;
constexpr double calmShare = 0.2;
constexpr double plannedShare = 0.3;
constexpr double fullShare = 0.2;
constexpr double warmupShare = 0.1;

constexpr int mostUsers = 256; // more would spend the time on opening connections
constexpr double calmPerS = 200;

metrics::Histogram idleHiccup(double lengthS)
{
    constexpr Duration period = 1ms;
    metrics::Histogram hiccup;
    prctl(PR_SET_TIMERSLACK, 1UL); // as the generator's threads
    Poller poller;
    const auto end = Clock::now() + fromSeconds(lengthS);
    for (auto due = Clock::now() + period; due < end; due += period) {
        poller.wait(due);
        hiccup.record(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - due).count());
    }
    return hiccup;
}

Result<metrics::Histogram> idleHiccup(const std::vector<int>& cpus, double lengthS)
{
    metrics::Histogram hiccup;
    Result<void> pinned;
    {
        std::jthread thread([&] { hiccup = idleHiccup(lengthS); });
        pinned = pin(thread, cpus);
    }
    return pinned.map([&] { return hiccup; });
}

LoadSpec nullLoad(const LoadSpec& spec, const QString& url)
{
    auto load = spec;
    load.url = url;
    load.mapping = {};
    load.users = std::clamp(spec.users, 1, mostUsers);
    load.threads = std::clamp(spec.threads, 1, load.users);
    load.writeShare = 0;
    load.timeoutS = 1;

    return load;
}

Result<OperationRecord> run(LoadSpec spec, double lengthS)
{
    spec.timeline = { 0, warmupShare * lengthS, (1 - warmupShare) * lengthS, 0, 0.2 };
    Generator generator(spec);
    if (const auto started = generator.start(); !started)
        return tl::unexpected(started.error());
    const auto result = generator.finish();
    auto measured = result.measured();
    if (measured.counts.ok == 0)
        return fail(ErrorCode::LoadNotStarted, { u"the null server did not answer"_s });
    return measured;
}

Result<OperationRecord> runAtRate(LoadSpec spec, double ratePerS, double lengthS)
{
    spec.model = plan::LoadModel::Rate;
    spec.ratePerS = ratePerS;
    return run(std::move(spec), lengthS);
}

Result<OperationRecord> runAtFull(LoadSpec spec, double lengthS)
{
    spec.model = plan::LoadModel::Users;
    spec.thinkMinS = spec.thinkMaxS = 0;
    return run(std::move(spec), lengthS);
}

} // namespace

double plannedPerS(const LoadSpec& spec)
{
    if (spec.model == plan::LoadModel::Rate)
        return spec.ratePerS;
    const double think = (spec.thinkMinS + spec.thinkMaxS) / 2;
    return think > 0 ? spec.users / think : 0;
}

Result<Floor> measureFloor(const LoadSpec& spec, const std::vector<int>& serverCpus, double lengthS)
{
    const auto hiccup = idleHiccup(spec.cpus, idleShare * lengthS);
    if (!hiccup)
        return tl::unexpected(hiccup.error());
    const auto server = NullServer::start(serverCpus);
    if (!server)
        return tl::unexpected(server.error());
    const auto load = nullLoad(spec, (*server)->url());
    const auto calm = runAtRate(load, calmPerS, calmShare * lengthS);
    if (!calm)
        return tl::unexpected(calm.error());
    const auto full = runAtFull(load, fullShare * lengthS);
    if (!full)
        return tl::unexpected(full.error());
    const double maxPerS = double(full->completed) / ((1 - warmupShare) * fullShare * lengthS);
    const double planned = plannedPerS(spec);
    const auto usual = runAtRate(load, planned > 0 ? planned : maxPerS / 2, plannedShare * lengthS);
    if (!usual)
        return tl::unexpected(usual.error());
    const auto at = [](const metrics::Histogram& histogram, double q) { return double(histogram.quantileUs(q)); };
    return Floor { at(*hiccup, 0.5), at(*hiccup, 0.99), at(*hiccup, 0.999), at(usual->lag, 0.99),
        at(calm->service, 0.5), maxPerS };
}

} // namespace ceteris::load
