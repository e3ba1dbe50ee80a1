// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"
#include "app/results/preflightrow.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace ceteris::results {

// The engine's event stream: one JSON object a line in live.ndjson and, with --events, on stdout. Terminal, window and
// replay all read this and nothing else of a running experiment.

struct ExperimentStarted
{
    QString name;
    QString question;
    QString folder;
    QStringList arms;
    QStringList levels;
    int blocks = 0;
    int trials = 0; // in the whole plan
    int finishedTrials = 0; // done before this start: more than 0 after a resume
    double plannedS = 0; // of the trials that are left
};

struct Preparing // the accounts that the plan needs
{
    int done = 0;
    int total = 0;
};

struct Preflight // what was asked of the machine before the first trial
{
    std::vector<PreflightRow> rows;
    QString evidence; // "9 of 14 probes could be read"
};

struct Waiting // for the machine to become quiet
{
    double waitedS = 0;
    double atMostS = 0;
    QString reason; // who disturbs; empty while there is none
};

struct TrialStarted
{
    int trial = 0;
    int block = 0;
    int position = 0;
    QString arm;
    QString level;
    double plannedS = 0;
    int trials = 0; // in the whole plan, with those that replace void ones
};

struct PhaseStarted
{
    int trial = 0;
    QString phase; // restart, idle, login, warmup, measure, logout, drain, washout
    double plannedS = 0;
};

struct OperationTick
{
    std::uint64_t planned = 0, sent = 0, ok = 0, failed = 0, timeouts = 0, completed = 0;
    std::optional<double> p50Us, p95Us, p99Us; // response time of this second; absent without an answer
    QByteArray response, service; // histograms of this second, metrics::encode; empty without an answer
};

struct Tick // once a second while a trial is under load
{
    int trial = 0;
    double trialS = 0; // since the trial began
    QString phase;
    double lengthS = 1; // of the interval it covers
    std::map<QString, OperationTick> operations; // by name, those that did something
    int signedIn = 0;
    int inFlight = 0;
    std::map<QString, double> readings; // of the monitor, by metric
};

struct TrialFinished
{
    int trial = 0;
    QString status; // ok, failed, void
    QString reason;
};

struct Checked // what was asked of a trial beside its figures, when it is over
{
    int trial = 0;
    std::vector<CheckRow> rows;
};

struct Note // anything a person should see
{
    int trial = 0; // 0: none
    QString source; // run, redis, server, user
    QString kind; // warning, error, stopped; marker: of the user
    QString text;
};

struct ExperimentFinished
{
    QString outcome; // done, stopped, failed
    int finishedTrials = 0;
    int failedTrials = 0;
    QString text;
};

using Event = std::variant<ExperimentStarted, Preparing, Waiting, Preflight, TrialStarted, PhaseStarted, Tick,
    TrialFinished, Checked, Note, ExperimentFinished>;

// An event and when it was.
struct Entry
{
    double tS = 0; // since the engine started on this folder
    QString timeUtc; // ISO 8601 with milliseconds
    Event event;
};

QJsonObject toJson(const Entry& entry);
QByteArray toLine(const Entry& entry); // the same as text; ends with \n
std::optional<Entry> entryFromLine(const QByteArray& line); // nullopt for a torn line or an unknown type

} // namespace ceteris::results
