// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livelines.h"

#include "app/models/figures.h"
#include "app/models/livemodel.h"
#include "app/models/livewords.h"
#include "app/pages/livetext.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::LiveSeries;
using widgets::Line;
using widgets::Weight;
using Figure = LiveSeries::Figure;

namespace {

constexpr double longestShownS = 300;
constexpr double stepS = 10; // the range of a long trial moves in steps, it is dear to draw
constexpr double kibibyte = 1024;
constexpr double mebibyte = 1024 * kibibyte;
constexpr int generatorStyle = 5; // parts that belong to no arm: colours that plans of up to four arms do not use
constexpr int othersStyle = 4;

// Without the seconds before the first figure: they are no gap.
QList<QPointF> scaled(QList<QPointF> points, double factor)
{
    const auto first = std::ranges::find_if(points, [](const QPointF& it) { return !std::isnan(it.y()); });
    points.erase(points.begin(), first);
    for (auto& point : points)
        point.ry() *= factor;
    return points;
}

int armOf(const models::LiveModel& model)
{
    return model.state().trial() ? model.state().trial()->arm : 0;
}

bool hasFigures(const QList<QPointF>& points)
{
    return std::ranges::any_of(points, [](const QPointF& it) { return !std::isnan(it.y()); });
}

// Only what was measured.
void add(QList<Line>& lines, Line line)
{
    if (hasFigures(line.points))
        lines.append(std::move(line));
}

} // namespace

widgets::Axis responseAxis()
{
    return { LiveText::tr("Response time, ms"), true, {}, {},
        [](double ms) { return models::latencyText(ms * 1000); } };
}

widgets::Axis throughputAxis()
{
    return { LiveText::tr("Requests per second"), false, 0.0, {}, [](double perS) { return models::rateText(perS); } };
}

// In whole MiB or KiB, so that its ticks are round.
widgets::Axis storeAxis(double unitBytes)
{
    return { LiveText::tr("Memory"), false, 0.0, {},
        [unitBytes](double units) { return models::bytesText(units * unitBytes); } };
}

double storeUnit(const models::LiveSeries& series)
{
    return series.lastReading(u"redis_used_memory"_s).value_or(0) >= mebibyte ? mebibyte : kibibyte;
}

widgets::Axis stageAxis()
{
    return { LiveText::tr("Time per request"), false, 0.0, {}, [](double us) { return models::latencyText(us); } };
}

widgets::Axis coresAxis(const QList<Line>& lines)
{
    double most = 100;
    for (const auto& line : lines)
        for (const auto& point : line.points)
            if (!std::isnan(point.y()))
                most = std::max(most, std::ceil(point.y() / 100 - 0.1) * 100); // a tenth over is the clocks' error
    return { LiveText::tr("% of one core"), false, 0.0, most,
        [](double percent) { return models::coresText(percent / 100); } };
}

QPointF rangeOf(const models::LiveModel& model)
{
    const auto* trial = model.state().trial();
    const auto endS = std::max(model.series().endS(), trial ? trial->plannedS : 0);
    if (endS <= longestShownS)
        return { 0, std::max(endS, stepS) };
    const auto nowS = std::max(model.series().endS(), longestShownS);
    const auto toS = std::ceil(nowS / stepS) * stepS;
    return { toS - longestShownS, toS };
}

QList<widgets::Phase> phasesOf(const models::LiveState& state)
{
    QList<widgets::Phase> phases;
    const auto* trial = state.trial();
    if (!trial)
        return phases;
    const auto contaminated = trial->status == models::TrialStatus::Void ? trial->reason : QString();
    for (std::size_t i = 0; i < state.phases.size(); ++i) {
        const auto& phase = state.phases[i];
        const bool isLast = i + 1 == state.phases.size();
        const auto endS = isLast ? std::numeric_limits<double>::infinity() : state.phases[i + 1].fromS;
        auto name = models::phaseText(phase.name);
        if (phase.name == u"warmup")
            name = LiveText::tr("warm-up, not counted");
        phases.append({ phase.fromS, endS, name, phase.name == u"measure", contaminated });
    }
    return phases;
}

