// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QWidget>

class QLabel;

namespace ceteris::models {
struct LiveState;
class Replay;
}

namespace ceteris::pages {

// Before there are figures: the title, or the checks before the first trial, ticked one by one.
class DemoCard : public QWidget
{
    Q_OBJECT

public:
    explicit DemoCard(QWidget* parent = nullptr);

    void setFrom(const models::LiveState& state);
    void setScreenHeight(int height);

private:
    void showTitle(const models::LiveState& state);
    void showChecks(const models::LiveState& state);

    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_list = nullptr;
};

struct DemoLook
{
    QString glyph;
    QString word;
    widgets::Tone tone;
};
DemoLook demoPill(const models::LiveState& state); // "▶ Running – measure, 00:03 left"
QString demoFooter(const models::LiveState& state); // "redis · trial 3 of 8 · preliminary"
QString demoMark(const models::Replay* replay); // "REPLAY ×10"; empty: live

} // namespace ceteris::pages
