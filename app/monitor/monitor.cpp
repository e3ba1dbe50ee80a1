// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"

#include "app/monitor/environmentwatch.h"
#include "app/monitor/machineprobe.h"
#include "app/monitor/memcachedprobe.h"
#include "app/monitor/redisprobe.h"
#include "app/monitor/serverprobe.h"
#include "app/monitor/sqlprobe.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::monitor {

using Clock = std::chrono::steady_clock;

namespace {

constexpr auto probeTimeout = 500ms;
constexpr double environmentPeriodS = 0.95; // once a second, also when a look comes a little early

EnvironmentOptions environmentOptions(const Watch& watch)
{
    EnvironmentOptions options;
    options.armPids = watch.appPids;
    options.armPids.insert(options.armPids.end(), watch.storePids.begin(), watch.storePids.end());
    options.observerPids = watch.observerPids;
    options.cpus = watch.cpus;
    options.accounting = watch.accounting;
    return options;
}

ServerProbe serverProbeOf(const Watch& watch)
{
    std::vector<ServerProbe::Instance> instances;
    for (std::size_t i = 0; i < watch.metricsUrls.size(); ++i) {
        const auto number = i < watch.instances.size() ? watch.instances[i] : static_cast<int>(i) + 1;
        instances.push_back({ number, watch.metricsUrls[i] });
    }
    return ServerProbe(instances, watch.sharedSessions);
}

// All probes, looked through one after the other.
class Sampler
{
public:
    explicit Sampler(const Watch& watch)
        : m_zero(watch.zero)
        , m_machine(watch)
        , m_server(serverProbeOf(watch))
        , m_redis(watch.redis)
        , m_keysPerSession(watch.keysPerSession)
        , m_memcachedAddress(watch.memcached)
    {
        if (watch.sql)
            m_sql.emplace(*watch.sql);
    }

    void follow(const Watch& watch)
    {
        m_machine.follow(watch);
        m_server = serverProbeOf(watch);
    }

    Sample look()
    {
        Sample sample;
        sample.tS = std::chrono::duration<double>(Clock::now() - m_zero).count();
        m_machine.look(sample);
        m_redis.look(sample, probeTimeout);
        if (const auto* keys = sample.find(u"redis_keys")) // a private Redis holds sessions and nothing else
            sample.readings.push_back({ u"sessions_live"_s, *keys / m_keysPerSession, u"1"_s });
        if (m_memcachedAddress && !m_memcached) // its socket belongs to the thread that looks
            m_memcached.emplace(*m_memcachedAddress);
        if (m_memcached)
            m_memcached->look(sample, probeTimeout);
        if (m_sql)
            m_sql->look(sample, probeTimeout);
        m_server.look(sample, probeTimeout);
        return sample;
    }

private:
    const Clock::time_point m_zero;
    MachineProbe m_machine;
    ServerProbe m_server;
    RedisProbe m_redis;
    const int m_keysPerSession;
    const std::optional<contract::MemcachedAddress> m_memcachedAddress;
    std::optional<MemcachedProbe> m_memcached;
    std::optional<SqlProbe> m_sql;
};

} // namespace

class Monitor::Impl
{
public:
    explicit Impl(const Watch& watch)
        : m_zero(watch.zero)
        , m_sampler(watch)
        , m_environment(environmentOptions(watch))
        , m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    std::vector<Sample> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_samples, {});
    }

    EnvironmentWindow environment(double beginS, double endS) const
    {
        const std::lock_guard lock(m_environmentMutex);
        return m_environment.window(beginS, endS);
    }

    void follow(const Watch& watch)
    {
        const std::lock_guard lock(m_mutex);
        m_changed = watch;
    }

    void setPeriod(std::chrono::milliseconds period)
    {
        const std::lock_guard lock(m_mutex);
        m_period = std::max(period, 1ms);
        m_periodChanged.notify_all();
    }

private:
    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            const auto period = m_period;
            if (m_periodChanged.wait_until(lock, stop, nextLook(period), [&] { return m_period != period; }))
                continue;
            if (stop.stop_requested())
                break;
            const auto changed = std::exchange(m_changed, std::nullopt);
            lock.unlock();
            if (changed)
                m_sampler.follow(*changed);
            auto sample = m_sampler.look();
            lookAround();
            lock.lock();
            m_samples.push_back(std::move(sample));
        }
    }

    void lookAround()
    {
        const auto tS = std::chrono::duration<double>(Clock::now() - m_zero).count();
        if (m_lookedAroundS && tS - *m_lookedAroundS < environmentPeriodS)
            return;
        m_lookedAroundS = tS;
        const std::lock_guard lock(m_environmentMutex);
        m_environment.look(tS);
    }

    // The next whole multiple of the period since zero: looks do not drift, and one that comes late makes none after
    // it come early.
    Clock::time_point nextLook(std::chrono::milliseconds period) const
    {
        const auto passed = Clock::now() - m_zero;
        return m_zero + (std::chrono::floor<std::chrono::milliseconds>(passed) / period + 1) * period;
    }

    const Clock::time_point m_zero;
    std::mutex m_mutex;
    std::condition_variable_any m_periodChanged;
    std::chrono::milliseconds m_period { 1000 };
    std::vector<Sample> m_samples;
    std::optional<Watch> m_changed; // processes that the next look is to follow
    Sampler m_sampler; // of the thread alone
    mutable std::mutex m_environmentMutex; // guards m_environment
    EnvironmentWatch m_environment;
    std::optional<double> m_lookedAroundS; // of the thread alone
    std::jthread m_thread; // last: it uses all the others
};

Monitor::Monitor(Watch watch)
    : m_impl(std::make_unique<Impl>(watch))
{
}

Monitor::~Monitor() = default;

std::vector<Sample> Monitor::take()
{
    return m_impl->take();
}

EnvironmentWindow Monitor::environment(double beginS, double endS) const
{
    return m_impl->environment(beginS, endS);
}

void Monitor::follow(const Watch& watch)
{
    m_impl->follow(watch);
}

void Monitor::setPeriod(std::chrono::milliseconds period)
{
    m_impl->setPeriod(period);
}

} // namespace ceteris::monitor
