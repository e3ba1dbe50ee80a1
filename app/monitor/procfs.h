// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace ceteris::monitor {

// Parsers of the text under /proc, apart from the files so that they can be tested on any text.

// CPU time of the whole machine since boot, in ticks.
struct CpuTicks
{
    // user + nice + system + irq + softirq. The interrupts belong in it: where the kernel does not account for them
    // apart, the clocks of the processes contain them, and busy less our own processes would fall below 0.
    quint64 busy = 0;
    quint64 steal = 0; // another virtual machine ran instead; nobody's work here

    bool operator==(const CpuTicks&) const = default;
};
std::optional<CpuTicks> machineTicks(QByteArrayView stat); // /proc/stat

std::optional<qint64> residentPages(QByteArrayView statm); // /proc/PID/statm

// A line "Key:   123 kB" of /proc/PID/status and the like, in bytes.
std::optional<qint64> bytesOf(QByteArrayView key, QByteArrayView text);

// A file whose size is not known before it is read; empty when it cannot be.
QByteArray readProcFile(const QString& path);

} // namespace ceteris::monitor
