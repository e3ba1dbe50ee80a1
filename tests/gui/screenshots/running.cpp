// SPDX-License-Identifier: GPL-3.0-or-later
#include "running.h"

#include "states.h"

#include "app/results/layout.h"
#include "app/window/mainwindow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ceteris::screenshots {

Running::Running(window::MainWindow* window)
    : QObject(window)
    , m_window(window)
    , m_lock(m_folder.filePath(results::file::lock))
    , m_events(m_folder.filePath(results::file::live))
{
    if (!m_lock.tryLock() || !m_events.open(QIODevice::WriteOnly))
        qFatal("no experiment can be shown: %s", qPrintable(m_events.errorString()));
}

std::function<void(const results::Entry& entry)> Running::teller()
{
    return [this](const results::Entry& entry) {
        m_events.write(results::toLine(entry));
        m_lateS = entry.tS;
    };
}

void Running::setPlan(const QString& path)
{
    QFile::copy(path, m_folder.filePath(results::file::plan));
}

void Running::watch()
{
    m_events.flush();
    m_window->feed()->attach({ m_folder.path(), QCoreApplication::applicationPid() });
    m_window->liveModel()->setRecorded(true); // time stands still
    settle(150);
}

void Running::stall(double seconds)
{
    m_window->liveModel()->advance(m_lateS + seconds);
}

void Running::end()
{
    m_lock.unlock();
    settle(300); // it is looked for five times a second
}

} // namespace ceteris::screenshots
