// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QFile>
#include <QLockFile>
#include <QObject>
#include <QTemporaryDir>

#include <functional>

namespace ceteris::window {
class MainWindow;
}

namespace ceteris::screenshots {

// An experiment that runs elsewhere, as far as it is told: the window attaches to its folder as to a real one.
class Running : public QObject
{
public:
    explicit Running(window::MainWindow* window); // its child

    std::function<void(const results::Entry& entry)> teller();
    void setPlan(const QString& path); // that is run
    void watch(); // what has been told so far is on the screen
    void stall(double seconds); // nothing more is heard for so long
    void end(); // its engine is gone

private:
    window::MainWindow* m_window;
    QTemporaryDir m_folder;
    QLockFile m_lock;
    QFile m_events;
    double m_lateS = 0;
};

} // namespace ceteris::screenshots
