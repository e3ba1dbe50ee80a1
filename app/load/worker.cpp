// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/worker.h"

#include <sys/prctl.h>
#include <time.h>

#include <algorithm>
#include <utility>

namespace ceteris::load {
namespace {

double threadCpuS()
{
    timespec spent {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) + double(spent.tv_nsec) * 1e-9;
}

std::vector<int> accountsOf(const LoadSpec& spec, Share share)
{
    std::vector<int> accounts;
    for (int user = 0; user < share.size(spec.users); ++user)
        accounts.push_back(spec.firstAccount + share.globalUser(user));
    return accounts;
}

} // namespace

Result<std::unique_ptr<Worker>> Worker::make(const LoadSpec& spec, const Site& site, const Marks& marks, Share share)
{
    std::unique_ptr<Worker> worker(new Worker(spec, site, marks, share));
    auto transport = Transport::make(site, share.size(spec.users),
        [self = worker.get()](int tab, const Answer& answer) { self->onAnswer(tab, answer); });
    if (!transport)
        return tl::unexpected(transport.error());
    worker->m_transport = std::move(*transport);
    return worker;
}

Worker::Worker(const LoadSpec& spec, const Site& site, const Marks& marks, Share share)
    : m_spec(spec)
    , m_timeout(fromSeconds(spec.timeoutS))
    , m_agenda(spec, share, m_recorder)
    , m_oracle(spec, site, accountsOf(spec, share))
    , m_episodes(marks)
    , m_held(std::size_t(share.size(spec.users)))
    , m_flights(m_held.size() * std::size_t(spec.tokens.tabs))
{
    m_users.reserve(m_held.size());
    for (const int account : accountsOf(spec, share))
        m_users.emplace_back(site, account, spec.timeline.loginS > 0);
}

void Worker::run(const std::stop_token& stop, Conductor& conductor)
{
    prctl(PR_SET_NAME, "load");
    prctl(PR_SET_TIMERSLACK, 1UL); // wake when due, not when it suits the kernel
    const std::stop_callback wakeUp(stop, [this] { m_transport->wake(); });
    for (const auto& leg : conductor.legs()) {
        const auto start = conductor.startNextLeg();
        m_oracle.begin(m_spec.zero.value_or(conductor.firstStart().value_or(start)));
        if (stop.stop_requested())
            break;
        runLeg(leg, start, stop);
    }
    m_cpuS = threadCpuS();
    conductor.leave();
}

void Worker::runLeg(const Leg& leg, TimePoint start, const std::stop_token& stop)
{
    const auto windowEnd = start + leg.length();
    const auto drainEnd = windowEnd + leg.drain;
    bool isOpen = true;
    m_recorder.beginLeg(leg, start);
    m_health.beginLeg(leg, start);
    m_agenda.beginLeg(leg, start, activeUsers(leg));
    while (true) {
        const auto now = Clock::now();
        watchCpu(leg, start, now);
        m_health.tick(now);
        const bool isStopped = stop.stop_requested();
        if (isOpen && (now >= windowEnd || isStopped)) {
            isOpen = false;
            m_agenda.close(now);
            m_recorder.endLeg(now);
            m_health.heldUp(m_agenda.heldUp());
            m_health.endLeg(now);
        }
        if (isStopped || now >= drainEnd || (!isOpen && m_inFlight == 0 && m_agenda.isEmpty()))
            break;
        sendDue();
        dropOverdue(now);
        auto until = std::min({ isOpen ? windowEnd : drainEnd, m_agenda.nextDue(), m_health.nextTick() });
        if (!m_deadlines.empty())
            until = std::min(until, m_deadlines.front().at);
        m_transport->wait(until);
    }
    cutAll();
}

std::vector<int> Worker::activeUsers(const Leg& leg) const
{
    std::vector<int> users;
    const auto phase = leg.windows.front().phase;
    for (int user = 0; user < int(m_users.size()); ++user) {
        const auto& one = m_users[std::size_t(user)];
        const bool acts = phase == Phase::Login ? one.state() == User::State::SignedOut
            : phase == Phase::Logout            ? one.state() == User::State::SignedIn
                                                : one.mayAct();
        if (acts)
            users.push_back(user);
    }
    return users;
}

// The share of a core that this thread takes during Measure.
void Worker::watchCpu(const Leg& leg, TimePoint start, TimePoint now)
{
    const auto& last = leg.windows.back();
    if (last.phase != Phase::Measure)
        return;
    if (!m_measureBegin && now >= start + last.begin)
        m_measureBegin = { threadCpuS(), now };
    if (m_measureBegin && m_measureCores == 0 && now >= start + last.end)
        m_measureCores = (threadCpuS() - m_measureBegin->cpuS) / toSeconds(now - m_measureBegin->at);
}

void Worker::sendDue()
{
    // A bounded number in a row, so that answers do not wait behind a long queue of sends; more than answers come at
    // once, so that the queue gets shorter and users act while they are still in the caches.
    constexpr int mostInARow = 64;
    for (int i = 0; i < mostInARow; ++i) {
        const auto now = Clock::now();
        const auto item = m_agenda.take(now);
        if (!item)
            return;
        send(*item, now);
    }
}

void Worker::send(const Agenda::Item& item, TimePoint now)
{
    auto& one = m_users[std::size_t(item.user)];
    auto& held = m_held[std::size_t(item.user)];
    Flight flight { item.operation, item.planned, item.ready, now, item.isProbe };
    if (item.isProbe)
        return launch(item.user, flight, m_oracle.probe(item.user));
    if (item.operation == plan::Operation::Renew)
        return renew(item, now);
    if (!held && one.mustRenew(item.operation, now))
        return holdForRenewal(item, now);
    flight.isRepeat = held && held->wasSent;
    held.reset();
    const auto token = m_oracle.tokenFor(item.user, item.operation);
    const auto request = one.request(item.operation, token);
    if (flight.isRepeat) {
        m_recorder.repeated(flight);
    } else {
        m_recorder.sent(flight);
        const bool isWrite = item.operation == plan::Operation::Write;
        m_health.sent(flight, item.think, isWrite ? request.form->size() : 0);
    }
    launch(item.user, flight, request);
}

void Worker::launch(int tab, const Flight& flight, const Request& request)
{
    m_flights[std::size_t(tab)] = flight;
    ++m_inFlight;
    m_deadlines.push_back({ flight.sent + m_timeout, tab });
    m_transport->send(tab, request);
}

std::optional<Failure> Worker::judge(int user, plan::Operation operation, const Answer& answer)
{
    auto& one = m_users[std::size_t(user)];
    const auto before = one.state();
    auto failure = one.judge(operation, answer);
    const bool wasSignedIn = before == User::State::SignedIn;
    const bool isSignedIn = one.state() == User::State::SignedIn;
    if (isSignedIn != wasSignedIn)
        m_recorder.signedIn(isSignedIn ? 1 : -1);
    if (operation == plan::Operation::Login)
        m_everSignedIn += !failure && before == User::State::SignedOut ? 1 : 0;
    else if (before == User::State::Lost && isSignedIn)
        m_episodes.returned();
    return failure;
}

void Worker::onAnswer(int tab, const Answer& answer)
{
    const auto done = Clock::now();
    const auto& flight = *m_flights[std::size_t(tab)];
    if (flight.isProbe)
        return end(tab, { done, answer.failure }, answer);
    const int user = userOf(tab);
    if (!flight.isRepeat && m_users[std::size_t(user)].mayRenew(flight.operation, answer))
        return holdRefused(user, done);
    const auto failure = judge(user, flight.operation, answer);
    end(tab, { done, failure, answer.newConnection, answer.bytes }, answer);
}

void Worker::end(int tab, const Ending& ending, const Answer& answer)
{
    const int user = userOf(tab);
    const auto flight = *std::exchange(m_flights[std::size_t(tab)], std::nullopt);
    --m_inFlight;
    m_episodes.follow(m_oracle.book().soFar());
    m_oracle.ended(user, flight, ending, answer);
    if (!flight.isProbe) {
        m_episodes.ended(flight.sent, ending.done, ending.failure, answer.status);
        m_recorder.ended(flight, ending);
        m_health.ended(flight, ending.done, !ending.failure);
    }
    const bool givesTokens = flight.operation == plan::Operation::Login || flight.operation == plan::Operation::Renew;
    if (givesTokens)
        m_users[std::size_t(user)].tokensEnded(flight.operation, ending.failure, flight.sent);
    if (tab == user) // the others only help to renew
        goOn(user, flight, ending);
}

// What the user does next: what it did all this for, what this one led to, or something new.
void Worker::goOn(int user, const Flight& flight, const Ending& ending)
{
    const auto& one = m_users[std::size_t(user)];
    if (flight.operation == plan::Operation::Renew)
        return resume(user, ending.done);
    std::optional<plan::Operation> next;
    if (!flight.isProbe)
        next = ending.failure ? one.signInAgain(flight.operation) : one.nextAfter(flight.operation);
    if (next)
        m_agenda.follow(user, *next, ending.done);
    else
        m_agenda.release(user, ending.done);
    if (const auto probe = m_oracle.takeProbe(user))
        m_agenda.probe(user, *probe);
}

void Worker::dropOverdue(TimePoint now)
{
    for (; !m_deadlines.empty(); m_deadlines.pop_front()) {
        const auto [at, tab] = m_deadlines.front();
        const auto& flight = m_flights[std::size_t(tab)];
        const bool isMet = !flight || flight->sent + m_timeout != at;
        if (!isMet && at > now)
            return;
        if (isMet)
            continue;
        m_transport->cancel(tab);
        end(tab, { now, Failure::Timeout });
    }
}

void Worker::cutAll()
{
    m_agenda.abandonFollowUps();
    m_deadlines.clear();
    const auto now = Clock::now();
    for (int tab = 0; tab < int(m_flights.size()); ++tab) {
        if (m_flights[std::size_t(tab)])
            cut(tab, now);
    }
    for (int user = 0; user < users(); ++user) {
        if (m_held[std::size_t(user)])
            cutHeld(user, now);
    }
}

// Nobody knows what becomes of it: to the oracle that is a timeout.
void Worker::cut(int tab, TimePoint now)
{
    auto& flight = m_flights[std::size_t(tab)];
    m_transport->cancel(tab);
    m_oracle.ended(userOf(tab), *flight, { now, Failure::Timeout }, {});
    if (!flight->isProbe) {
        m_recorder.censored(*flight);
        m_health.ended(*flight, now, false);
    }
    flight.reset();
    --m_inFlight;
}

} // namespace ceteris::load
