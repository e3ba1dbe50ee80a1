// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/probes.h"

#include "app/run/arm.h"
#include "app/run/probecase.h"
#include "server/contract/names.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace ceteris::run {
namespace {

using load::Invariant;
using load::SessionAnswer;
using Clock = ProbeCase::Clock;

constexpr int probeIdleTimeoutS = 2;
constexpr int probeAccounts = 20;

std::string withQuery(std::string_view path, std::string_view name, std::string_view value)
{
    std::string query(path);
    query += path.find('?') == std::string_view::npos ? '?' : '&';
    return query.append(name).append("=").append(value);
}

std::string held(std::string_view path, const ProbeOptions& options)
{
    return withQuery(path, contract::probe::holdMs, std::to_string(options.hold.count()));
}

// A slow request has read its session when the user signs out, and saves it afterwards.
void probeLogoutRace(ProbeCase& probe)
{
    auto session = probe.signIn();
    if (!session)
        return probe.undecided(Invariant::LogoutRace);
    auto slow = session->sameSession();
    SessionAnswer late;
    std::jthread slowRequest([&] { late = probe.get(slow, held(contract::path::home, probe.options())); });
    std::this_thread::sleep_for(probe.options().hold / 4); // so that it has read the session
    const bool signedOut = probe.signOut(*session);
    slowRequest.join();
    const auto after = probe.get(*session, std::string(contract::path::me));
    // One that came back at once was too late itself: there was no race.
    const bool raced = late.status != 0 && late.took >= probe.options().hold * 9 / 10; // as timers are early, too
    if (signedOut && raced)
        probe.mustBeRefused(Invariant::LogoutRace, after);
    else
        probe.undecided(Invariant::LogoutRace);
}

// Used in time a session lives, and not used it ends.
void probeExpiry(ProbeCase& probe)
{
    const std::string me(contract::path::me);
    const auto& options = probe.options();
    auto session = probe.signIn();
    const auto lastUse = Clock::now();
    if (!session || probe.get(*session, me).status != 200)
        return probe.undecided(Invariant::Expiry);
    std::this_thread::sleep_for(options.idleTimeout - options.margin);
    const auto inTime = probe.get(*session, me);
    probe.mustLive(Invariant::Expiry, inTime, lastUse);
    if (inTime.status != 200)
        return;
    std::this_thread::sleep_for(options.idleTimeout + options.margin);
    probe.mustBeRefused(Invariant::Expiry, probe.get(*session, me));
}

std::string numbered(char letter, int number)
{
    return letter + std::to_string(number);
}

// Several requests of one session write beside each other, each an attribute of its own.
bool writeAllAtOnce(ProbeCase& probe, const load::SessionClient& session)
{
    std::atomic<int> written = 0;
    std::vector<std::jthread> writers;
    for (int i = 0; i < probe.options().writers; ++i) {
        writers.emplace_back([&probe, &written, i, client = session.sameSession()]() mutable {
            const auto key = withQuery(contract::path::set, contract::probe::key, numbered('k', i));
            const auto path = held(withQuery(key, "q", numbered('v', i)), probe.options());
            written += probe.get(client, path).status == 200;
        });
    }
    writers.clear(); // joins
    return written == probe.options().writers;
}

void probeConcurrentWrites(ProbeCase& probe)
{
    auto session = probe.signIn();
    if (!session || !writeAllAtOnce(probe, *session))
        return probe.undecided(Invariant::ConcurrentWrites);
    std::string missing;
    for (int i = 0; i < probe.options().writers; ++i) {
        const auto key = numbered('k', i);
        const auto read = probe.get(*session, withQuery(contract::path::get, contract::probe::key, key));
        if (read.status != 200)
            return probe.undecided(Invariant::ConcurrentWrites);
        if (read.body.find("\"q\":\"" + numbered('v', i) + '"') == std::string::npos)
            missing += ' ' + key;
    }
    if (missing.empty())
        probe.kept(Invariant::ConcurrentWrites);
    else
        probe.broken(Invariant::ConcurrentWrites, "all writes that were acknowledged", "lost:" + missing);
}

// The user is signed in twice, and signs out once.
void probeIsolation(ProbeCase& probe)
{
    auto first = probe.signIn();
    const auto begin = Clock::now();
    auto second = first ? probe.signIn() : std::nullopt;
    if (!second || !probe.signOut(*first))
        return probe.undecided(Invariant::Isolation);
    probe.mustLive(Invariant::Isolation, probe.get(*second, std::string(contract::path::me)), begin);
}

// Whoever has taken a copy of the cookie goes on after the user has signed out. Instances need not agree at once, so it
// is over when nobody has believed it for a while.
void probeRevocation(ProbeCase& probe)
{
    using namespace std::chrono_literals;
    constexpr auto step = 50ms;
    constexpr auto quiet = 1s;
    auto session = probe.signIn();
    if (!session)
        return;
    auto copy = session->sameSession();
    const auto cookie = copy.cookie();
    if (!probe.signOut(*session))
        return;
    const auto& options = probe.options();
    const auto isCancelled = [&options] { return options.cancelled && options.cancelled(); };
    const auto begin = Clock::now();
    Clock::duration lag {};
    for (auto since = lag; since < lag + quiet && lag < options.longestLag; since = Clock::now() - begin) {
        if (isCancelled())
            return;
        copy.setCookie(cookie); // whatever the last answer said
        if (probe.get(copy, std::string(contract::path::me)).status == 200)
            lag = std::max<Clock::duration>(since, 1ns);
        std::this_thread::sleep_for(step);
    }
    probe.revokedAfter(lag);
}

struct Probe
{
    void (*run)(ProbeCase&);
    int atATime; // few where a queue of sign-ins would eat the life of a session, many where there is much to wait for
};
constexpr Probe probes[] { { &probeExpiry, 32 }, { &probeLogoutRace, 4 }, { &probeConcurrentWrites, 4 },
    { &probeIsolation, 4 }, { &probeRevocation, 32 } };

// As long as an arm can believe what has ended elsewhere.
std::chrono::milliseconds longestLag(const contract::StoreConfig& store)
{
    constexpr int leastS = 2;
    const int believedS = store.kind == u"token" ? store.token.accessS
        : store.cache.kind == u"none"            ? 0
                                                 : store.cache.ttlS;
    return std::chrono::seconds(std::min(believedS + leastS, mostLagS));
}

// All repetitions of one probe, some at a time.
load::OracleReport repeated(
    const Probe& probe, const std::string& url, const ProbeOptions& options, Clock::time_point zero)
{
    load::OracleReport report;
    std::mutex mutex;
    std::atomic<int> next = 0;
    const auto work = [&] {
        while (!(options.cancelled && options.cancelled())) {
            const auto number = next++;
            if (number >= options.repetitions)
                return;
            ProbeCase one(url, options, number % options.accounts + 1, zero);
            probe.run(one);
            const std::scoped_lock lock(mutex);
            report.add(one.report());
        }
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < std::min(probe.atATime, options.repetitions); ++i)
        threads.emplace_back(work);
    threads.clear(); // joins
    return report;
}

} // namespace

