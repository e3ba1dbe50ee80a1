// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/waiting.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <chrono>

namespace ceteris::run {

void waitFor(double seconds, const std::function<bool()>& mustStop)
{
    using Milliseconds = std::chrono::duration<double, std::milli>;
    const QDeadlineTimer deadline(static_cast<qint64>(Milliseconds(std::chrono::duration<double>(seconds)).count()));
    while (!deadline.hasExpired() && !mustStop()) {
        QCoreApplication::processEvents();
        QThread::msleep(static_cast<unsigned long>(std::min<qint64>(20, deadline.remainingTime())));
    }
}

} // namespace ceteris::run
