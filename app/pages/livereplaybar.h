// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace ceteris::models {
class Replay;
}

namespace ceteris::pages {

// Play, how fast, and where: for a recording. Says that it is one.
class LiveReplayBar : public QWidget
{
    Q_OBJECT

public:
    explicit LiveReplayBar(QWidget* parent = nullptr);

    void setReplay(models::Replay* replay); // nullptr: hidden

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupParts();
    void retranslate();
    void refresh();
    void toggle();

    QPointer<models::Replay> m_replay;
    QLabel* m_mark = nullptr;
    QToolButton* m_play = nullptr;
    QSlider* m_position = nullptr;
    QLabel* m_time = nullptr;
    QComboBox* m_speed = nullptr;
};

} // namespace ceteris::pages
