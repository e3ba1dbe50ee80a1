// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

const QString dash = u"—"_s;

QString withUnit(double value, QStringView unit)
{
    return threeDigits(value) + u'\u00a0' + unit;
}

} // namespace

QString threeDigits(double value)
{
    if (value == 0)
        return u"0"_s;
    // The exponent of the rounded value: 9.996 is 10.0.
    const double rounded = QString::number(value, 'e', 2).toDouble();
    const int whole = static_cast<int>(std::floor(std::log10(std::abs(rounded)))) + 1;
    return QString::number(value, 'f', std::clamp(3 - whole, 0, 4));
}

QString latencyText(std::optional<double> us)
{
    if (!us)
        return dash;
    const double rounded = QString::number(*us, 'e', 2).toDouble();
    if (rounded < 1000)
        return withUnit(*us, u"µs");
    return rounded < 1e6 ? withUnit(*us / 1e3, u"ms") : withUnit(*us / 1e6, u"s");
}

QString rateText(std::optional<double> perS)
{
    if (!perS)
        return dash;
    return *perS < 9995 ? withUnit(*perS, u"/s") : withUnit(*perS / 1e3, u"k/s");
}

QString bytesText(std::optional<double> bytes)
{
    if (!bytes)
        return dash;
    constexpr std::array units { u"B", u"KiB", u"MiB", u"GiB", u"TiB" };
    double value = *bytes;
    std::size_t unit = 0;
    for (; std::abs(value) >= 1023.5 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    return withUnit(value, units[unit]);
}

QString percentText(std::optional<double> share)
{
    return share ? QString::number(*share * 100, 'f', 1) + u"\u00a0%" : dash;
}

QString coresText(std::optional<double> cores)
{
    return cores ? QString::number(*cores * 100, 'f', 0) + u"\u00a0%" : dash;
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const QString minutes = two(whole / 60 % 60) + u':' + two(whole % 60);
    return whole < 3600 ? minutes : QString(QString::number(whole / 3600) + u':' + minutes);
}

QString aboutText(double seconds)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("ceteris::models", text); };
    const auto minutes = static_cast<int>(std::lround(seconds / 60));
    if (minutes < 1)
        return tr("less than a minute");
    if (minutes < 60)
        return tr("about %1 min").arg(minutes);
    return tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace ceteris::models
