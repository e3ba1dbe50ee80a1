// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/header.h"

#include "app/models/figures.h"
#include "app/models/livestate.h"
#include "app/models/livewords.h"
#include "widgets/shell/headerbar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

using models::Stage;
using widgets::Tone;

} // namespace

QString HeaderText::ofPhase(const models::LiveState& state)
{
    const auto* phase = state.phase();
    if (!phase)
        return {};
    const auto name = models::phaseText(phase->name);
    if (phase->plannedS <= 0)
        return name;
    const auto passedS = std::max(0.0, phase->plannedS - state.phaseLeftS);
    return tr("%1 %2 of %3").arg(name, models::durationText(passedS), models::durationText(phase->plannedS));
}

QString HeaderText::timeLeft(const models::LiveState& state)
{
    if (!state.leftS)
        return {};
    return *state.leftS <= 0 ? tr("almost done") : tr("%1 left").arg(models::aboutText(*state.leftS));
}

QString HeaderText::ofStage(const models::LiveState& state)
{
    switch (state.stage) {
    case Stage::Preparing:
        return tr("Making accounts: %1 of %2").arg(state.accountsDone).arg(state.accountsTotal);
    case Stage::Preflight:
        return tr("Checking this machine");
    case Stage::Waiting:
        if (state.waitAtMostS <= 0)
            return tr("Waiting until the machine is quiet (%1)").arg(models::durationText(state.waitedS));
        return tr("Waiting until the machine is quiet (%1 of at most %2)")
            .arg(models::durationText(state.waitedS), models::durationText(state.waitAtMostS));
    default:
        return {};
    }
}

Pill HeaderText::pill(const models::LiveState& state)
{
    switch (state.stage) {
    case Stage::Idle:
        return { u"○"_s, tr("Idle"), Tone::Neutral };
    case Stage::Preparing:
    case Stage::Preflight:
        return { u"◔"_s, tr("Preflight"), Tone::Info };
    case Stage::Waiting:
        return { u"◔"_s, tr("Waiting"), Tone::Info };
    case Stage::Running:
        return { u"▶"_s,
            state.phaseName().isEmpty() ? tr("Running") : tr("Running – %1").arg(models::phaseText(state.phaseName())),
            Tone::Info };
    case Stage::Finished:
        return { u"✔"_s, tr("Done"), Tone::Good };
    case Stage::Stopped:
        return { u"■"_s, tr("Stopped"), Tone::Neutral };
    case Stage::Failed:
        return { u"✖"_s, tr("Failed"), Tone::Bad };
    }
    return {};
}

QString HeaderText::doubt(const models::LiveState& state)
{
    const int voids = state.countOf(models::TrialStatus::Void);
    return voids == 0 ? QString() : tr("%n contaminated", nullptr, voids);
}

QString HeaderText::trial(const models::LiveState& state)
{
    const auto* trial = state.trial();
    if (!trial || !models::isActive(state.stage))
        return {};
    const QString arm = state.experiment.arms.value(trial->arm);
    return u"%1 · %2/%3"_s.arg(arm).arg(trial->number).arg(std::max(state.experiment.trials, trial->number));
}

QString HeaderText::progress(const models::LiveState& state)
{
    QStringList parts;
    if (const auto* trial = state.trial(); trial && state.stage == Stage::Running) {
        parts += tr("Trial %1 of %2").arg(trial->number).arg(std::max(state.experiment.trials, trial->number));
        parts += ofPhase(state);
    } else {
        parts += ofStage(state);
    }
    parts += timeLeft(state);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void showState(widgets::HeaderBar* header, const models::LiveState& state)
{
    const auto pill = HeaderText::pill(state);
    header->setState(pill.glyph, pill.word, pill.tone);
    header->setDoubt(HeaderText::doubt(state));
    header->setTrial(HeaderText::trial(state));
    header->setProgress(models::isActive(state.stage) ? state.progress : -1, HeaderText::progress(state));
}

} // namespace ceteris::window
