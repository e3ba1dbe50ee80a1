// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ceteris::models {
class LiveModel;
class Replay;
}
namespace ceteris::widgets {
class StatePill;
}

namespace ceteris::pages {

class DemoCard;
class DemoChart;
class DemoFigures;
class DemoVerdict;
class LivePhaseBar;

// Demo: one screen for a projector, from a live run or a replay.
class DemoPage : public QWidget
{
    Q_OBJECT

public:
    explicit DemoPage(models::LiveModel* model, QWidget* parent = nullptr);

    void setReplay(models::Replay* replay); // marked REPLAY; nullptr: live
    void setFallsBack(bool fallsBack) { m_fallsBack = fallsBack; } // to a recording when the live run fails

signals:
    void leaveRequested(); // F11 or Esc
    void startRequested(); // Space on the title card
    void themeToggled(); // D
    void replayRequested(const QString& path); // a recording that comes with the program

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeRunning();
    QWidget* makeTopRow();
    QWidget* makeFooter();
    void refresh();
    void showView();
    void choose(int number);
    void pauseOrStart();
    void scrub(double seconds);
    void fallBack();
    void applySizes();
    bool isContaminated() const;

    models::LiveModel* m_model;
    QPointer<models::Replay> m_replay;
    QLabel* m_question = nullptr;
    QLabel* m_mark = nullptr; // REPLAY ×10
    QStackedWidget* m_stack = nullptr;
    DemoCard* m_title = nullptr;
    QWidget* m_running = nullptr;
    DemoFigures* m_figures = nullptr;
    DemoChart* m_chart = nullptr;
    DemoVerdict* m_verdict = nullptr;
    LivePhaseBar* m_phases = nullptr;
    widgets::StatePill* m_pill = nullptr;
    QLabel* m_footer = nullptr;
    QWidget* m_blank = nullptr;
    QTimer m_hidePointer;
    bool m_fallsBack = false;
    bool m_fellBack = false;
    bool m_frozen = false;
    bool m_wasOver = false;
    bool m_showsVerdict = false;
};

} // namespace ceteris::pages
