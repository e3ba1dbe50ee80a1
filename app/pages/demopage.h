// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ceteris::models {
class LiveModel;
class Replay;
}

namespace ceteris::pages {

// Demo: one screen for a projector, from a live run or a replay.
class DemoPage : public QWidget
{
    Q_OBJECT

public:
    explicit DemoPage(models::LiveModel* model, QWidget* parent = nullptr);

    void setReplay(models::Replay* replay); // marked REPLAY; nullptr: live

signals:
    void leaveRequested(); // F11 or Esc
    void startRequested(); // Space on the title card
    void themeToggled(); // D
};

} // namespace ceteris::pages
