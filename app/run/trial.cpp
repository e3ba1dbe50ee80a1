// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/trial.h"

#include "app/load/generator.h"
#include "app/monitor/canary.h"
#include "app/monitor/processtree.h"
#include "app/plan/parts.h"
#include "app/run/arm.h"
#include "app/run/faulttools.h"
#include "app/run/loadspecs.h"
#include "app/run/ticker.h"
#include "app/run/waiting.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int pollMs = 20; // how late the end of a window may be noticed
constexpr auto signInPeriod = std::chrono::milliseconds(200); // sessions grow: more looks for bytes per session
constexpr auto usualPeriod = std::chrono::milliseconds(1000);

QString phaseName(const load::Generator::Place& place)
{
    if (place.draining)
        return u"drain"_s;
    switch (place.phase) {
    case load::Phase::Login:
        return u"login"_s;
    case load::Phase::Warmup:
        return u"warmup"_s;
    case load::Phase::Measure:
        return u"measure"_s;
    case load::Phase::Logout:
        return u"logout"_s;
    }
    return {};
}

// What disturbed either of them disturbed the trial.
monitor::Probed<double> slower(
    const monitor::Probed<monitor::Canary>& before, const monitor::Probed<monitor::Canary>& after)
{
    if (!before)
        return monitor::unavailable(before.error());
    if (!after)
        return monitor::unavailable(after.error());
    return std::max(before->medianUs, after->medianUs);
}

// One trial under way: the arm's processes, the generator and the monitor, and what has been seen of them.
class Running
{
public:
    Running(const TrialContext& context, const plan::Trial& trial)
        : m_context(context)
        , m_trial(trial)
        , m_arm(context.plan.arms[static_cast<std::size_t>(trial.arm)])
    {
        m_seen.startedUtc = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    }

    Result<void> start()
    {
        announce(u"restart"_s, 1);
        auto processes = RunningArm::start(m_context.plan, m_arm, cpusFor(m_arm, m_context.cpus), m_context.workspace,
            m_context.serverProgram, Purpose::Load, m_links.through());
        if (!processes)
            return tl::unexpected(processes.error());
        if (m_links.failure())
            return tl::unexpected(*m_links.failure());
        m_processes = std::move(*processes);
        prepareFaults();
        m_watch = watch();
        m_seen.hasStoreProcess = !m_watch.storePids.empty();
        m_seen.spec = loadSpec(m_context.plan, m_trial, m_context.cpus, m_context.experiment, m_processes->url());
        m_seen.spec.zero = m_begin;
        m_canary = monitor::runCanary(m_context.cpus.server);
        watchIdle();
        m_monitor = std::make_unique<monitor::Monitor>(m_watch);
        m_monitor->setPeriod(signInPeriod);
        m_generator = std::make_unique<load::Generator>(m_seen.spec);
        m_ticker = std::make_unique<Ticker>(
            m_context.journal, *m_generator, *m_monitor, m_trial.number, m_arm.name, [this] { return elapsedS(); });
        return m_generator->start();
    }

    // True when the timeline is over, false when a stop was requested.
    Result<bool> watchLoad()
    {
        while (!m_generator->finished()) {
            if (m_context.stop.requested() || m_context.journal.failure()) {
                m_generator->stop();
                return false;
            }
            if (isSkipped()) {
                m_generator->stop();
                return fail(ErrorCode::TrialSkipped, { QString::number(elapsedS(), 'f', 0) });
            }
            if (m_generator->leaked()) {
                m_seen.leaked = true;
                m_generator->stop();
            }
            if (const auto lost = m_processes->lost(m_faults->ended())) {
                m_generator->stop();
                return tl::unexpected(*lost);
            }
            followPhase(m_generator->place());
            if (const auto followed = followFaults(); !followed) {
                m_generator->stop();
                return tl::unexpected(followed.error());
            }
            m_ticker->update(m_phase, m_seen);
            QCoreApplication::processEvents();
            QThread::msleep(pollMs);
        }
        closeWindow();
        m_faults->finish();
        return true;
    }

    Observation conclude()
    {
        m_seen.load = m_generator->finish();
        m_ticker->finish(m_phase, m_seen);
        m_seen.counters = m_processes->counters();
        m_seen.faults = m_faults->begun();
        m_seen.hasEndedInstances = m_faults->hasEndedInstances();
        m_seen.measureBeganS = m_measureBeganS.value_or(0);
        if (const auto& measure = m_seen.cpu[static_cast<std::size_t>(load::Phase::Measure)]) {
            m_seen.environment = m_monitor->environment(measure->beginS, measure->endS);
            if (!m_seen.faults.empty())
                m_seen.environment->armDied = false; // on purpose
            m_seen.environment->canaryUs = slower(m_canary, monitor::runCanary(m_context.cpus.server));
        }
        return std::move(m_seen);
    }

private:
    bool isSkipped() const { return m_context.skipped == m_trial.number; }

    // Nobody asks for anything yet: what the processes use now is not the cost of a request.
    void watchIdle()
    {
        const auto lengthS = m_context.plan.phases.idleS;
        if (lengthS <= 0)
            return;
        announce(u"idle"_s, lengthS);
        auto& idle = m_seen.idle.emplace(CpuWindow { elapsedS(), 0, monitor::cpuUse(m_watch), {} });
        waitFor(lengthS, [this] { return m_context.stop.requested() || isSkipped(); });
        idle.endS = elapsedS();
        idle.end = monitor::cpuUse(m_watch);
    }

