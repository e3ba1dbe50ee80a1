// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timetable.h"

#include "widgets/chart/decimate.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

using Columns = QMap<double, QStringList>; // by x

void addColumn(Columns& rows, qsizetype column, qsizetype columns, const QList<QPointF>& points)
{
    for (const auto& point : points) {
        auto& cells = rows[point.x()];
        cells.resize(columns);
        cells[column] = cellText(point.y());
    }
}

QList<double> momentsOf(const TimeData& data)
{
    QList<double> moments;
    for (const auto& line : data.lines)
        for (const auto& point : line.points)
            moments += point.x();
    for (const auto& point : data.layers.value(0).points)
        moments += point.x();
    std::ranges::sort(moments);
    moments.erase(std::ranges::unique(moments).begin(), moments.end());
    moments.removeIf([&](double x) { return x < data.from || x > data.to; });
    return moments;
}

QString readOut(const Axis& axis, const QList<QPointF>& points, std::optional<double> cursor)
{
    return cursor ? valueText(axis, valueAt(points, *cursor).value_or(qQNaN())) : QString();
}

} // namespace

ChartTable tableOf(const TimeData& data)
{
    ChartTable table;
    table.headings += QCoreApplication::translate("TimeChart", "Time, s");
    QList<QList<QPointF>> columns;
    const auto add = [&](const QString& heading, const QList<QPointF>& points) {
        table.headings += heading;
        columns += points;
    };
    for (const auto& line : data.lines)
        add(line.name, line.points);
    for (const auto& layer : data.layers)
        add(layer.name, layer.points);
    for (const auto& band : data.bands) {
        QList<QPointF> low, high;
        for (const auto& point : band.points) {
            low += QPointF(point.x, point.low);
            high += QPointF(point.x, point.high);
        }
        add(QCoreApplication::translate("TimeChart", "%1, from").arg(band.name), low);
        add(QCoreApplication::translate("TimeChart", "%1, to").arg(band.name), high);
    }
    if (!data.errors.isEmpty())
        add(QCoreApplication::translate("TimeChart", "Errors, /s"), data.errors);
    Columns rows;
    for (qsizetype i = 0; i < columns.size(); ++i)
        addColumn(rows, i, columns.size(), columns[i]);
    for (auto row = rows.cbegin(); row != rows.cend(); ++row)
        table.rows += QStringList { cellText(row.key()) } + row.value();
    return table;
}

QList<LegendEntry> legendOf(const TimeData& data, std::optional<double> cursor)
{
    QList<LegendEntry> entries;
    for (const auto& line : data.lines)
        entries += LegendEntry { line.name, line.stepped ? LegendEntry::Kind::Asked : LegendEntry::Kind::Line, line.arm,
            line.weight, readOut(data.axis, line.points, cursor), true };
    for (const auto& band : data.bands)
        if (!band.tone)
            entries += LegendEntry { band.name, LegendEntry::Kind::Band, band.arm, Weight::Medium, {}, false };
    for (int i = 0; i < data.layers.size(); ++i)
        entries += LegendEntry { data.layers[i].name, LegendEntry::Kind::Layer, i, Weight::Medium,
            readOut(data.axis, data.layers[i].points, cursor), true };
    return entries;
}

std::optional<double> stepFrom(const TimeData& data, double x, int points)
{
    const auto moments = momentsOf(data);
    if (moments.isEmpty())
        return std::nullopt;
    const auto here = std::ranges::lower_bound(moments, x) - moments.begin();
    return moments[std::clamp<qsizetype>(here + points, 0, moments.size() - 1)];
}

} // namespace ceteris::widgets
