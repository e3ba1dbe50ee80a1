// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/stream.h"

#include <QString>

#include <functional>

namespace ceteris::results {

// A second of a trial, as live.ndjson has it.
struct LiveTick
{
    double endS = 0; // on the trial's clock
    qint64 endMs = 0; // of Unix time
    bool isWithinPhase = false; // as a whole; false: two phases meet in it
    const Tick& tick;
};

// Calls visit for each of them in the order of the file. Of a trial that was begun twice, because the first time was
// cut off, only the second counts.
Result<void> visitTicks(const QString& folder, const std::function<void(const LiveTick&)>& visit);

} // namespace ceteris::results