QList<widgets::ChartEvent> eventsOf(const models::LiveState& state)
{
    QList<widgets::ChartEvent> events;
    const auto* trial = state.trial();
    for (const auto& row : state.log) {
        const bool isFault = row.kind == models::LogKind::FaultBegun || row.kind == models::LogKind::FaultEnded;
        const bool worthIt = isFault || row.kind == models::LogKind::Note || row.severity == models::Severity::Error;
        if (!trial || row.trial != trial->number || !row.trialS || !worthIt)
            continue;
        const auto tone = row.severity == models::Severity::Error ? widgets::Tone::Bad
            : row.severity == models::Severity::Warning           ? widgets::Tone::Warning
                                                                  : widgets::Tone::Info;
        widgets::ChartEvent event;
        event.x = *row.trialS;
        event.text = models::logText(row);
        event.tone = tone;
        if (isFault) // what the plan does to an arm is no mishap
            event.glyph = row.kind == models::LogKind::FaultEnded ? u"↺"_s : u"↯"_s;
        events.append(event);
    }
    return events;
}

QString chartedOperation(const LiveSeries& series)
{
    const bool refreshed = hasFigures(series.line(u"refresh"_s, Figure::P50));
    return refreshed || series.operation().isEmpty() ? u"refresh"_s : series.operation();
}

QString latencyTitle(const QString& operation)
{
    return LiveText::tr("Response time of %1, each second").arg(models::operationText(operation));
}

QString heatTitle(const QString& operation)
{
    return LiveText::tr("All response times of %1").arg(models::operationText(operation));
}

QString throughputTitle(bool errors)
{
    return errors ? LiveText::tr("Throughput and errors") : LiveText::tr("Throughput · 0 errors");
}

QString memoryTitle(const LiveSeries& series)
{
    const auto sessions = series.lastReading(u"sessions_live"_s);
    if (!sessions || *sessions <= 0)
        return LiveText::tr("Session store: memory");
    const bool redis = series.lastReading(u"redis_used_memory"_s).has_value();
    const bool sql = series.lastReading(u"sql_table_bytes"_s).has_value();
    const auto outside = redis ? u"redis_used_memory_dataset"_s : u"sql_table_bytes"_s; // it is not empty at first
    const auto metric = redis || sql ? outside : u"session_store_bytes"_s;
    const auto first = series.firstReading(metric);
    const auto last = series.lastReading(metric);
    const auto grown = *sessions - series.firstReading(u"sessions_live"_s).value_or(0);
    QString each;
    if ((redis || sql) && first && last && grown > 0 && *last > *first)
        each = models::bytesText((*last - *first) / grown);
    else if (last && !redis && !sql)
        each = models::bytesText(*last / *sessions);
    const auto count = QString::number(*sessions, 'f', 0);
    return each.isEmpty() ? LiveText::tr("Session store: memory · %1 sessions").arg(count)
                          : LiveText::tr("Session store: memory · %1 sessions, %2 each").arg(count, each);
}

QList<Line> latencyLines(const models::LiveModel& model, const QString& operation)
{
    const auto& series = model.series();
    const auto arm = armOf(model);
    const auto weak = series.weak(operation);
    const auto line = [&](const QString& name, Figure figure, Weight weight) {
        return Line { name, scaled(series.line(operation, figure), 1e-3), arm, weight, false, weak };
    };
    return { line(u"p50"_s, Figure::P50, Weight::Light), line(u"p95"_s, Figure::P95, Weight::Medium),
        line(u"p99"_s, Figure::P99, Weight::Strong) };
}

