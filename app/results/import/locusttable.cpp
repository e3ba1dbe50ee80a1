// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/locusttable.h"

#include "app/results/csv.h"
#include "app/results/locust.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results::locust {
namespace {

constexpr double longestMs = 3'600'000; // an hour, as in histograms
constexpr double mostRequests = 1e15; // exact in a double

} // namespace

Result<Table> Table::open(const QString& path, const QStringList& header, const QStringList& wanted)
{
    Table table;
    table.m_path = path;
    table.m_header = header;
    for (const auto& column : wanted)
        if (!header.contains(column))
            return fail(ErrorCode::CannotReadFile,
                { path, u"it is no table of Locust: its first row has no column \"%1\""_s.arg(column) });
    return table;
}

tl::unexpected<Error> Table::bad(qint64 row, const QString& why) const
{
    return fail(ErrorCode::CannotReadFile, { m_path, u"row %1: %2"_s.arg(row).arg(why) });
}

QString Table::text(const QStringList& row, const QString& column) const
{
    const auto index = m_header.indexOf(column);
    return index >= 0 && index < row.size() ? unguarded(row[index]) : QString();
}

Result<std::optional<double>> Table::number(const QStringList& row, qint64 at, const QString& column, double most) const
{
    const auto cell = text(row, column).trimmed();
    if (cell.isEmpty() || cell == notAvailable)
        return std::nullopt;
    bool isNumber = false;
    const double value = cell.toDouble(&isNumber);
    if (!isNumber || !(value >= 0 && value <= most))
        return bad(
            at, u"\"%1\" is \"%2\"; it must be a number, 0 to %3, or N/A"_s.arg(column, cell.left(40)).arg(most));
    return std::optional(value);
}

Result<std::optional<std::uint64_t>> Table::count(const QStringList& row, qint64 at, const QString& column) const
{
    const auto value = number(row, at, column, mostRequests);
    if (!value)
        return tl::unexpected(value.error());
    if (*value && **value != std::floor(**value))
        return bad(at, u"\"%1\" is no whole number"_s.arg(column));
    return *value ? std::optional(static_cast<std::uint64_t>(**value)) : std::nullopt;
}

Result<std::optional<double>> Table::microseconds(const QStringList& row, qint64 at, const QString& column) const
{
    return number(row, at, column, longestMs).map([](const std::optional<double>& ms) {
        return ms ? std::optional(*ms * 1000) : std::nullopt;
    });
}

} // namespace ceteris::results::locust
