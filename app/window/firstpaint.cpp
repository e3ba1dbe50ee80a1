// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

// Field 22 of /proc/self/stat: when this process began, in clock ticks since boot.
double processAgeMs()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const auto all = stat.readAll();
    const auto fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    const auto beganS = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - beganS) * 1000;
}

class Watch : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            // Behind everything the first paint left to do: from then on a key is answered.
            QTimer::singleShot(0, this, [] {
                std::printf("first paint %.0f ms\n", processAgeMs());
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    bool m_seen = false;
};

} // namespace

void printFirstPaint(QWidget* window)
{
    window->installEventFilter(new Watch(window));
}

} // namespace ceteris::window
