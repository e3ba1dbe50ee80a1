// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/resultsfolder.h"
#include "app/results/trialrow.h"
#include "app/run/observation.h"

namespace ceteris::run {

// A trial as it goes into the results folder.
struct TrialRecord
{
    QString status; // ok, failed, void
    QString reason;
    std::vector<results::TrialRow> rows; // one for each operation class of the plan
    std::vector<results::TrialHistograms> histograms; // of those with an answer
    std::vector<results::CheckRow> checks;
    std::vector<results::ViolationRow> violations;
    std::vector<results::FaultRow> faults {};

    void setStatus(const QString& newStatus, const QString& newReason); // here and in every row
};

// The rows of a trial that was observed from end to end.
TrialRecord recordOf(
    const plan::Plan& plan, const plan::Trial& trial, const Observation& seen, const QString& experiment);

// The rows of a trial that broke off: its place in the plan and the reason, nothing measured.
TrialRecord failedRecord(
    const plan::Plan& plan, const plan::Trial& trial, const QString& reason, const QString& experiment);

// The same for one that a person skipped: void, so that its block is run again.
TrialRecord skippedRecord(
    const plan::Plan& plan, const plan::Trial& trial, const QString& reason, const QString& experiment);

} // namespace ceteris::run
