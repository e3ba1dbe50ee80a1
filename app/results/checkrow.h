// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ceteris::results {

// What became of a check. Unavailable is not clean: the machine did not let it be read, and the text says why.
enum class Outcome { Ok, Mark, Void, Unavailable };

// One row of checks.csv: one thing that was asked of a trial beside its figures, with what it was held against.
struct CheckRow
{
    int block = 0;
    int trial = 0;
    QString arm;
    QString level;
    QString kind; // guard, generator, warmup, oracle; person: an order, see orders.h
    QString check; // "foreign_cpu", "lag_p99", "drift", "read_your_writes", …
    std::optional<double> value; // empty: could not be read
    std::optional<double> outOf; // what the value is a part of: the checks behind violations; empty: of nothing
    QString unit; // as in timeseries.csv: cores, us, share, per_s, 1 …
    std::optional<double> markLimit; // above: kept and listed
    std::optional<double> voidLimit; // above: the whole block is run again
    Outcome outcome = Outcome::Ok;
    QString text; // what was seen and why it matters, as a sentence; empty when ok

    bool operator==(const CheckRow&) const = default;
};

// The worse of the two; Unavailable counts as Ok.
constexpr Outcome worse(Outcome a, Outcome b)
{
    const auto rank = [](Outcome it) { return it == Outcome::Unavailable ? Outcome::Ok : it; };
    return rank(a) < rank(b) ? rank(b) : rank(a);
}

} // namespace ceteris::results
