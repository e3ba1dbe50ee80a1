// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livestate.h"

#include "app/models/enginetext.h"
#include "app/models/livewords.h"

#include <algorithm>

namespace ceteris::models {
namespace {

QString finishedText(const QStringList& words)
{
    const auto outcome = words.value(0);
    if (outcome == u"failed")
        return LiveWords::tr("The experiment failed: %1").arg(words.value(2));
    if (outcome == u"stopped")
        return LiveWords::tr("The experiment was stopped after %1 trials").arg(words.value(1));
    return LiveWords::tr("The experiment is finished");
}

QString trialFinishedText(const QStringList& words)
{
    const auto status = words.value(1);
    if (status == u"void")
        return LiveWords::tr("Trial %1 is contaminated: %2").arg(words.value(0), engineText(words.value(2)));
    if (status == u"withdrawn")
        return LiveWords::tr("Trial %1 does not count: %2").arg(words.value(0), engineText(words.value(2)));
    if (status == u"failed")
        return LiveWords::tr("Trial %1 failed: %2").arg(words.value(0), engineText(words.value(2)));
    return LiveWords::tr("Trial %1 is finished").arg(words.value(0));
}

} // namespace

QString logText(const LogRow& row)
{
    const auto& words = row.words;
    switch (row.kind) {
    case LogKind::ExperimentStarted:
        return LiveWords::tr("The experiment begins: %1 trials").arg(words.value(2));
    case LogKind::ExperimentResumed:
        return LiveWords::tr("The experiment goes on: %1 of %2 trials were done").arg(words.value(1), words.value(2));
    case LogKind::Preflight:
        return LiveWords::tr("Pre-flight: %1 checks, %2 warnings, %3 failed")
            .arg(words.value(0), words.value(1), words.value(2));
    case LogKind::Waiting:
        return LiveWords::tr("Waiting for a quiet machine: %1").arg(engineText(words.value(0)));
    case LogKind::TrialStarted:
        return LiveWords::tr("Trial %1 begins: %2, %3").arg(words.value(0), words.value(1), words.value(2));
    case LogKind::PhaseStarted:
        return LiveWords::tr("Phase: %1").arg(phaseText(words.value(0)));
    case LogKind::TrialFinished:
        return trialFinishedText(words);
    case LogKind::ExperimentFinished:
        return finishedText(words);
    case LogKind::FaultBegun:
        return LiveWords::tr("↯ Fault: %1").arg(words.value(0));
    case LogKind::FaultEnded:
        return LiveWords::tr("↺ Fault over: %1").arg(words.value(0));
    case LogKind::Disturbed:
    case LogKind::Note:
    case LogKind::EngineLost:
        break;
    }
    return engineText(words.value(0));
}

const LiveTrial* LiveState::lastFinished() const
{
    const auto found = std::find_if(
        trials.rbegin(), trials.rend(), [](const LiveTrial& it) { return it.status != TrialStatus::Running; });
    return found == trials.rend() ? nullptr : &*found;
}

int LiveState::countOf(TrialStatus status) const
{
    return static_cast<int>(std::ranges::count(trials, status, &LiveTrial::status));
}

QList<int> LiveState::failedTrials() const
{
    QList<int> numbers;
    for (const auto& trial : trials)
        if (trial.status == TrialStatus::Failed)
            numbers.append(trial.number);
    return numbers;
}

} // namespace ceteris::models
