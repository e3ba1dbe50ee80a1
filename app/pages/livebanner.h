// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QList>
#include <QStringList>

#include <utility>

namespace ceteris::models {
struct LiveState;
}

namespace ceteris::pages {

enum class BannerButton { ShowResults, Resume, SaveDiagnostics, Stop, Skip, RunAgain, GoOn };

struct BannerWish // of the person before it
{
    bool mayOrder = true; // the engine is this window's, or may be
    std::pair<QString, int> dismissed; // folder and number of the failed trial that is left as it is
};

struct BannerMessage // empty text: none
{
    widgets::Tone tone = widgets::Tone::Info;
    QString text;
    QString details; // folded away
    QList<BannerButton> buttons;
    QList<int> again {}; // the trials that RunAgain is about

    QStringList buttonTexts() const;
};

// The state that a person has to know of beside the charts.
BannerMessage bannerOf(const models::LiveState& state, const BannerWish& wish);
QString firstSentence(const QString& text);

} // namespace ceteris::pages
