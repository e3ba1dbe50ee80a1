// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QList>
#include <QStringList>

namespace ceteris::models {
struct LiveState;
}

namespace ceteris::pages {

enum class BannerButton { ShowResults, Resume, SaveDiagnostics, Stop };

struct BannerMessage // empty text: none
{
    widgets::Tone tone = widgets::Tone::Info;
    QString text;
    QString details; // folded away
    QList<BannerButton> buttons;

    QStringList buttonTexts() const;
};

// The state that a person has to know of beside the charts.
BannerMessage bannerOf(const models::LiveState& state);
QString firstSentence(const QString& text);

} // namespace ceteris::pages
