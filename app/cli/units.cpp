// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/units.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

const QString notMeasured = u"—"_s;

} // namespace

QString threeDigits(double value)
{
    if (value == 0)
        return u"0"_s;
    const auto rounded = QString::number(value, 'e', 2).toDouble(); // 0.9997 is written as 1.00, not 1.000
    const auto magnitude = static_cast<int>(std::floor(std::log10(std::abs(rounded))));
    const auto decimals = std::clamp(2 - magnitude, 0, 6);
    return QString::number(value, 'f', decimals);
}

QString duration(std::optional<double> us)
{
    if (!us)
        return notMeasured;
    if (*us < 999.5)
        return threeDigits(*us) % u" us";
    if (*us < 999'500)
        return threeDigits(*us / 1e3) % u" ms";
    return threeDigits(*us / 1e6) % u" s";
}

QString rate(std::optional<double> perS)
{
    if (!perS)
        return notMeasured;
    if (*perS < 10'000)
        return threeDigits(*perS);
    return threeDigits(*perS / 1e3) % u" k";
}

QString bytes(std::optional<double> value)
{
    if (!value)
        return notMeasured;
    if (*value < 1024)
        return threeDigits(*value) % u" B";
    if (*value < 1024 * 1024)
        return threeDigits(*value / 1024) % u" KiB";
    return threeDigits(*value / 1024 / 1024) % u" MiB";
}

QString span(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < 100)
        return u"%1 s"_s.arg(whole);
    const auto minutes = (whole + 30) / 60;
    if (minutes < 100)
        return u"%1 min"_s.arg(minutes);
    return u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString counted(qsizetype count, QStringView thing)
{
    return u"%1 %2%3"_s.arg(count).arg(thing, count == 1 ? u"" : u"s");
}

} // namespace ceteris::cli