contract::ServerConfig probeConfig(contract::ServerConfig config)
{
    config.probes = true;
    config.idleTimeoutS = probeIdleTimeoutS;
    config.absoluteTimeoutS = contract::ServerConfig().absoluteTimeoutS;
    return config;
}

ProbeOptions probeOptions(const contract::ServerConfig& probed)
{
    ProbeOptions options;
    options.cookieName = probed.cookieName.toStdString();
    options.accounts = std::min(probed.accounts.count, probeAccounts);
    options.idleTimeout = std::chrono::seconds(probed.idleTimeoutS);
    options.longestLag = longestLag(probed.store);
    return options;
}

load::OracleReport runProbes(const QString& url, const ProbeOptions& options)
{
    load::OracleReport report;
    const auto zero = Clock::now();
    for (const auto& probe : probes)
        report.add(repeated(probe, url.toStdString(), options, zero));
    return report;
}

double probesLastS(const plan::Plan& plan)
{
    constexpr double withoutLagS = 10;
    double sum = 0;
    for (const auto& arm : plan.arms)
        if (arm.url.isEmpty())
            sum += withoutLagS
                + std::chrono::duration<double>(probeOptions(probeConfig(serverConfig(plan, arm))).longestLag).count();
    return sum;
}

Result<std::vector<load::OracleReport>> probeArms(
    const plan::Plan& plan, const StartForProbes& start, std::function<bool()> cancelled)
{
    std::vector<load::OracleReport> reports;
    for (const auto& arm : plan.arms) {
        reports.emplace_back();
        if (!arm.url.isEmpty())
            continue;
        const auto running = start(arm);
        if (!running)
            return tl::unexpected(running.error());
        auto options = probeOptions(probeConfig(serverConfig(plan, arm)));
        options.cancelled = cancelled;
        reports.back() = runProbes((*running)->url(), options);
    }
    return reports;
}

} // namespace ceteris::run
