// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/models/verdictreading.h"
#include "app/results/import/importedrun.h"
#include "app/results/preflightrow.h"
#include "app/results/resultsfolder.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ceteris::models {

enum class Progress { Complete, Running, Interrupted, Imported };
// Running: its engine holds the lock. Imported: of another tool, with nothing to wait for and nothing to decide.
Progress progressOf(const QString& folder, const QJsonObject& manifest);
bool isUnderWay(Progress progress); // running or interrupted: there is more to come

// How a folder stands, in the one word that the history, the filter and the summary use.
enum class Standing { Running, Interrupted, Pilot, NotComparable, Inconclusive, Confirmed, Imported, Unreadable };
Standing standingOf(Progress progress, const Verdict& verdict);

struct TrialKey // a trial as a person chooses it
{
    int trial = 0;
    int block = 0;
    int position = 0;
    int arm = 0; // index into the plan's arms
    QString armName;
    QString level;
    QString status; // ok, failed, void
    QString reason;

    bool operator==(const TrialKey&) const = default;
};

// One results folder as plain values: what every tab needs at once. Series and histograms are read by trial, when a tab
// asks for them (trialdata.h).
struct Experiment
{
    results::Results results;
    Progress progress = Progress::Complete;
    Verdict verdict;
    std::vector<TrialKey> trials; // in running order
    std::vector<results::PreflightRow> preflight; // of the latest start; empty: not there
    QString evidence; // "9 of 14 probes could be read"
    std::vector<results::ViolationRow> violations;
    int plannedTrials = 0;
    std::optional<results::ImportedRun> imported; // what another tool said; empty: an experiment of ours

    QString name() const { return results.plan.name; }
    QString path() const { return results.path; }
    int armIndex(const QString& name) const; // -1: none of the plan's
    bool isVoidBlock(int block) const; // a trial of it was disturbed: no verdict stands on it
    QStringList operations() const; // those that have rows, by their names in the files
    Standing standing() const { return standingOf(progress, verdict); }
};
using ExperimentPtr = std::shared_ptr<const Experiment>;

Result<Experiment> readExperiment(const QString& folder); // also while it is written
QString letterOf(int arm); // A: the control, B …

} // namespace ceteris::models
