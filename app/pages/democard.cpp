// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/democard.h"

#include "app/models/enginetext.h"
#include "app/models/figures.h"
#include "app/models/livestate.h"
#include "app/models/livewords.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/pages/demosizes.h"
#include "app/pages/livetext.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::Stage;
using widgets::Tone;

namespace {

constexpr int shownChecks = 14; // lines that a screen has room for

QString glyphOf(results::Readiness readiness)
{
    switch (readiness) {
    case results::Readiness::Ok:
        return u"✔"_s;
    case results::Readiness::Warn:
        return u"⚠"_s;
    case results::Readiness::Fail:
        return u"✖"_s;
    case results::Readiness::Unavailable:
        break;
    }
    return u"○"_s;
}

} // namespace

DemoCard::DemoCard(QWidget* parent)
    : QWidget(parent)
{
    m_title = new QLabel(this);
    m_title->setObjectName(u"demoTitle"_s);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(u"demoSentence"_s);
    m_list = new QLabel(this);
    m_list->setObjectName(u"demoList"_s);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(24);
    column->addStretch(1);
    for (auto* label : { m_title, m_sentence, m_list }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch(1);
}

void DemoCard::setFrom(const models::LiveState& state)
{
    if (state.stage == Stage::Idle || state.stage == Stage::Failed)
        showTitle(state);
    else
        showChecks(state);
}

void DemoCard::showTitle(const models::LiveState& state)
{
    m_title->setText(u"Ceteris"_s);
    m_sentence->setText(state.stage == Stage::Failed
            ? LiveText::tr("The run did not begin. Press Space for a recorded one.")
            : LiveText::tr(
                "What a change does to logins and sessions, measured with all else equal. Press Space to begin."));
    QStringList lines;
    const auto all = models::recordings();
    for (qsizetype i = 0; i < all.size(); ++i)
        lines += u"%1   %2"_s.arg(i + 1).arg(all[i].title);
    m_list->setText(lines.join(u'\n'));
}

void DemoCard::showChecks(const models::LiveState& state)
{
    m_title->setText(LiveText::tr("Before the first trial"));
    if (state.stage == Stage::Preparing && state.accountsTotal > 0)
        m_sentence->setText(
            LiveText::tr("Making the accounts: %1 of %2").arg(state.accountsDone).arg(state.accountsTotal));
    else if (state.stage == Stage::Waiting)
        m_sentence->setText(LiveText::tr("Waiting for a quiet machine"));
    else
        m_sentence->setText(models::engineText(state.evidence));
    QStringList lines;
    for (const auto& row : state.preflight)
        if (row.readiness != results::Readiness::Unavailable && lines.size() < shownChecks)
            lines += QString(glyphOf(row.readiness) + u"  "_s + row.name);
    m_list->setText(lines.join(u'\n'));
}

void DemoCard::setScreenHeight(int height)
{
    demo::setSize(m_title, height, demo::value, true);
    demo::setSize(m_sentence, height, demo::question);
    demo::setSize(m_list, height, demo::small);
}

DemoLook demoPill(const models::LiveState& state)
{
    switch (state.stage) {
    case Stage::Idle:
        return { u"○"_s, LiveText::tr("Idle"), Tone::Neutral };
    case Stage::Preparing:
    case Stage::Preflight:
    case Stage::Waiting:
        return { u"◔"_s, LiveText::tr("Preflight"), Tone::Info };
    case Stage::Finished:
        return { u"✔"_s, LiveText::tr("Done"), Tone::Good };
    case Stage::Stopped:
        return { u"■"_s, LiveText::tr("Stopped"), Tone::Neutral };
    case Stage::Failed:
        return { u"✖"_s, LiveText::tr("Failed – Space shows a recorded run"), Tone::Bad };
    case Stage::Running:
        break;
    }
    const auto phase = models::phaseText(state.phaseName());
    const auto left = models::durationText(state.phaseLeftS);
    return { u"▶"_s,
        state.phaseLeftS > 0 ? LiveText::tr("Running – %1, %2 left").arg(phase, left)
                             : LiveText::tr("Running – %1").arg(phase),
        Tone::Info };
}

QString demoFooter(const models::LiveState& state)
{
    const auto* trial = state.trial();
    if (!trial)
        return {};
    QStringList parts { state.experiment.arms.value(trial->arm), state.experiment.levels.value(trial->level),
        LiveText::tr("trial %1 of %2").arg(trial->number).arg(std::max(state.experiment.trials, trial->number)) };
    if (models::isActive(state.stage))
        parts += LiveText::tr("preliminary");
    return parts.join(u" · "_s);
}

QString demoMark(const models::Replay* replay)
{
    if (!replay)
        return {};
    return replay->isPlaying() ? LiveText::tr("REPLAY ×%1").arg(replay->speed())
                               : LiveText::tr("❚❚ REPLAY ×%1").arg(replay->speed());
}

} // namespace ceteris::pages