QList<widgets::Band> latencyBands(const models::LiveModel& model, const QString& operation)
{
    const auto low = model.series().line(operation, Figure::P50);
    const auto high = model.series().line(operation, Figure::P95);
    widgets::Band band;
    band.name = LiveText::tr("p50 to p95");
    band.arm = armOf(model);
    const auto weak = model.series().weak(operation);
    for (qsizetype i = 0; i < std::min(low.size(), high.size()); ++i) {
        const bool drawn = !std::ranges::binary_search(weak, low[i].x());
        band.points.append({ low[i].x(), drawn ? low[i].y() / 1000 : qQNaN(), high[i].y() / 1000 });
    }
    return { band };
}

QList<Line> throughputLines(const models::LiveModel& model)
{
    return { { LiveText::tr("planned"), model.series().total(Figure::Planned), armOf(model), Weight::Light, true },
        { LiveText::tr("achieved"), model.series().total(Figure::Achieved), armOf(model), Weight::Strong, false } };
}

QList<Line> instanceLines(const LiveSeries& series)
{
    QList<Line> lines;
    for (const int number : series.instances())
        add(lines,
            { QString::number(number), series.reading(u"instance_requests.%1"_s.arg(number)), number - 1,
                Weight::Medium, false });
    return lines;
}

QList<Line> cpuLines(const models::LiveModel& model)
{
    const auto arm = armOf(model);
    const auto of = [&model](const QString& metric) { return scaled(model.series().reading(metric), 100); };
    QList<Line> lines;
    add(lines, { LiveText::tr("server"), of(u"cpu_app"_s), arm, Weight::Strong, false });
    add(lines, { LiveText::tr("store"), of(u"cpu_store"_s), arm, Weight::Light, false });
    add(lines, { LiveText::tr("generator"), of(u"cpu_generator"_s), generatorStyle, Weight::Medium, false });
    add(lines, { LiveText::tr("others"), of(u"cpu_other"_s), othersStyle, Weight::Medium, false });
    return lines;
}

QList<Line> memoryLines(const models::LiveModel& model)
{
    const auto arm = armOf(model);
    const auto& series = model.series();
    const auto of = [&](const QString& metric) { return scaled(series.reading(metric), 1 / storeUnit(series)); };
    QList<Line> lines;
    add(lines, { LiveText::tr("Redis used"), of(u"redis_used_memory"_s), arm, Weight::Strong, false });
    add(lines, { LiveText::tr("dataset"), of(u"redis_used_memory_dataset"_s), arm, Weight::Light, false });
    add(lines, { LiveText::tr("resident"), of(u"redis_used_memory_rss"_s), generatorStyle, Weight::Medium, false });
    add(lines, { LiveText::tr("session tables"), of(u"sql_table_bytes"_s), arm, Weight::Strong, false });
    if (lines.isEmpty()) // an arm without Redis or a database keeps its sessions in the server
        add(lines,
            { LiveText::tr("sessions in the server"), of(u"session_store_bytes"_s), arm, Weight::Strong, false });
    return lines;
}

// What Ceteris did not start it cannot look into; the generator is read all the same.
QString whyNoMemory(const LiveSeries& series)
{
    const bool isForeign = series.lastReading(u"cpu_generator"_s) && !series.lastReading(u"cpu_app"_s);
    return isForeign ? LiveText::tr("Not measured: this arm is a service that Ceteris did not start")
                     : LiveText::tr("No reading of the session store yet");
}

QList<widgets::Layer> stageLayers(const LiveSeries& series, const QString& route)
{
    const QString prefix = u"stage_us."_s + route + u'.';
    QList<widgets::Layer> layers;
    // In the order in which a request passes them.
    for (const auto* stage :
        { "read", "session_load", "user_lookup", "password_hash", "handler", "serialise", "session_save", "write" })
        if (const auto points = series.reading(QString(prefix + QLatin1StringView(stage))); hasFigures(points))
            layers.append({ models::stageText(QLatin1StringView(stage)), points });
    return layers;
}

QList<widgets::Cell> heatCells(const LiveSeries& series, const QString& operation)
{
    QList<widgets::Cell> cells;
    for (const auto& cell : series.heat(operation))
        cells.append({ cell.x, cell.lowUs / 1000, cell.highUs / 1000, cell.count });
    return cells;
}

} // namespace ceteris::pages
