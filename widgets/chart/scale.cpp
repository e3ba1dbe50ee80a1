// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scale.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr double slack = 1e-9;

double roundStep(double least)
{
    const double decade = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : { 1.0, 2.0, 5.0 })
        if (factor * decade >= least * (1 - slack))
            return factor * decade;
    return 10 * decade;
}

// The next 1 or 3 times a power of ten: at or below, at or above.
double logFloor(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value) + slack));
    return value >= 3 * decade * (1 - slack) ? 3 * decade : decade;
}

double logCeiling(double value)
{
    const double floor = logFloor(value);
    if (floor >= value * (1 - slack))
        return floor;
    const double decade = std::pow(10, std::floor(std::log10(floor) + slack));
    return floor > 2 * decade ? 10 * decade : 3 * decade;
}

Scale logScale(const Axis& axis, double lowest, double highest)
{
    const double top = highest > 0 ? highest : 10;
    const double bottom = lowest > 0 && lowest <= top ? lowest : top / 10;
    Scale scale { axis.low.value_or(logFloor(bottom)), axis.high.value_or(logCeiling(top)), true };
    if (scale.low <= 0)
        scale.low = scale.high / 1000;
    if (scale.high <= scale.low * (1 + slack))
        scale.high = logCeiling(scale.low * 3);
    return scale;
}

Scale linearScale(const Axis& axis, double lowest, double highest)
{
    double low = axis.low.value_or(lowest);
    double high = axis.high.value_or(highest);
    if (!(high > low))
        high = low + (low == 0 ? 1 : std::abs(low) * 0.1);
    // What hardly differs shall not look far apart, nor be finer than labels can tell.
    constexpr double leastSpread = 0.05;
    const double missing = leastSpread * std::max(std::abs(low), std::abs(high)) - (high - low);
    if (!axis.low && !axis.high && missing > 0) {
        low -= missing / 2;
        high += missing / 2;
    }
    if (!axis.high) // a line on the upper edge would be cut in half
        high += (high - low) * 0.03;
    const double step = roundStep((high - low) / 8);
    if (!axis.low)
        low = std::floor(low / step + slack) * step;
    if (!axis.high)
        high = std::ceil(high / step - slack) * step;
    return { low, high, false };
}

// Shrinks only when most of the plot would be empty.
bool stillFits(const Scale& before, const Scale& fresh)
{
    if (before.logarithmic != fresh.logarithmic || fresh.low < before.low || fresh.high > before.high)
        return false;
    return std::abs(before.share(fresh.high) - before.share(fresh.low)) >= (fresh.logarithmic ? 0.5 : 0.3);
}

constexpr std::array roundRatios { 0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.33, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1,
    1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0, 100.0, 300.0, 1000.0 };

} // namespace

double Scale::share(double value) const
{
    if (!logarithmic)
        return (value - low) / (high - low);
    if (value <= 0)
        return 0;
    return std::log(value / low) / std::log(high / low);
}

double Scale::value(double share) const
{
    return logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
}

Scale fittedScale(const Axis& axis, double lowest, double highest, const Scale* before)
{
    if (!std::isfinite(lowest) || !std::isfinite(highest)) {
        lowest = axis.logarithmic ? 1 : 0;
        highest = axis.logarithmic ? 10 : 1;
    }
    const auto fresh = axis.logarithmic ? logScale(axis, lowest, highest) : linearScale(axis, lowest, highest);
    if (!before || (axis.low && before->low != *axis.low) || (axis.high && before->high != *axis.high))
        return fresh;
    return stillFits(*before, fresh) ? *before : fresh;
}

QList<double> roundValues(double low, double high, int most)
{
    QList<double> values;
    const double step = roundStep((high - low) / std::max(1, most - 1));
    for (double i = std::ceil(low / step - slack); i * step <= high + step * slack; ++i)
        values += i * step;
    return values;
}

