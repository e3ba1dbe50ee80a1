// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentlook.h"

namespace ceteris::monitor {

// Whether the CPU time that this kernel books for a process contains the interrupts it was stopped for. /proc/stat
// books these apart, so the two can only be compared when it is known (see accounting.h).
enum class CpuAccounting { Unknown, WithInterrupts, WithoutInterrupts };

// Equal when it is known exactly; both ends when the accounting of interrupts is not known.
struct Range
{
    double low = 0;
    double high = 0;
};

struct ProcessCores
{
    qint64 pid = 0;
    QString name;
    double cores = 0;
};

struct ThreadShare
{
    qint64 tid = 0;
    QString name;
    double share = 0; // of the window
};

// What else went on in the machine while the experiment ran: values or why not, and nothing of what was measured.
struct EnvironmentWindow
{
    double seconds = 0; // between the looks it is made of
    int looks = 0;
    int cpus = 0; // of the experiment
    CpuAccounting accounting = CpuAccounting::Unknown;

    Probed<Range> foreignCores = notRead(); // busy on the experiment's CPUs less our own, never below 0
    Probed<Range> foreignCores5s = notRead(); // the most in any 5 s
    Probed<Range> unexplainedCores = notRead(); // of the whole machine: by no process that lived from look to look
    Probed<std::vector<ProcessCores>> foreign = notRead(); // the five busiest, busiest first
    QString parentOfTheShortLived; // who waited for the most CPU of children; empty: nobody
    Probed<double> stolen = notRead(); // share of the experiment's CPUs
    Probed<double> stolen1s = notRead(); // the worst of the single looks

    Counters counted; // growth in the window
    Probed<double> ownShareOfWrites = notRead(); // of all bytes written to disks
    bool armDied = false; // a process that was watched is gone

    Probed<double> frequencyMHz = notRead(); // mean of the busy CPUs
    Probed<bool> governorChanged = notRead();
    Probed<bool> onBattery = notRead(); // at any time
    Probed<bool> powerChanged = notRead();
    Probed<double> memoryAvailable = notRead(); // the least, as a share
    Probed<double> portsWaiting = notRead(); // the most, as a share
    Probed<double> loadAverage = notRead(); // at the begin
    Probed<double> temperatureC = notRead(); // at the end
    Probed<ThreadShare> longestWait = notRead(); // of the generator's threads for a CPU
    Probed<double> switchesPerS = notRead(); // how often they were taken off it
    Probed<double> suspendedS = notRead();
    Probed<double> clockStepS = notRead(); // size of the change of the time of day
    Probed<bool> clockSourceChanged = notRead();

    Probed<double> canaryUs = notRead(); // the owner runs it before and after and gives the slower one
};

// Looks in the order of their time; cpus as of EnvironmentOptions.
EnvironmentWindow environmentBetween(
    const std::vector<EnvironmentLook>& looks, double beginS, double endS, int cpus, CpuAccounting accounting);

} // namespace ceteris::monitor
