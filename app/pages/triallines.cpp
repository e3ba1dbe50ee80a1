// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/triallines.h"

#include "app/models/figures.h"
#include "app/models/liveseries.h"
#include "app/pages/charttexts.h"
#include "app/pages/livetext.h"
#include "widgets/chart/heatmap.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

constexpr double gapS = 2.5; // the series has a value a second

widgets::Line line(const QString& name, QList<QPointF> points, int arm, widgets::Weight weight)
{
    widgets::Line it;
    it.name = name;
    it.points = std::move(points);
    it.arm = arm;
    it.weight = weight;
    return it;
}

void addUnlessEmpty(QList<widgets::Line>& lines, widgets::Line it)
{
    if (!it.points.isEmpty())
        lines.append(std::move(it));
}

widgets::Axis axis(const QString& title, QString (*text)(std::optional<double>))
{
    widgets::Axis it;
    it.title = title;
    it.low = 0;
    it.text = [text](double value) { return text(value); };
    return it;
}

// Seconds with answers, but too few for percentiles; the series has a rate for each.
QList<double> weakSeconds(const models::TrialTimeline& timeline, const QString& operation)
{
    QList<double> seconds;
    for (const auto& point : pointsOf(timeline, u"requests_per_s."_s + operation))
        if (point.y() < models::LiveSeries::fewestAnswers)
            seconds.append(point.x());
    return seconds;
}

} // namespace

QList<QPointF> pointsOf(const models::TrialTimeline& timeline, const QString& metric, double origin)
{
    const auto found = timeline.series.find(metric);
    QList<QPointF> points;
    if (found == timeline.series.end())
        return points;
    for (const auto& point : found->second) {
        const double x = point.x() - origin;
        if (!points.isEmpty() && x - points.back().x() > gapS)
            points.append({ x - 1, std::numeric_limits<double>::quiet_NaN() });
        points.append({ x, point.y() });
    }
    return points;
}

QList<widgets::Line> latencyLines(const models::TrialTimeline& timeline, const QString& operation, int arm)
{
    using widgets::Weight;
    const auto of
        = [&](QStringView percentile) { return pointsOf(timeline, u"response_%1.%2"_s.arg(percentile, operation)); };
    QList<widgets::Line> lines;
    addUnlessEmpty(lines, line(u"p50"_s, of(u"p50"), arm, Weight::Light));
    addUnlessEmpty(lines, line(u"p95"_s, of(u"p95"), arm, Weight::Medium));
    addUnlessEmpty(lines, line(u"p99"_s, of(u"p99"), arm, Weight::Strong));
    for (auto& it : lines)
        it.weak = weakSeconds(timeline, operation);
    return lines;
}

QList<widgets::Band> latencyBand(const models::TrialTimeline& timeline, const QString& operation, int arm)
{
    const auto low = pointsOf(timeline, u"response_p50."_s + operation);
    const auto high = pointsOf(timeline, u"response_p95."_s + operation);
    widgets::Band band;
    band.name = LiveText::tr("p50 to p95");
    band.arm = arm;
    const auto weak = weakSeconds(timeline, operation);
    for (qsizetype i = 0; i < std::min(low.size(), high.size()); ++i) {
        const bool drawn = !std::ranges::binary_search(weak, low[i].x());
        band.points.append({ low[i].x(), drawn ? low[i].y() : qQNaN(), high[i].y() });
    }
    return band.points.isEmpty() ? QList<widgets::Band> {} : QList<widgets::Band> { band };
}

QList<widgets::Line> throughputLines(const models::TrialTimeline& timeline, const QString& operation, int arm)
{
    QList<widgets::Line> lines;
    auto planned = line(
        LiveText::tr("planned"), pointsOf(timeline, u"planned_per_s."_s + operation), arm, widgets::Weight::Light);
    planned.stepped = true;
    addUnlessEmpty(lines, std::move(planned));
    addUnlessEmpty(lines,
        line(LiveText::tr("achieved"), pointsOf(timeline, u"requests_per_s."_s + operation), arm,
            widgets::Weight::Medium));
    return lines;
}

