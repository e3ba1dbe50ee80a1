// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livemodel.h"

#include "app/results/orders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What each event does to the state.
namespace ceteris::models {
namespace {

constexpr int fewLines = 20; // of what the engine said last

TrialStatus statusOf(const QString& name)
{
    if (name == u"ok")
        return TrialStatus::Ok;
    return name == u"void" ? TrialStatus::Void : TrialStatus::Failed;
}

Severity severityOf(TrialStatus status)
{
    if (status == TrialStatus::Ok)
        return Severity::Info;
    return status == TrialStatus::Failed ? Severity::Error : Severity::Warning;
}

Severity severityOf(const QString& kind) // of a note
{
    if (kind == u"error")
        return Severity::Error;
    return kind == u"warning" ? Severity::Warning : Severity::Info;
}

int placeIn(const QStringList& names, const QString& name)
{
    return std::max(0, static_cast<int>(names.indexOf(name)));
}

} // namespace

// A resumed experiment goes on in the same stream, on a clock of its own.
void LiveModel::on(const results::ExperimentStarted& event)
{
    const bool goesOn = event.finishedTrials > 0 && event.folder == m_state.experiment.folder;
    archive();
    LiveState next;
    if (goesOn) {
        next.trials = std::move(m_state.trials);
        next.log = std::move(m_state.log);
        next.findings = std::move(m_state.findings);
        std::erase_if(next.trials, [](const LiveTrial& it) { return it.status == TrialStatus::Running; });
    } else {
        m_history.clear();
    }
    next.nowS = m_state.nowS;
    m_state = std::move(next);
    m_lastTickS = 0;
    m_state.stage = Stage::Preparing;
    m_state.experiment = { event.name, event.question, event.folder, event.arms, event.levels, event.blocks,
        event.trials, event.finishedTrials };
    m_progress.begin(event);
    log(event.finishedTrials > 0 ? LogKind::ExperimentResumed : LogKind::ExperimentStarted,
        { event.name, QString::number(event.finishedTrials), QString::number(event.trials) }, Severity::Info, u"run"_s);
}

void LiveModel::on(const results::Preparing& event)
{
    m_state.stage = Stage::Preparing;
    m_state.accountsDone = event.done;
    m_state.accountsTotal = event.total;
}

void LiveModel::on(const results::Waiting& event)
{
    m_state.stage = Stage::Waiting;
    if (event.reason != m_state.waitReason && !event.reason.isEmpty())
        log(LogKind::Waiting, { event.reason }, Severity::Info, u"guard"_s);
    m_state.waitedS = event.waitedS;
    m_state.waitAtMostS = event.atMostS;
    m_state.waitReason = event.reason;
}

void LiveModel::on(const results::Preflight& event)
{
    using results::Readiness;
    m_state.stage = Stage::Preflight;
    m_state.preflight = event.rows;
    m_state.evidence = event.evidence;
    const auto count = [&event](Readiness readiness) {
        return std::ranges::count(event.rows, readiness, &results::PreflightRow::readiness);
    };
    const auto failed = count(Readiness::Fail);
    const auto warned = count(Readiness::Warn);
    log(LogKind::Preflight, { QString::number(event.rows.size()), QString::number(warned), QString::number(failed) },
        failed > 0       ? Severity::Error
            : warned > 0 ? Severity::Warning
                         : Severity::Info,
        u"guard"_s);
}

void LiveModel::on(const results::TrialStarted& event)
{
    archive();
    m_state.stage = Stage::Running;
    auto& experiment = m_state.experiment;
    experiment.trials = std::max(experiment.trials, event.trials);
    m_state.phases.clear();
    std::erase_if(
        m_state.trials, [&event](const LiveTrial& it) { return it.number == event.trial; }); // cut off, begun anew
    m_state.trials.push_back({ event.trial, event.block, event.position, placeIn(experiment.arms, event.arm),
        placeIn(experiment.levels, event.level), m_state.nowS, event.plannedS, TrialStatus::Running, {}, {} });
    m_lastTickS = m_state.nowS;
    m_progress.beginTrial(event, m_state.nowS);
    log(LogKind::TrialStarted, { QString::number(event.trial), event.arm, event.level }, Severity::Info, u"run"_s);
}

void LiveModel::on(const results::PhaseStarted& event)
{
    if (event.trial == 0) { // the probes of the arms, before all trials
        m_state.stage = Stage::Preflight;
        m_state.phases = { { event.phase, 0, event.plannedS } };
    } else if (const auto* trial = m_state.trial(); trial && trial->number == event.trial) {
        m_state.stage = Stage::Running;
        m_state.phases.push_back({ event.phase, m_state.nowS - trial->beganS, event.plannedS });
    }
    log(LogKind::PhaseStarted, { event.phase }, Severity::Info, u"run"_s);
}

void LiveModel::on(const results::Tick& event)
{
    if (!m_state.trial() || m_state.trial()->number != event.trial)
        return;
    m_lastTickS = m_state.nowS;
    m_series.add(event);
    m_state.trials.back().measured = m_series.measured();
}

void LiveModel::on(const results::Checked& event)
{
    using results::Outcome;
    if (std::ranges::none_of(event.rows, results::isOrder))
        m_state.lastChecks = event.rows;
    for (const auto& row : event.rows) {
        if (results::isOrder(row)) {
            withdraw(row);
            continue;
        }
        if (row.outcome != Outcome::Mark && row.outcome != Outcome::Void)
            continue;
        m_state.findings.push_back(row);
        if (m_state.findings.size() > LiveState::keptChecks)
            m_state.findings.pop_front();
        log(LogKind::Disturbed, { row.text }, row.outcome == Outcome::Void ? Severity::Error : Severity::Warning,
            row.kind);
    }
}

// Its block is run again as a whole: the figures of its other trials go with it.
void LiveModel::forgetBlock(int block)
{
    for (const auto& trial : m_state.trials)
        if (trial.block == block)
            m_history.forget(trial.number);
}

// Of a skipped trial the end comes next; that of one to be run again has been.
void LiveModel::withdraw(const results::CheckRow& order)
{
    log(LogKind::Disturbed, { order.text }, Severity::Warning, u"user"_s);
    const auto found = std::ranges::find(m_state.trials, order.trial, &LiveTrial::number);
    if (found == m_state.trials.end())
        return;
    found->status = TrialStatus::Withdrawn;
    forgetBlock(found->block);
}

// The trial goes on to be shown, with its washout, until the next one begins.
void LiveModel::on(const results::TrialFinished& event)
{
    const auto found = std::ranges::find(m_state.trials, event.trial, &LiveTrial::number);
    if (found == m_state.trials.end())
        return;
    found->reason = event.reason;
    const bool isWithdrawn = found->status == TrialStatus::Withdrawn;
    if (!isWithdrawn)
        found->status = statusOf(event.status);
    log(LogKind::TrialFinished,
        { QString::number(event.trial), isWithdrawn ? u"withdrawn"_s : event.status, event.reason },
        severityOf(found->status), u"run"_s);
    if (found->status == TrialStatus::Void)
        forgetBlock(found->block);
}

void LiveModel::logFault(const results::Note& event)
{
    const bool isOver = event.kind == u"fault_end";
    const auto what = isOver ? QString(event.text).remove(0, event.text.indexOf(u": ") + 2) : event.text;
    log(isOver ? LogKind::FaultEnded : LogKind::FaultBegun, { what }, Severity::Info, event.source);
}

void LiveModel::on(const results::Note& event)
{
    if (event.kind == u"verdict") // of a recording, whose results folder is not there
        m_state.verdict = event.text;
    if (event.source == u"fault")
        return logFault(event);
    log(LogKind::Note, { event.text }, severityOf(event.kind), event.source);
    if (event.kind != u"error")
        return;
    m_state.lastLines.append(event.text);
    while (m_state.lastLines.size() > fewLines)
        m_state.lastLines.removeFirst();
}

void LiveModel::on(const results::ExperimentFinished& event)
{
    log(LogKind::ExperimentFinished, { event.outcome, QString::number(event.finishedTrials), event.text },
        event.outcome == u"failed" ? Severity::Error : Severity::Info, u"run"_s);
    if (event.outcome == u"failed")
        return fail(event.text);
    m_state.stage = event.outcome == u"done" ? Stage::Finished : Stage::Stopped;
    if (m_state.stage == Stage::Finished)
        m_progress.end();
}

} // namespace ceteris::models
