// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventtail.h"

#include "app/results/layout.h"

#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>

#include <cerrno>
#include <csignal>

namespace ceteris::models {
namespace {

constexpr int lookEveryMs = 200;
constexpr qint64 atOnce = 1 << 20; // bytes: a long stream is caught up with in steps, the window stays awake

} // namespace

EventTail::EventTail(QObject* parent)
    : QObject(parent)
{
    connect(&m_look, &QTimer::timeout, this, &EventTail::look);
}

void EventTail::follow(const QString& folder)
{
    stop();
    m_folder = folder;
    m_file.setFileName(folder + u'/' + results::file::live);
    m_look.start(0);
}

void EventTail::stop()
{
    m_look.stop();
    m_file.close();
    m_torn.clear();
}

bool EventTail::isRunning(const QString& folder)
{
    QLockFile lock(folder + u'/' + results::file::lock);
    qint64 process = 0;
    QString host, program;
    if (!lock.getLockInfo(&process, &host, &program))
        return false;
    if (host != QSysInfo::machineHostName())
        return true; // nobody here can ask
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

// Asks for the engine before it reads: what was written before it went is read, and nothing comes after.
void EventTail::look()
{
    const bool running = isRunning(m_folder);
    read();
    if (!m_look.isActive())
        return; // stopped by who listens
    if (!m_file.isOpen() || m_file.atEnd()) {
        m_look.setInterval(lookEveryMs);
        if (!running) {
            stop();
            emit ended();
        }
    }
}

void EventTail::read()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
        return; // not there yet
    m_torn += m_file.read(atOnce);
    takeLines();
}

void EventTail::takeLines()
{
    qsizetype begin = 0;
    const auto bytes = std::exchange(m_torn, {});
    for (auto end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', begin)) {
        const auto event = results::entryFromLine(bytes.mid(begin, end - begin));
        begin = end + 1;
        if (!event)
            continue; // cut off by a crash, gone on with by a resumption
        emit entry(*event);
        if (!m_look.isActive())
            return;
    }
    m_torn = bytes.mid(begin);
}

} // namespace ceteris::models