QList<widgets::Line> cpuLines(const models::TrialTimeline& timeline, int arm)
{
    // The parts of one arm share its hue; the width tells them apart, and the name at the end.
    QList<widgets::Line> lines;
    const auto add = [&](const QString& name, const QString& metric, widgets::Weight weight) {
        addUnlessEmpty(lines, line(name, pointsOf(timeline, metric), arm, weight));
    };
    add(LiveText::tr("app"), u"cpu_app"_s, widgets::Weight::Strong);
    add(LiveText::tr("store"), u"cpu_store"_s, widgets::Weight::Medium);
    add(LiveText::tr("generator"), u"cpu_generator"_s, widgets::Weight::Light);
    add(LiveText::tr("others"), u"cpu_other"_s, widgets::Weight::Light);
    return lines;
}

QList<widgets::Line> memoryLines(const models::TrialTimeline& timeline, int arm)
{
    QList<widgets::Line> lines;
    const auto add = [&](const QString& name, const QString& metric, widgets::Weight weight) {
        addUnlessEmpty(lines, line(name, pointsOf(timeline, metric), arm, weight));
    };
    add(LiveText::tr("sessions"), u"session_store_bytes"_s, widgets::Weight::Strong);
    add(LiveText::tr("session tables"), u"sql_table_bytes"_s, widgets::Weight::Strong);
    add(LiveText::tr("used_memory"), u"redis_used_memory"_s, widgets::Weight::Strong);
    add(LiveText::tr("dataset"), u"redis_used_memory_dataset"_s, widgets::Weight::Light);
    add(LiveText::tr("app"), u"memory_app"_s, widgets::Weight::Medium);
    return lines;
}

widgets::Axis rateAxis()
{
    return axis(LiveText::tr("Requests per second"), models::rateText);
}

widgets::Axis cpuAxis(const QList<widgets::Line>& lines)
{
    double most = 1;
    for (const auto& line : lines)
        for (const auto& point : line.points)
            if (!std::isnan(point.y()))
                most = std::max(most, std::ceil(point.y() - 0.1)); // a tenth over is the clocks' error
    auto it = axis(LiveText::tr("CPU, of one core"), models::coresText);
    it.high = most;
    return it;
}

widgets::Axis memoryAxis()
{
    return axis(LiveText::tr("Sessions and processes"), models::bytesText);
}

QList<widgets::Cell> cellsOf(const std::vector<models::SecondOfLatency>& seconds)
{
    QList<widgets::Cell> cells;
    for (const auto& second : seconds)
        for (const auto& it : second.cells)
            cells.append({ std::floor(second.beginS), it.lowUs, it.highUs, it.count });
    return cells;
}

HeatScale commonScale(const std::vector<models::LatencyMap>& maps)
{
    HeatScale scale;
    for (const auto& map : maps) {
        for (const auto& second : map.seconds) {
            scale.lengthS = std::max(scale.lengthS, second.beginS + 1);
            for (const auto& cell : second.cells) {
                scale.lowUs = scale.fullCount > 0 ? std::min(scale.lowUs, cell.lowUs) : cell.lowUs;
                scale.highUs = std::max(scale.highUs, cell.highUs);
                scale.fullCount = std::max(scale.fullCount, cell.count);
            }
        }
    }
    return scale;
}

void apply(const HeatScale& scale, widgets::HeatMap* heat)
{
    heat->setAxis(scale.fullCount > 0 ? latencyAxis(scale.lowUs, scale.highUs) : latencyAxis());
    heat->setRange(0, scale.lengthS);
    heat->setFullCount(scale.fullCount > 0 ? std::optional(scale.fullCount) : std::nullopt);
}

} // namespace ceteris::pages
