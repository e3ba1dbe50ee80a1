// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "app/cli/units.h"
#include "app/run/preflight.h"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

constexpr int barWidth = 24;

int columnsOf(std::FILE* out)
{
    winsize size {};
    return ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

QString phaseWord(const QString& phase)
{
    return phase == u"warmup" ? u"warm-up"_s : phase == u"washout" ? u"wash-out"_s : phase;
}

} // namespace

Terminal::Terminal(std::FILE* out)
    : m_out(out)
    , m_interactive(isatty(fileno(out)))
{
}

void Terminal::show(const results::Entry& entry)
{
    m_nowS = entry.tS;
    std::visit([this](const auto& event) { show(event); }, entry.event);
}

void Terminal::show(const results::ExperimentStarted& event)
{
    m_trials = event.trials;
    m_done = event.finishedTrials;
    m_plannedS = event.plannedS;
    line(event.name);
    if (!event.question.isEmpty())
        line(event.question);
    line(u"%1 (%2) × %3 (%4) × %5 = %6%7, about %8"_s.arg(counted(event.arms.size(), u"arm"), event.arms.join(u", "_s),
        counted(event.levels.size(), u"level"), event.levels.join(u", "_s), counted(event.blocks, u"block"),
        counted(event.trials, u"trial"),
        event.finishedTrials > 0 ? u", %1 of them done"_s.arg(event.finishedTrials) : QString(), span(event.plannedS)));
    line({});
}

void Terminal::show(const results::Preparing& event)
{
    status(u"%1 making accounts: %2 of %3"_s.arg(bar(event.total > 0 ? double(event.done) / event.total : 0))
               .arg(event.done)
               .arg(event.total));
    if (!m_interactive && event.done == event.total)
        line(u"made %1 accounts"_s.arg(event.total));
}

void Terminal::show(const results::Waiting& event)
{
    status(u"waiting for a quiet machine: %1 of at most %2%3"_s.arg(span(event.waitedS), span(event.atMostS),
        event.reason.isEmpty() ? QString() : QString(u" · "_s % event.reason)));
}

void Terminal::show(const results::Preflight& event)
{
    line(run::preflightText(event.rows, event.evidence));
}

void Terminal::show(const results::TrialStarted& event)
{
    m_trial = event;
    m_trials = std::max(m_trials, event.trials);
    m_beganS = m_nowS;
    m_figures.clear();
}

void Terminal::show(const results::PhaseStarted& event)
{
    m_phase = event.phase;
    m_phaseBeganS = m_nowS;
    m_phaseS = event.plannedS;
    m_figures.clear();
    show(results::Tick {});
}

void Terminal::show(const results::Tick& event)
{
    const auto shown = event.operations.contains(u"refresh"_s) ? u"refresh"_s : u"login"_s;
    if (const auto it = event.operations.find(shown); it != event.operations.end() && event.lengthS > 0) {
        const auto& tick = it->second;
        const auto failures = tick.failed + tick.timeouts;
        m_figures = u" · %1 %2/s · p99 %3%4"_s.arg(shown, rate(double(tick.completed) / event.lengthS),
            duration(tick.p99Us), failures > 0 ? u" · %1 failed"_s.arg(failures) : QString());
    }
    const auto share = m_plannedS > 0 ? (m_doneS + std::min(m_nowS - m_beganS, m_trial.plannedS)) / m_plannedS : 0;
    status(u"%1 trial %2 of %3 · %4, %5 · %6 %7 of %8%9 · %10"_s.arg(bar(share))
               .arg(m_done + 1)
               .arg(m_trials)
               .arg(m_trial.arm, m_trial.level, phaseWord(m_phase))
               .arg(std::max(0.0, m_nowS - m_phaseBeganS), 0, 'f', 0)
               .arg(span(m_phaseS), m_figures, remaining()));
}

void Terminal::show(const results::TrialFinished& event)
{
    ++m_done;
    m_doneS += m_trial.plannedS;
    m_beganS = m_nowS;
    line(u"trial %1 of %2  block %3  %4, %5: %6%7"_s.arg(event.trial)
             .arg(m_trials)
             .arg(m_trial.block)
             .arg(m_trial.arm, m_trial.level, event.status,
                 event.reason.isEmpty() ? QString() : QString(u" — " % event.reason)));
    m_trial.plannedS = 0; // the wash-out is part of what was planned for it
}

void Terminal::show(const results::Checked& event)
{
    for (const auto& row : event.rows)
        if (row.outcome == results::Outcome::Mark || row.outcome == results::Outcome::Void)
            line(u"  %1 %2: %3"_s.arg(row.outcome == results::Outcome::Void ? u"✖" : u"⚠", row.kind, row.text));
}

void Terminal::show(const results::Note& event)
{
    line(event.kind % u": " % event.text);
}

void Terminal::show(const results::ExperimentFinished& event)
{
    status({});
    line(u"%1: %2 of %3 trials%4"_s.arg(event.outcome)
             .arg(event.finishedTrials)
             .arg(m_trials)
             .arg(event.failedTrials > 0 ? u", %1 failed"_s.arg(event.failedTrials) : QString()));
}

void Terminal::line(const QString& text)
{
    std::fprintf(m_out, "%s%s\n", m_interactive ? "\r\033[K" : "", qUtf8Printable(text));
    std::fflush(m_out);
}

void Terminal::status(const QString& text)
{
    if (!m_interactive)
        return;
    std::fprintf(m_out, "\r\033[K%s", qUtf8Printable(text.left(columnsOf(m_out) - 1)));
    std::fflush(m_out);
}

QString Terminal::bar(double share) const
{
    const auto filled = std::clamp(static_cast<int>(share * barWidth), 0, barWidth);
    return QString(filled, u'█') % QString(barWidth - filled, u'░');
}

QString Terminal::remaining() const
{
    const auto inTrial = std::min(m_nowS - m_beganS, m_trial.plannedS);
    const auto left = m_plannedS - m_doneS - inTrial;
    return left < 1 ? u"almost done"_s : u"about %1 left"_s.arg(span(left));
}

} // namespace ceteris::cli
