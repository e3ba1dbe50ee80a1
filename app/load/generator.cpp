// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/generator.h"

#include "app/load/affinity.h"
#include "app/load/planner.h"
#include "app/load/worker.h"

#include <curl/curl.h>

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ceteris::load {
namespace {

// For the poller, the log, the results and whatever Qt holds.
constexpr rlim_t otherDescriptors = 50;

Result<void> raiseDescriptorLimit(int connections)
{
    rlimit limit {};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (const auto needed = rlim_t(connections) + otherDescriptors; limit.rlim_max < needed)
        return fail(ErrorCode::LoadNotStarted,
            { u"%1 connections need %2 file descriptors, and this process may have %3 (ulimit -Hn)"_s.arg(connections)
                    .arg(needed)
                    .arg(limit.rlim_max) });
    return {};
}

QString reasonAgainst(const LoadSpec& spec)
{
    if (spec.users < 1)
        return u"there must be at least one user"_s;
    if (spec.threads < 1)
        return u"there must be at least one thread"_s;
    if (spec.thinkMinS < 0 || spec.thinkMaxS < spec.thinkMinS)
        return u"the think time must rise from its minimum to its maximum"_s;
    if (spec.model == plan::LoadModel::Rate && spec.ratePerS <= 0)
        return u"the model rate needs a rate above 0"_s;
    if (spec.timeoutS <= 0)
        return u"the timeout must be above 0"_s;
    return {};
}

void initCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

} // namespace

class Generator::Impl
{
public:
    explicit Impl(LoadSpec loadSpec)
        : spec(std::move(loadSpec))
        , threadCount(std::min(spec.threads, spec.users))
        , conductor(legsOf(spec.timeline), std::max(threadCount, 0))
    {
    }

    Result<void> makeWorkers();
    Result<void> startThreads();

    const LoadSpec spec;
    const int threadCount;
    Site site;
    Marks marks;
    std::vector<std::unique_ptr<Worker>> workers;
    Conductor conductor;
    std::atomic<int> running = 0;
    bool isStopped = false;
    double lastIntervalEndS = 0;
    Interval spare; // swapped with each worker's in turn
    std::vector<std::jthread> threads; // the last member: they end before what they use
};

Result<void> Generator::Impl::makeWorkers()
{
    if (const auto reason = reasonAgainst(spec); !reason.isEmpty())
        return fail(ErrorCode::LoadNotStarted, { reason });
    initCurl();
    auto target = siteOf(spec);
    if (!target)
        return tl::unexpected(target.error());
    site = std::move(*target);
    if (auto raised = raiseDescriptorLimit(spec.users * (spec.tokens.tabs + (spec.botShare > 0 ? 1 : 0))); !raised)
        return raised;
    for (int thread = 0; thread < threadCount; ++thread) {
        auto worker = Worker::make(spec, site, marks, { thread, threadCount });
        if (!worker)
            return tl::unexpected(worker.error());
        workers.push_back(std::move(*worker));
    }
    return {};
}

Result<void> Generator::Impl::startThreads()
{
    Result<void> pinned;
    running = threadCount;
    for (const auto& worker : workers) {
        auto& thread = threads.emplace_back([this, worker = worker.get()](const std::stop_token& stop) {
            worker->run(stop, conductor);
            --running;
        });
        pinned = pinned.and_then([&] { return pin(thread, spec.cpus); });
    }
    if (!pinned) {
        for (auto& thread : threads)
            thread.request_stop();
    }
    conductor.leave(); // the clock starts as soon as all threads are there
    return pinned;
}

Generator::Generator(LoadSpec spec)
    : m_impl(std::make_unique<Impl>(std::move(spec)))
{
}

Generator::~Generator() = default;

Result<void> Generator::start()
{
    return m_impl->makeWorkers().and_then([this] { return m_impl->startThreads(); });
}

double Generator::elapsedS() const
{
    const auto start = m_impl->conductor.firstStart();
    return start ? toSeconds(Clock::now() - *start) : 0;
}

Generator::Place Generator::place() const
{
    const auto position = m_impl->conductor.position();
    if (!position)
        return {};
    const auto& leg = m_impl->conductor.legs()[position->leg];
    const auto phase = leg.phaseAt(position->sinceStart);
    const auto window = std::find_if(
        leg.windows.begin(), leg.windows.end(), [phase](const Window& one) { return one.phase == phase; });
    return { phase, !leg.contains(position->sinceStart), toSeconds(position->sinceStart - window->begin),
        toSeconds(window->end - window->begin) };
}

bool Generator::finished() const
{
    return m_impl->running == 0;
}

Interval Generator::takeInterval()
{
    Interval sum;
    for (const auto& worker : m_impl->workers) {
        auto& part = m_impl->spare;
        for (auto& operation : part.operations)
            operation.clear();
        worker->recorder().takeInterval(part);
        for (std::size_t i = 0; i < part.operations.size(); ++i)
            sum.operations[i].add(part.operations[i]);
        sum.signedIn += part.signedIn;
        sum.inFlight += part.inFlight;
    }
    sum.beginS = m_impl->lastIntervalEndS;
    sum.endS = elapsedS();
    m_impl->lastIntervalEndS = sum.endS;
    return sum;
}

void Generator::mark()
{
    m_impl->marks.add(Clock::now());
}

void Generator::takeHold()
{
    m_impl->marks.takeHold(Clock::now());
}

bool Generator::leaked() const
{
    return std::any_of(m_impl->workers.begin(), m_impl->workers.end(),
        [](const auto& worker) { return worker->oracle().book().hasLeak(); });
}

void Generator::stop()
{
    m_impl->isStopped = m_impl->isStopped || !finished();
    for (auto& thread : m_impl->threads)
        thread.request_stop();
}

LoadResult Generator::finish()
{
    LoadResult result;
    for (auto& thread : m_impl->threads)
        thread.join();
    m_impl->threads.clear();
    std::vector<const OracleBook*> books;
    result.episodes.resize(m_impl->marks.count());
    for (const auto& worker : m_impl->workers) {
        const auto episodes = worker->episodes();
        for (std::size_t i = 0; i < episodes.size(); ++i)
            result.episodes[i].add(episodes[i]);
        books.push_back(&worker->oracle().book());
        result.probes.add(worker->oracle().probes());
        for (std::size_t i = 0; i < phaseCount; ++i)
            result.phases[i].add(worker->recorder().phases()[i]);
        result.signedIn += worker->everSignedIn();
        result.cpuS += worker->cpuS();
        result.health.add(worker->health());
        result.busiestThreadCores = std::max(result.busiestThreadCores, worker->measureCores());
    }
    result.oracle = OracleBook::conclude(books);
    result.scheduleHash = Planner(m_impl->spec).hash();
    result.stopped = m_impl->isStopped;
    return result;
}

} // namespace ceteris::load
