// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/column.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace ceteris::results {
namespace {

// Magnitudes written without an exponent, for readers that do not know one.
constexpr double smallestPlain = 1e-6;
constexpr double largestPlain = 1e15;

template <class T>
bool parse(const QString& cell, T& value)
{
    const auto text = cell.toLatin1();
    const auto* end = text.constData() + text.size();
    const auto result = std::from_chars(text.constData(), end, value);
    return result.ec == std::errc() && result.ptr == end;
}

} // namespace

QString toCell(const QString& text)
{
    return guarded(text);
}

QString toCell(int value)
{
    return QString::number(value);
}

QString toCell(std::int64_t value)
{
    return QString::number(static_cast<qlonglong>(value));
}

QString toCell(std::uint64_t value)
{
    return QString::number(static_cast<qulonglong>(value));
}

QString toCell(double value)
{
    if (!std::isfinite(value))
        return {};
    const auto size = std::abs(value);
    const bool plain = size == 0 || (size >= smallestPlain && size < largestPlain);
    char text[64];
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto result = std::to_chars(text, text + sizeof text, value, format);
    return QString::fromLatin1(text, result.ptr - text);
}

bool fromCell(const QString& cell, QString& text)
{
    text = unguarded(cell);
    return true;
}

bool fromCell(const QString& cell, int& value)
{
    return parse(cell, value);
}

bool fromCell(const QString& cell, std::int64_t& value)
{
    return parse(cell, value);
}

bool fromCell(const QString& cell, std::uint64_t& value)
{
    return parse(cell, value);
}

bool fromCell(const QString& cell, double& value)
{
    value = std::numeric_limits<double>::quiet_NaN();
    return cell.isEmpty() || (parse(cell, value) && std::isfinite(value));
}

} // namespace ceteris::results
