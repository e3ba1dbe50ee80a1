// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/checkcolumns.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr std::array outcomeNames { "ok"_L1, "mark"_L1, "void"_L1, "unavailable"_L1 };

} // namespace

QString nameOf(Outcome outcome)
{
    return outcomeNames[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcomeOf(const QString& name)
{
    const auto found = std::ranges::find(outcomeNames, name);
    return found == outcomeNames.end() ? std::nullopt
                                       : std::optional(static_cast<Outcome>(found - outcomeNames.begin()));
}

const Columns<CheckRow>& checkColumns()
{
    using C = CheckRow;
    static const Columns<C> columns {
        column("block", &C::block),
        column("trial", &C::trial),
        column("arm", &C::arm),
        column("level", &C::level),
        column("kind", &C::kind),
        column("check", &C::check),
        column("value", &C::value),
        column("out_of", &C::outOf),
        column("unit", &C::unit),
        column("mark_limit", &C::markLimit),
        column("void_limit", &C::voidLimit),
        { u"outcome"_s, [](const C& row) { return nameOf(row.outcome); },
            [](C& row, const QString& cell) {
                const auto outcome = outcomeOf(cell);
                row.outcome = outcome.value_or(Outcome::Unavailable);
                return outcome.has_value();
            } },
        column("text", &C::text),
    };
    return columns;
}

} // namespace ceteris::results
