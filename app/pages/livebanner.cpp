// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livebanner.h"

#include "app/models/enginetext.h"
#include "app/models/livestate.h"
#include "app/pages/livetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::Stage;
using models::TrialStatus;
using widgets::Tone;

namespace {

constexpr std::size_t shownLines = 20;

// The engine's own last words; without any, the end of the event log.
QString lastLines(const models::LiveState& state)
{
    auto lines = state.lastLines;
    if (lines.isEmpty()) {
        const auto from = state.log.size() - std::min(state.log.size(), shownLines);
        for (auto i = from; i < state.log.size(); ++i)
            lines += models::logText(state.log[i]);
    }
    return lines.join(u'\n');
}

// What failed and is not to be run again yet can be had, or left as it is.
void offerAgain(BannerMessage& message, const QList<int>& trials, const BannerWish& wish)
{
    if (trials.isEmpty() || !wish.mayOrder)
        return;
    message.again = trials;
    message.buttons.prepend(BannerButton::RunAgain);
}

BannerMessage failed(const models::LiveState& state, const BannerWish& wish)
{
    BannerMessage message { Tone::Bad, {}, lastLines(state), { BannerButton::Resume, BannerButton::SaveDiagnostics } };
    message.text = LiveText::tr("The experiment failed: %1 The charts keep what was measured until then.")
                       .arg(models::engineText(firstSentence(state.failure)));
    if (state.experiment.folder.isEmpty() || state.trials.empty())
        message.buttons.removeFirst();
    offerAgain(message, state.failedTrials(), wish);
    return message;
}

BannerMessage finished(const models::LiveState& state, const BannerWish& wish)
{
    const auto excluded
        = state.countOf(TrialStatus::Void) + state.countOf(TrialStatus::Withdrawn) + state.countOf(TrialStatus::Failed);
    const auto all = state.experiment.finishedBefore + state.countOf(TrialStatus::Ok) + excluded;
    BannerMessage message { excluded > 0 ? Tone::Warning : Tone::Good,
        LiveText::tr("Finished · %1 of %2 · %3 excluded")
            .arg(all)
            .arg(std::max(all, state.experiment.trials))
            .arg(excluded),
        {}, { BannerButton::ShowResults } };
    offerAgain(message, state.failedTrials(), wish);
    return message;
}

BannerMessage stopped(const models::LiveState& state)
{
    const auto all
        = state.experiment.finishedBefore + static_cast<int>(state.trials.size()) - state.countOf(TrialStatus::Running);
    return { Tone::Neutral,
        LiveText::tr("Stopped · %1 of %2 trials are saved; the rest can be run later")
            .arg(all)
            .arg(state.experiment.trials),
        {}, { BannerButton::Resume, BannerButton::ShowResults } };
}

BannerMessage contaminated(const models::LiveTrial& trial)
{
    return { Tone::Warning,
        LiveText::tr("Trial %1 is contaminated: %2 Its block will be run again.")
            .arg(trial.number)
            .arg(models::engineText(firstSentence(trial.reason))),
        models::engineText(trial.reason), {} };
}

BannerMessage withdrawn(const models::LiveTrial& trial)
{
    return { Tone::Neutral,
        LiveText::tr("Trial %1 does not count: %2 Its block will be run again.")
            .arg(trial.number)
            .arg(models::engineText(firstSentence(trial.reason))),
        {}, {} };
}

BannerMessage trialFailed(const models::LiveState& state, const models::LiveTrial& trial, const BannerWish& wish)
{
    BannerMessage message { Tone::Bad,
        LiveText::tr("Trial %1 failed: %2 The experiment goes on without it.")
            .arg(trial.number)
            .arg(models::engineText(firstSentence(trial.reason))),
        QString(models::engineText(trial.reason) + u'\n' + lastLines(state)),
        { BannerButton::GoOn, BannerButton::SaveDiagnostics } };
    offerAgain(message, { trial.number }, wish);
    return message;
}

BannerMessage stalled(const models::LiveState& state, const BannerWish& wish)
{
    BannerMessage message { Tone::Warning,
        LiveText::tr("No samples for %1 s: the charts have a gap until the engine answers")
            .arg(static_cast<int>(state.stalledS)),
        {}, { BannerButton::Stop } };
    if (wish.mayOrder)
        message.buttons.prepend(BannerButton::Skip);
    return message;
}

} // namespace

QStringList BannerMessage::buttonTexts() const
{
    QStringList texts;
    for (const auto button : buttons) {
        switch (button) {
        case BannerButton::ShowResults:
            texts += LiveText::tr("Show results");
            break;
        case BannerButton::Resume:
            texts += LiveText::tr("Resume");
            break;
        case BannerButton::SaveDiagnostics:
            texts += LiveText::tr("Save diagnostics");
            break;
        case BannerButton::Stop:
            texts += LiveText::tr("Stop");
            break;
        case BannerButton::Skip:
            texts += LiveText::tr("Skip this trial");
            break;
        case BannerButton::RunAgain:
            texts += again.size() > 1 ? LiveText::tr("Run them again") : LiveText::tr("Run it again");
            break;
        case BannerButton::GoOn:
            texts += LiveText::tr("Go on without it");
            break;
        }
    }
    return texts;
}

QString firstSentence(const QString& text)
{
    const auto end = text.indexOf(u". "_s);
    return end < 0 ? text : text.left(end + 1);
}

BannerMessage bannerOf(const models::LiveState& state, const BannerWish& wish)
{
    if (state.stage == Stage::Failed)
        return failed(state, wish);
    if (state.stage == Stage::Finished)
        return finished(state, wish);
    if (state.stage == Stage::Stopped)
        return stopped(state);
    if (state.stalledS > 0)
        return stalled(state, wish);
    const auto* last = state.lastFinished();
    if (!last || std::pair(state.experiment.folder, last->number) == wish.dismissed)
        return {};
    if (last->status == TrialStatus::Void)
        return contaminated(*last);
    if (last->status == TrialStatus::Withdrawn)
        return withdrawn(*last);
    return last->status == TrialStatus::Failed ? trialFailed(state, *last, wish) : BannerMessage {};
}

} // namespace ceteris::pages
