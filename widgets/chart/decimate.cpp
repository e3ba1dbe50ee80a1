// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/decimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ceteris::widgets {
namespace {

bool before(const QPointF& point, double x)
{
    return point.x() < x;
}

template <typename T>
QList<T> slice(const QList<T>& points, double from, double to)
{
    const auto xOf = [](const T& point) {
        if constexpr (std::is_same_v<T, QPointF>)
            return point.x();
        else
            return point.x;
    };
    auto first = std::ranges::lower_bound(points, from, {}, xOf);
    auto last = std::ranges::upper_bound(points, to, {}, xOf);
    if (first != points.begin())
        --first;
    if (last != points.end())
        ++last;
    return QList<T>(first, last);
}

// The lowest, the highest and the outer gaps of one column.
void appendColumn(QList<QPointF>& kept, const QPointF* first, const QPointF* last)
{
    const QPointF *low = nullptr, *high = nullptr, *gap = nullptr, *lastGap = nullptr;
    for (const auto* point = first; point != last; ++point) {
        if (std::isnan(point->y())) {
            gap = gap ? gap : point;
            lastGap = point;
            continue;
        }
        if (!low || point->y() < low->y())
            low = point;
        if (!high || point->y() > high->y())
            high = point;
    }
    std::array all { low, high, gap, lastGap };
    std::ranges::sort(all);
    const auto end = std::ranges::unique(all).begin();
    std::for_each(all.begin(), end, [&](const QPointF* point) {
        if (point)
            kept += *point;
    });
}

QList<QPointF> inColumns(const QList<QPointF>& points, double width)
{
    QList<QPointF> kept;
    const auto* const end = points.constData() + points.size();
    for (const auto* first = points.constData(); first != end;) {
        const double column = std::floor(first->x() / width);
        const auto* last
            = std::find_if(first, end, [&](const QPointF& p) { return std::floor(p.x() / width) != column; });
        appendColumn(kept, first, last);
        first = last;
    }
    return kept;
}

} // namespace

QList<QPointF> decimated(const QList<QPointF>& points, double from, double to, int most)
{
    const auto seen = slice(points, from, to);
    if (seen.size() <= most || to <= from)
        return seen;
    for (int columns = most / 2 - 4;; columns /= 2) {
        auto kept = inColumns(seen, (to - from) / std::max(1, columns));
        if (kept.size() <= most || columns <= 1)
            return kept;
    }
}

QList<BandPoint> decimated(const QList<BandPoint>& points, double from, double to, int most)
{
    auto seen = slice(points, from, to);
    if (seen.size() <= most || to <= from)
        return seen;
    const double width = 2 * (to - from) / most;
    QList<BandPoint> kept;
    for (const auto& point : seen) {
        const bool gap = std::isnan(point.low) || std::isnan(point.high);
        const bool same = !kept.isEmpty() && std::floor(kept.last().x / width) == std::floor(point.x / width)
            && !std::isnan(kept.last().low);
        if (!same || gap) {
            kept += gap ? BandPoint { point.x, qQNaN(), qQNaN() } : point;
            continue;
        }
        kept.last().low = std::min(kept.last().low, point.low);
        kept.last().high = std::max(kept.last().high, point.high);
    }
    return kept;
}

QList<QPointF> stepped(const QList<QPointF>& points)
{
    QList<QPointF> steps;
    for (const auto& point : points) {
        if (!steps.isEmpty() && !std::isnan(steps.last().y()) && !std::isnan(point.y()))
            steps += QPointF(point.x(), steps.last().y());
        steps += point;
    }
    return steps;
}

QList<QPointF> dashed(const QList<QPointF>& shares, QSizeF plot, const QList<double>& pattern)
{
    if (pattern.isEmpty())
        return shares;
    QList<QPointF> cut;
    cut.reserve(shares.size() * 3);
    qsizetype place = 0; // in the pattern; at odd ones nothing is drawn
    double left = pattern[0];
    QPointF last(qQNaN(), qQNaN());
    for (const auto& point : shares) {
        if (std::isnan(point.y()) || std::isnan(last.y())) {
            cut += point;
            last = point;
            place = 0;
            left = pattern[0];
            continue;
        }
        const auto way = point - last;
        const double length = std::hypot(way.x() * plot.width(), way.y() * plot.height());
        double gone = 0;
        for (; length - gone > left; left = pattern[place]) {
            gone += left;
            cut += last + way * (gone / length);
            if (place % 2 == 0)
                cut += QPointF(cut.last().x(), qQNaN());
            place = (place + 1) % pattern.size();
        }
        left -= length - gone;
        if (place % 2 == 0)
            cut += point;
        last = point;
    }
    return cut;
}

QList<QPointF> isolated(const QList<QPointF>& points)
{
    QList<QPointF> alone;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool left = i > 0 && !std::isnan(points[i - 1].y());
        const bool right = i + 1 < points.size() && !std::isnan(points[i + 1].y());
        if (!left && !right && !std::isnan(points[i].y()))
            alone += points[i];
    }
    return alone;
}

QList<double> spread(const QList<double>& wanted, double height, double low, double high)
{
    QList<qsizetype> order(wanted.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](qsizetype i) { return wanted[i]; });
    QList<double> places(wanted.size());
    double floor = low;
    for (const auto i : order) {
        places[i] = std::max(wanted[i], floor);
        floor = places[i] + height;
    }
    double ceiling = high;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        places[*it] = std::min(places[*it], ceiling);
        ceiling = places[*it] - height;
    }
    return places;
}

std::optional<double> nearestX(const QList<Line>& lines, const QList<Layer>& layers, double x)
{
    std::optional<double> best;
    const auto look = [&](const QList<QPointF>& points) {
        auto next = std::lower_bound(points.begin(), points.end(), x, before);
        for (int i = 0; i < 2; ++i) {
            if (next != points.end() && (!best || std::abs(next->x() - x) < std::abs(*best - x)))
                best = next->x();
            if (next == points.begin())
                return;
            --next;
        }
    };
    for (const auto& line : lines)
        look(line.points);
    for (const auto& layer : layers)
        look(layer.points);
    return best;
}

std::optional<double> valueAt(const QList<QPointF>& points, double x)
{
    if (points.isEmpty())
        return std::nullopt;
    auto next = std::lower_bound(points.begin(), points.end(), x, before);
    if (next == points.end() || (next != points.begin() && x - (next - 1)->x() < next->x() - x))
        --next;
    const auto step = points.size() > 1 ? (points.last().x() - points.first().x()) / double(points.size() - 1) : 1.0;
    if (std::abs(next->x() - x) > step || std::isnan(next->y()))
        return std::nullopt;
    return next->y();
}

} // namespace ceteris::widgets