    Result<void> followFaults()
    {
        return m_measureBeganS ? m_faults->follow(elapsedS() - *m_measureBeganS) : Result<void>();
    }

    void prepareFaults()
    {
        auto tools = faultTools(*m_processes, m_links, [this](const auto& change) { return withOtherParts(change); });
        tools.maxMemoryMib = m_arm.redis.maxMemoryMib;
        tools.signal = [this, send = tools.signal](qint64 pid, int signal) {
            if (signal == SIGKILL || signal == SIGTERM) {
                m_processes->bank(pid);
                m_watch = watch();
            }
            send(pid, signal);
        };
        tools.tookHold = [this] { m_generator->takeHold(); };
        auto events = plan::eventsOf(m_context.plan, m_arm);
        const auto later = std::ranges::stable_partition(
            events, [this](const plan::Event& event) { return event.atS < m_context.plan.phases.measureS; });
        m_signOutEvents.assign(later.begin(), later.end());
        events.erase(later.begin(), later.end());
        m_faults = std::make_unique<Faults>(
            std::move(events), std::move(tools), [this](const Fault& fault) { tell(fault); });
    }

    // The drain before them was as long as it took.
    void beginSignOuts(double measuredS)
    {
        for (auto& event : m_signOutEvents)
            event.atS += measuredS - m_context.plan.phases.measureS;
        m_faults->add(std::exchange(m_signOutEvents, {}));
    }

    Result<void> withOtherParts(const std::function<Result<void>()>& change)
    {
        const auto changed = change();
        m_watch = watch();
        m_monitor->follow(m_watch);
        return changed;
    }

    monitor::Watch watch() const
    {
        auto watch = m_processes->watch();
        watch.zero = m_begin;
        watch.cpus = allOf(m_context.cpus);
        watch.accounting = m_context.accounting;
        return watch;
    }

    void tell(const Fault& fault)
    {
        if (!fault.endedS)
            m_generator->mark();
        m_context.journal.write(
            results::Note { m_trial.number, u"fault"_s, fault.endedS ? u"fault_end"_s : u"fault_begin"_s,
                fault.endedS ? QString(u"end of: "_s % shown(fault.event)) : shown(fault.event) });
    }

    double elapsedS() const { return std::chrono::duration<double>(Clock::now() - m_begin).count(); }

    void announce(const QString& phase, double plannedS)
    {
        m_phase = phase;
        m_context.journal.write(results::PhaseStarted { m_trial.number, phase, plannedS });
    }

    void followPhase(const load::Generator::Place& place)
    {
        const auto phase = phaseName(place);
        if (phase == m_phase || place.lengthS <= 0)
            return;
        closeWindow();
        announce(phase, place.lengthS);
        if (place.draining)
            return;
        if (place.phase == load::Phase::Warmup) {
            m_seen.sessionsAfterLogin = m_processes->sessions();
            m_monitor->setPeriod(usualPeriod);
        }
        const auto now = elapsedS();
        if (place.phase == load::Phase::Measure)
            m_measureBeganS = now - place.elapsedS;
        if (place.phase == load::Phase::Logout && m_measureBeganS)
            beginSignOuts(now - place.elapsedS - *m_measureBeganS);
        const auto use = monitor::cpuUse(m_watch);
        m_openWindow = place.phase;
        m_seen.cpu[static_cast<std::size_t>(place.phase)] = CpuWindow { now, now, use, use };
    }

    void closeWindow()
    {
        if (!m_openWindow)
            return;
        auto& window = *m_seen.cpu[static_cast<std::size_t>(*m_openWindow)];
        window.endS = elapsedS();
        window.end = monitor::cpuUse(m_watch);
        m_openWindow.reset();
    }

    const TrialContext& m_context;
    const plan::Trial& m_trial;
    const plan::Arm& m_arm;
    const Clock::time_point m_begin = Clock::now();
    Observation m_seen;
    QString m_phase;
    std::optional<load::Phase> m_openWindow;
    monitor::Watch m_watch;
    monitor::Probed<monitor::Canary> m_canary = monitor::notRead(); // before the load
    std::optional<double> m_measureBeganS;
    std::vector<plan::Event> m_signOutEvents; // until these begin
    LinkBoard m_links { plan::disturbedLinks(m_context.plan, m_arm) }; // outlives those who speak through it
    std::unique_ptr<RunningArm> m_processes; // the first to be made is the last to go
    std::unique_ptr<monitor::Monitor> m_monitor;
    std::unique_ptr<load::Generator> m_generator;
    std::unique_ptr<Ticker> m_ticker;
    std::unique_ptr<Faults> m_faults;
};

} // namespace

std::optional<Seen> runTrial(const TrialContext& context, const plan::Trial& trial)
{
    Running running(context, trial);
    if (const auto started = running.start(); !started)
        return tl::unexpected(started.error());
    const auto watched = running.watchLoad();
    if (!watched)
        return tl::unexpected(watched.error());
    if (!*watched)
        return std::nullopt;
    return running.conclude();
}

} // namespace ceteris::run
