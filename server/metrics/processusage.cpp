// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/processusage.h"

#include <QFile>
#include <QList>

#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::metrics {

double processCpuSeconds()
{
    timespec used {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

std::optional<std::int64_t> residentMemoryBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return {};
    const auto pages = statm.readAll().split(' ');
    if (pages.size() < 2)
        return {};
    return pages[1].toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace ceteris::metrics
