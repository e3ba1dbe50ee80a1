// SPDX-License-Identifier: GPL-3.0-or-later
// The window while a run is on its screen: seconds to watch, from a recording at its own pace. Prints, a line each, the
// cores that the window uses and the milliseconds that a key waits at most.
#include "app/models/recordings.h"
#include "app/window/mainwindow.h"
#include "app/window/owncpu.h"
#include "app/window/runfeed.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ceteris;

namespace {

// How long a key waits in the queue of events; timed when the window gets it.
class Keys : public QObject
{
public:
    explicit Keys(QWidget* window)
        : QObject(window)
        , m_window(window)
    {
        window->installEventFilter(this);
        connect(&m_timer, &QTimer::timeout, this, &Keys::press);
        m_timer.start(97); // not in step with the second
    }

    double worstMs = 0;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress)
            worstMs = std::max(worstMs, static_cast<double>(m_pressed.nsecsElapsed()) / 1e6);
        return false;
    }

private:
    // The timer itself is late when the event loop is held up: that belongs to what a person would wait.
    void press()
    {
        const auto lateMs = m_sincePress.isValid() ? static_cast<double>(m_sincePress.elapsed()) - 97 : 0;
        worstMs = std::max(worstMs, lateMs);
        m_sincePress.start();
        m_pressed.start();
        QCoreApplication::postEvent(m_window, new QKeyEvent(QEvent::KeyPress, Qt::Key_Shift, Qt::NoModifier));
    }

    QWidget* m_window;
    QTimer m_timer;
    QElapsedTimer m_pressed;
    QElapsedTimer m_sincePress;
};

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setOrganizationName(u"CeterisBench"_s);
    QApplication application(argc, argv);
    const int seconds = std::max(2, application.arguments().value(1).toInt());
    window::StartOptions options;
    options.page = u"live"_s;
    options.replay = models::recordings().front().path;
    window::MainWindow window(options);
    auto* recording = window.feed()->recording();
    recording->seek(recording->lengthS() / 3); // where there are trials to draw
    window.resize(1280, 800);
    window.show();

    Keys keys(&window);
    double usedS = 0;
    QElapsedTimer watched;
    QTimer::singleShot(2000, &window, [&] { // the first paint is another figure
        usedS = window::OwnCpu::usedS();
        keys.worstMs = 0;
        watched.start();
    });
    QTimer::singleShot((seconds + 2) * 1000, &window, [&] {
        const auto passedS = static_cast<double>(watched.nsecsElapsed()) * 1e-9;
        std::printf("cores %.4f\nkey ms %.1f\n", (window::OwnCpu::usedS() - usedS) / passedS, keys.worstMs);
        QApplication::quit();
    });
    return QApplication::exec();
}