QList<double> logValues(double low, double high, int most)
{
    const auto within = [&](std::initializer_list<double> factors, int every) {
        QList<double> values;
        const int first = static_cast<int>(std::floor(std::log10(low) + slack));
        for (int exponent = first; std::pow(10, exponent) <= high * (1 + slack); ++exponent) {
            if (exponent % every != 0)
                continue;
            for (const double factor : factors) {
                const double value = factor * std::pow(10, exponent);
                if (value >= low * (1 - slack) && value <= high * (1 + slack))
                    values += value;
            }
        }
        return values;
    };
    auto values = within({ 1, 3 }, 1);
    if (values.size() < 3 && most > 3)
        values = within({ 1, 2, 3, 5 }, 1);
    for (int every = 1; values.size() > most && every < 8; ++every)
        values = within({ 1 }, every);
    return values;
}

// Fewer where neighbours would be called the same.
QList<Tick> ticks(const Axis& axis, const Scale& scale, int most)
{
    QList<Tick> all;
    const auto values
        = scale.logarithmic ? logValues(scale.low, scale.high, most) : roundValues(scale.low, scale.high, most);
    for (const double value : values)
        all += Tick { value, valueText(axis, value) };
    const auto same = std::ranges::adjacent_find(all, {}, &Tick::text);
    return same != all.end() && most > 2 ? ticks(axis, scale, most - 1) : all;
}

QList<Tick> timeTicks(double from, double to, int most)
{
    static constexpr std::array steps { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200 };
    const double least = (to - from) / std::max(1, most);
    const auto found = std::ranges::find_if(steps, [&](int step) { return step >= least; });
    const double step = found == steps.end() ? std::ceil(least / 86400) * 86400 : *found;
    QList<Tick> all;
    for (double i = std::ceil(from / step - slack); i * step <= to + step * slack; ++i)
        all += Tick { i * step, timeText(i * step) };
    return all;
}

Scale ratioScale(double low, double high)
{
    const auto below = std::find_if(roundRatios.crbegin(), roundRatios.crend(), [&](double it) { return it <= low; });
    const auto above = std::ranges::lower_bound(roundRatios, high);
    const double least = below == roundRatios.crend() ? roundRatios.front() : *below;
    const double most = above == roundRatios.end() ? roundRatios.back() : *above;
    const double reach = std::max(-std::log(least), std::log(most)) * 1.04;
    return { std::exp(-reach), std::exp(reach), true };
}

QList<Tick> ratioTicks(const Scale& x, double room)
{
    QList<double> values;
    for (const double value : roundRatios)
        if (value >= x.low && value <= x.high)
            values += value;
    QList<double> order = values;
    std::ranges::stable_sort(order, {}, [](double value) { return std::abs(std::log(value)); });
    order.prepend(values.last());
    order.prepend(values.first());
    order.prepend(1);
    QList<Tick> ticks;
    for (const double value : order)
        if (std::ranges::none_of(
                ticks, [&](const Tick& tick) { return std::abs(x.share(tick.value) - x.share(value)) < room; }))
            ticks += Tick { value, QLocale().toString(value, 'g', 3) };
    return ticks;
}

QList<Tick> percentileTicks(double highest)
{
    QList<Tick> all;
    for (const double percent : { 50.0, 90.0, 99.0, 99.9, 99.99, 99.999 })
        if (percent / 100 <= highest)
            all += Tick { percentilePlace(percent / 100), u"%1 %"_s.arg(QLocale().toString(percent, 'g', 6)) };
    return all;
}

double percentilePlace(double share)
{
    return -std::log10(1 - std::clamp(share, 0.0, 1 - 1e-9));
}

QString timeText(double seconds)
{
    const auto whole = std::llround(std::abs(seconds));
    const auto two = [](long long number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    QString text = two(whole / 60 % 60) + u':' + two(whole % 60);
    if (whole >= 3600)
        text.prepend(u"%1:"_s.arg(whole / 3600));
    if (seconds < 0 && whole > 0)
        text.prepend(u'−');
    return text;
}

QString valueText(const Axis& axis, double value)
{
    if (std::isnan(value))
        return u"—"_s;
    return axis.text ? axis.text(value) : QLocale().toString(value, 'g', 4);
}

} // namespace ceteris::widgets
