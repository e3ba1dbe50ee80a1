// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::plan {

enum class EventKind { Kill, Stop, End, ScaleIn, ScaleOut, Flush, MaxMemory, Delay, Hold, Cut, Reset };

// Something that is done to an arm at a time in its trials, and undone again: a killed part is restarted, a stopped one
// goes on, a link is as before.
struct Event
{
    double atS = 0; // of the measure window; from its length on, of the sign-outs after it
    double forS = 0; // 0: to the end of the trial
    EventKind what = EventKind::Kill;
    QString where; // a part ("store", "instance-1") or, for delay to reset, a link ("store", "replica-1")
    QStringList arms; // whom it befalls
    int delayMs = 20; // added each way, with Delay
    int mib = 1; // with MaxMemory

    bool operator==(const Event&) const = default;
};

// Whether it befalls a link rather than a part.
constexpr bool isOfLink(EventKind what)
{
    return what >= EventKind::Delay;
}

constexpr bool isScaling(EventKind what)
{
    return what == EventKind::ScaleIn || what == EventKind::ScaleOut;
}

} // namespace ceteris::plan
