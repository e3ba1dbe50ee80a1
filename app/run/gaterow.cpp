// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/gaterow.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

const auto kind = u"generator"_s;

QString shown(double value, QStringView unit)
{
    constexpr int digits = 3;
    if (unit == u"share")
        return u"%1 %"_s.arg(value * 100, 0, 'g', digits);
    if (unit == u"us")
        return value < 1000 ? u"%1 us"_s.arg(value, 0, 'f', 0) : u"%1 ms"_s.arg(value / 1000, 0, 'f', 1);
    return QString::number(value, 'g', digits);
}

std::optional<double> limitOf(double share, double scale)
{
    return std::isfinite(share) ? std::optional(share * scale) : std::nullopt;
}

results::CheckRow rowOf(results::CheckRow place, const honesty::Gate& gate)
{
    place.kind = kind;
    place.check = QString::fromUtf16(gate.check);
    place.unit = QString::fromUtf16(gate.unit);
    return place;
}

} // namespace

results::CheckRow gateRow(results::CheckRow place, const honesty::Gate& gate, double value, double scale)
{
    auto row = rowOf(std::move(place), gate);
    row.value = value;
    row.markLimit = limitOf(gate.mark, scale);
    row.voidLimit = limitOf(gate.voids, scale);
    const auto isAbove = [value](const std::optional<double>& limit) { return limit && value > *limit; };
    row.outcome = isAbove(row.voidLimit) ? results::Outcome::Void
        : isAbove(row.markLimit)         ? results::Outcome::Mark
                                         : results::Outcome::Ok;
    if (row.outcome == results::Outcome::Ok)
        return row;
    const auto limit = row.outcome == results::Outcome::Void ? *row.voidLimit : *row.markLimit;
    row.text = QString::fromUtf16(gate.sentence);
    if (row.text.contains(u"%1"))
        row.text = row.text.arg(shown(value, row.unit), shown(limit, row.unit));
    return row;
}

results::CheckRow shownRow(results::CheckRow place, const QString& check, const QString& unit, double value)
{
    place.kind = kind;
    place.check = check;
    place.unit = unit;
    place.value = value;
    return place;
}

results::CheckRow unavailableRow(results::CheckRow place, const honesty::Gate& gate, const QString& reason)
{
    auto row = rowOf(std::move(place), gate);
    row.outcome = results::Outcome::Unavailable;
    row.text = reason;
    return row;
}

} // namespace ceteris::run
