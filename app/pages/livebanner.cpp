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

BannerMessage failed(const models::LiveState& state)
{
    BannerMessage message { Tone::Bad, {}, lastLines(state), { BannerButton::Resume, BannerButton::SaveDiagnostics } };
    message.text = LiveText::tr("The experiment failed: %1 The charts keep what was measured until then.")
                       .arg(models::engineText(firstSentence(state.failure)));
    if (state.experiment.folder.isEmpty() || state.trials.empty())
        message.buttons.removeFirst();
    return message;
}

BannerMessage finished(const models::LiveState& state)
{
    const auto excluded = state.countOf(TrialStatus::Void) + state.countOf(TrialStatus::Failed);
    const auto all = state.experiment.finishedBefore + state.countOf(TrialStatus::Ok) + excluded;
    return { excluded > 0 ? Tone::Warning : Tone::Good,
        LiveText::tr("Finished · %1 of %2 · %3 excluded")
            .arg(all)
            .arg(std::max(all, state.experiment.trials))
            .arg(excluded),
        {}, { BannerButton::ShowResults } };
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
        }
    }
    return texts;
}

QString firstSentence(const QString& text)
{
    const auto end = text.indexOf(u". "_s);
    return end < 0 ? text : text.left(end + 1);
}

BannerMessage bannerOf(const models::LiveState& state)
{
    if (state.stage == Stage::Failed)
        return failed(state);
    if (state.stage == Stage::Finished)
        return finished(state);
    if (state.stage == Stage::Stopped)
        return stopped(state);
    if (state.stalledS > 0)
        return { Tone::Warning,
            LiveText::tr("No samples for %1 s: the charts have a gap until the engine answers")
                .arg(static_cast<int>(state.stalledS)),
            {}, { BannerButton::Stop } };
    const auto* last = state.lastFinished();
    if (last && last->status == TrialStatus::Void)
        return contaminated(*last);
    return {};
}

} // namespace ceteris::pages
