// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace ceteris::monitor {

// Parsers of the shapes in which the kernel writes numbers, apart from the files so that they can be tested on any
// text. nullopt when the number is not there.

std::vector<QByteArrayView> words(QByteArrayView line); // split at spaces and tabs
QByteArrayView firstLine(QByteArrayView text);

// "key 123" or "key:  123 kB", in the unit of the text.
std::optional<double> numberAfter(QByteArrayView key, QByteArrayView text);
// Of all keys that begin so: allocstall_dma, allocstall_normal …
std::optional<double> sumOfAll(QByteArrayView keyBegin, QByteArrayView text);
// /proc/net/netstat and snmp: a line of names and a line of values, both beginning with the table's name.
std::optional<double> tableCell(QByteArrayView table, QByteArrayView column, QByteArrayView text);
// /proc/pressure/*: total of the line "some", in us.
std::optional<double> pressureTotal(QByteArrayView text);

// CPU time since boot in ticks, of the machine or of one CPU. /proc/stat books the interrupts apart.
struct CpuTimes
{
    double task = 0; // user + nice + system
    double interrupt = 0; // irq + softirq
    double steal = 0; // another virtual machine ran instead

    CpuTimes& operator+=(const CpuTimes& other);
    bool operator==(const CpuTimes&) const = default;
};
// The line of the CPU ("cpu3"), or of all ("cpu").
std::optional<CpuTimes> cpuTimes(QByteArrayView name, QByteArrayView stat);
std::vector<int> cpusIn(QByteArrayView stat);

// A line of /proc/PID/stat.
struct ProcessTimes
{
    QByteArray name; // may contain spaces and brackets
    qint64 parent = 0;
    double ticks = 0; // user + system of all threads
    double childTicks = 0; // of the children it has waited for
    double started = 0; // ticks since boot; with the process id it names a process for good
};
std::optional<ProcessTimes> processTimes(QByteArrayView stat);

} // namespace ceteris::monitor
