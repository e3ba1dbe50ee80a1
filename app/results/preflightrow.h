// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::results {

enum class Readiness { Ok, Warn, Fail, Unavailable }; // Fail: do not start; Warn and Unavailable: shown, and started

// One question that is asked of the machine before the first trial.
struct PreflightRow
{
    QString name;
    QString value; // or why it cannot be read
    QString limit; // empty: none
    Readiness readiness = Readiness::Ok;
    QString why; // it matters
    QString mend; // what to do about it

    bool operator==(const PreflightRow&) const = default;
};

} // namespace ceteris::results
