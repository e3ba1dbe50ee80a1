// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/quiet.h"

#include "app/monitor/canary.h"
#include "app/run/guard.h"
#include "app/run/waiting.h"

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double foreignLimit = 0.05; // of the experiment's CPUs
constexpr double canaryLimit = 0.03;
constexpr double portsLimit = 0.20;

QString percent(double share)
{
    return QString(QString::number(share * 100, 'f', 1) + u" %"_s);
}

class Waiting
{
public:
    Waiting(const QuietOptions& options, const PreflightHooks& hooks)
        : m_options(options)
        , m_hooks(hooks)
        , m_watch(options.environment)
    {
    }

    Quiet run()
    {
        Quiet quiet;
        m_canaryUs = canaryUs();
        m_begin = Clock::now();
        m_watch.look(elapsedS());
        while (!quiet.reached && nextLook()) {
            m_watch.look(elapsedS());
            QString reason;
            if (elapsedS() >= m_options.quietS) {
                reason = judge(quiet);
                quiet.reached = reason.isEmpty();
            }
            if (m_hooks.progress && !quiet.reached)
                m_hooks.progress(elapsedS(), reason);
        }
        quiet.stopped = mustStop();
        return quiet;
    }

private:
    double elapsedS() const { return std::chrono::duration<double>(Clock::now() - m_begin).count(); }
    bool mustStop() const { return m_hooks.stop && m_hooks.stop(); }

    monitor::Probed<double> canaryUs() const
    {
        return monitor::runCanary(m_options.canaryCpus).map([](const monitor::Canary& it) { return it.medianUs; });
    }

    // The canary runs only when all else is quiet, and at the end, for the record.
    QString judge(Quiet& quiet)
    {
        quiet.window = m_watch.window(elapsedS() - m_options.quietS, elapsedS());
        const auto reason = unrest(quiet.window);
        if (!reason.isEmpty() && !m_lastLook)
            return reason;
        const auto next = canaryUs();
        quiet.window.canaryUs = next;
        quiet.canaryDrift = m_canaryUs.and_then([&](double before) -> monitor::Probed<double> {
            return next.map([before](double after) { return after / before - 1; });
        });
        m_canaryUs = next;
        return reason.isEmpty() ? unrest(quiet.canaryDrift) : reason;
    }

    double endS() const { return std::max(m_options.waitS, m_options.quietS); }

    // Waits for the time of the next look; false when there is to be none.
    bool nextLook()
    {
        if (m_lastLook)
            return false;
        waitFor(m_options.periodS, [this] { return mustStop(); });
        m_lastLook = elapsedS() >= endS(); // asked once, so that the last one knows that it is
        return !mustStop();
    }

    const QuietOptions& m_options;
    const PreflightHooks& m_hooks;
    Clock::time_point m_begin;
    monitor::EnvironmentWatch m_watch;
    monitor::Probed<double> m_canaryUs = monitor::notRead(); // the last one
    bool m_lastLook = false;
};

} // namespace

QString unrest(const monitor::EnvironmentWindow& window)
{
    const auto cpus = std::max(1, window.cpus);
    if (window.foreignCores && window.foreignCores->high > foreignLimit * cpus) {
        const auto who = culprit(window);
        const QString used = u"other programs use "_s + percent(window.foreignCores->high / cpus) + u" of the CPUs"_s;
        return who.isEmpty() ? used : QString(used + u", most of all "_s + who);
    }
    if (window.portsWaiting && *window.portsWaiting > portsLimit)
        return QString(percent(*window.portsWaiting) + u" of the client ports are in TIME_WAIT"_s);
    return {};
}

QString unrest(const monitor::Probed<double>& canaryDrift)
{
    if (canaryDrift && std::abs(*canaryDrift) > canaryLimit)
        return QString(u"a fixed piece of work changed its time by "_s + percent(std::abs(*canaryDrift)));
    return {};
}

Quiet waitUntilQuiet(const QuietOptions& options, const PreflightHooks& hooks)
{
    return Waiting(options, hooks).run();
}

} // namespace ceteris::run
