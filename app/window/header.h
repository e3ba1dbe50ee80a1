// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QCoreApplication>
#include <QString>

namespace ceteris::models {
struct LiveState;
}
namespace ceteris::widgets {
class HeaderBar;
}

namespace ceteris::window {

// The state of an experiment in the words and glyphs of the header.
struct Pill
{
    QString glyph;
    QString word;
    widgets::Tone tone = widgets::Tone::Neutral;
};

class HeaderText
{
    Q_DECLARE_TR_FUNCTIONS(ceteris::window::HeaderText)

public:
    static Pill pill(const models::LiveState& state);
    static QString doubt(const models::LiveState& state); // "2 contaminated"; empty: none
    static QString trial(const models::LiveState& state); // "redis · 3/16"; empty: none
    // "Trial 7 of 20 · measure 00:42 of 02:00 · about 38 min left"
    static QString progress(const models::LiveState& state);

private:
    static QString ofPhase(const models::LiveState& state);
    static QString ofStage(const models::LiveState& state);
    static QString timeLeft(const models::LiveState& state);
};

void showState(widgets::HeaderBar* header, const models::LiveState& state);

} // namespace ceteris::window
