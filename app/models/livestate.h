// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"
#include "app/results/preflightrow.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <deque>
#include <optional>
#include <vector>

namespace ceteris::models {

// What Live and Demo show of an experiment: plain values, made by LiveModel from the event stream.

enum class Stage { Idle, Preparing, Preflight, Waiting, Running, Finished, Stopped, Failed };
constexpr bool isActive(Stage stage)
{
    return stage == Stage::Preparing || stage == Stage::Preflight || stage == Stage::Waiting || stage == Stage::Running;
}

enum class TrialStatus { Running, Ok, Void, Withdrawn, Failed }; // Withdrawn: void because a person said so

// The figures of the tiles: response times merged over the last 10 s of a phase, not averaged.
struct KeyFigures
{
    std::optional<double> p50Us, p95Us, p99Us;
    std::optional<double> plannedPerS, achievedPerS;
    std::optional<double> errorShare; // of what was answered or given up
    std::optional<double> storeBytes; // of Redis; absent: this arm has none

    bool operator==(const KeyFigures&) const = default;
};

struct LiveExperiment
{
    QString name;
    QString question;
    QString folder;
    QStringList arms;
    QStringList levels;
    int blocks = 0;
    int trials = 0; // in the whole plan, with those that replace void ones
    int finishedBefore = 0; // by an earlier start
};

struct LiveTrial
{
    int number = 0;
    int block = 0;
    int position = 0;
    int arm = 0; // its place in the plan
    int level = 0;
    double beganS = 0; // on the stream's clock
    double plannedS = 0;
    TrialStatus status = TrialStatus::Running;
    QString reason; // of void, withdrawn and failed
    KeyFigures measured; // of refreshes over its whole measure window, so far
};

struct LivePhase // of the current trial
{
    QString name; // restart, idle, login, warmup, measure, logout, drain, washout; probes: of no trial
    double fromS = 0; // since the trial began
    double plannedS = 0;
};

enum class LogKind {
    ExperimentStarted,
    ExperimentResumed,
    Preflight,
    Waiting,
    TrialStarted,
    PhaseStarted,
    Disturbed,
    TrialFinished,
    Note,
    FaultBegun,
    FaultEnded,
    ExperimentFinished,
    EngineLost
};
enum class Severity { Info, Warning, Error };

struct LogRow // what happened; its sentence is made where it is shown, in the language of then
{
    LogKind kind = LogKind::Note;
    Severity severity = Severity::Info;
    double tS = 0; // on the stream's clock
    QString timeUtc;
    int trial = 0; // 0: none
    std::optional<double> trialS; // since the trial began; absent outside of one
    QString phase;
    QString source; // run, guard, redis, server, user, fault
    QStringList words; // what the sentence is made with
};
QString logText(const LogRow& row);

struct LiveState
{
    static constexpr std::size_t keptLog = 500;
    static constexpr std::size_t keptChecks = 500;

    Stage stage = Stage::Idle;
    LiveExperiment experiment;
    double nowS = 0; // on the stream's clock

    int accountsDone = 0, accountsTotal = 0; // Preparing
    double waitedS = 0, waitAtMostS = 0; // Waiting
    QString waitReason;
    std::vector<results::PreflightRow> preflight;
    QString evidence; // "9 of 14 probes could be read"

    std::vector<LiveTrial> trials; // begun so far; the last one is the current one
    std::vector<LivePhase> phases; // of the current trial; the last one goes on
    double phaseLeftS = 0;
    double progress = 0; // 0 … 1 of the whole plan, by planned durations; never falls
    std::optional<double> leftS; // absent: not known yet; 0: almost done
    double stalledS = 0; // without a tick while there should be one; 0: all is well

    std::vector<results::CheckRow> lastChecks; // all of the trial that ended last
    std::deque<results::CheckRow> findings; // marks and voids of all trials, the newest ones
    std::deque<LogRow> log; // the newest ones
    QString failure; // why it failed, as a sentence
    QStringList lastLines; // of the engine, when it was lost
    QString verdict; // what the stream says came of it; empty: see the results

    const LiveTrial* trial() const { return trials.empty() ? nullptr : &trials.back(); }
    const LivePhase* phase() const { return phases.empty() ? nullptr : &phases.back(); }
    QString phaseName() const { return phases.empty() ? QString() : phases.back().name; }
    const LiveTrial* lastFinished() const; // nullptr: none yet
    int countOf(TrialStatus status) const;
    QList<int> failedTrials() const; // their numbers
    bool canSkip() const { return stage == Stage::Running && trial() && trial()->status == TrialStatus::Running; }
};

} // namespace ceteris::models
