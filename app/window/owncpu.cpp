// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/owncpu.h"

#include <ctime>

namespace ceteris::window {

OwnCpu::OwnCpu(QObject* parent)
    : QObject(parent)
{
    m_since.start();
    m_usedS = usedS();
    connect(&m_timer, &QTimer::timeout, this, &OwnCpu::measure);
    m_timer.start(2000);
}

double OwnCpu::usedS()
{
    timespec used {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

void OwnCpu::measure()
{
    const auto used = usedS();
    const auto passedS = static_cast<double>(m_since.nsecsElapsed()) * 1e-9;
    m_since.restart();
    if (passedS > 0)
        emit measured((used - m_usedS) / passedS);
    m_usedS = used;
}

} // namespace ceteris::window
