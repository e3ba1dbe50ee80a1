// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/compareshapes.h"

#include "app/models/experimentwords.h"
#include "app/pages/charttexts.h"
#include "app/pages/compareeffects.h"
#include "app/pages/triallines.h"
#include "widgets/chart/cursorlink.h"
#include "widgets/chart/heatmap.h"
#include "widgets/chart/percentileplot.h"
#include "widgets/chart/timechart.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

QList<widgets::Line> linesFromMeasure(const models::TrialTimeline& timeline, const QString& operation, int arm)
{
    auto lines = latencyLines(timeline, operation, arm);
    for (auto& line : lines)
        for (auto& point : line.points)
            point.rx() -= timeline.measureStart();
    for (auto& line : lines)
        for (auto& x : line.weak)
            x -= timeline.measureStart();
    return lines;
}

} // namespace

CompareShapes::CompareShapes(QWidget* parent)
    : QWidget(parent)
    , m_plot(new widgets::PercentilePlot(this))
    , m_grid(new QGridLayout(this))
    , m_link(new widgets::CursorLink(this))
{
    m_plot->setObjectName(u"comparePercentiles"_s);
    m_grid->setRowStretch(0, 3);
    m_grid->setRowStretch(1, 2);
    m_grid->setRowStretch(2, 2);
}

void CompareShapes::setSides(const QList<models::Side>& sides)
{
    m_sides = sides;
    m_isStale = true;
    makePanels();
    if (isVisible())
        load();
}

void CompareShapes::setMeasure(const models::Measure& measure)
{
    if (m_measure.level == measure.level && m_measure.operation == measure.operation)
        return;
    m_measure = measure;
    m_isStale = true;
    if (isVisible())
        load();
}

void CompareShapes::makePanels()
{
    m_grid->removeWidget(m_plot);
    m_grid->addWidget(m_plot, 0, 0, 1, static_cast<int>(std::max<qsizetype>(1, m_sides.size())));
    while (m_charts.size() < m_sides.size()) {
        const int column = static_cast<int>(m_charts.size());
        m_charts.append(new widgets::TimeChart(this));
        m_heats.append(new widgets::HeatMap(this));
        m_charts.back()->setObjectName(u"compareTime%1"_s.arg(column));
        m_heats.back()->setObjectName(u"compareHeat%1"_s.arg(column));
        m_grid->addWidget(m_charts.back(), 1, column);
        m_grid->addWidget(m_heats.back(), 2, column);
        m_link->add(m_charts.back());
    }
    for (qsizetype i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setVisible(i < m_sides.size());
        m_heats[i]->setVisible(i < m_sides.size());
        m_grid->setColumnStretch(static_cast<int>(i), i < m_sides.size() ? 1 : 0);
    }
}

CompareShapes::Shape CompareShapes::read(const models::Side& side, const models::Measure& measure)
{
    Shape shape;
    const auto all = models::readDistribution(*side.experiment, measure.level, measure.operation);
    if (const auto found = all.arms.find(side.arm); found != all.arms.end())
        shape.curve = found->second;
    shape.map = models::readLatencyMap(*side.experiment, measure.level, measure.operation, side.arm);
    for (const auto& it : side.experiment->trials)
        if (it.arm == side.arm && it.level == measure.level && it.status == u"ok"
            && !side.experiment->isVoidBlock(it.block)) {
            shape.trial = it.trial;
            shape.timeline = models::readTimeline(side.experiment->path(), it.trial);
            break;
        }
    return shape;
}

void CompareShapes::load()
{
    m_isStale = false;
    m_plot->setMessage(tr("Reading …"));
    m_reading.run(
        [sides = m_sides, measure = m_measure] {
            std::vector<Shape> shapes;
            for (const auto& side : sides)
                shapes.push_back(read(side, measure));
            return shapes;
        },
        [this](const std::vector<Shape>& shapes) {
            draw(shapes);
            emit loaded();
        });
}

void CompareShapes::draw(const std::vector<Shape>& shapes)
{
    QList<widgets::PercentileLine> lines;
    std::vector<models::LatencyMap> maps;
    for (qsizetype i = 0; i < m_sides.size(); ++i) {
        const auto& shape = shapes[static_cast<std::size_t>(i)];
        if (!shape.curve.points.isEmpty())
            lines.append(lineOf(models::sideText(m_sides, static_cast<int>(i)), shape.curve, styleOf(m_sides, i)));
        maps.push_back(shape.map);
    }
    m_plot->setTitle(tr("Response time of %1 at %2, all trials that count")
                         .arg(models::operationText(m_measure.operation), m_measure.level));
    m_plot->setAxis(latencyAxis());
    m_plot->setLines(lines);
    m_plot->setMessage(
        lines.isEmpty() ? tr("No trial that counts has answered requests of this operation.") : QString());
    const auto scale = commonScale(maps);
    for (qsizetype i = 0; i < m_sides.size(); ++i) {
        const auto& map = maps[static_cast<std::size_t>(i)];
        apply(scale, m_heats[i]);
        m_heats[i]->setCells(cellsOf(map.seconds));
        m_heats[i]->setTitle(tr("%1: number of requests, %2 of %3 trials")
                                 .arg(models::sideText(m_sides, static_cast<int>(i)), QString::number(map.trials),
                                     QString::number(map.ofTrials)));
        m_heats[i]->setMessage(map.seconds.empty() ? tr("No trial that counts.") : QString());
    }
    drawTimelines(shapes);
}

void CompareShapes::drawTimelines(const std::vector<Shape>& shapes)
{
    double from = 0, to = 1, low = std::numeric_limits<double>::max(), high = 0;
    std::vector<QList<widgets::Line>> lines;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto& timeline = shapes[i].timeline;
        lines.push_back(linesFromMeasure(timeline, m_measure.operation, styleOf(m_sides, static_cast<qsizetype>(i))));
        from = std::min(from, -timeline.measureStart());
        to = std::max(to, timeline.length() - timeline.measureStart());
        for (const auto& line : lines.back())
            for (const auto& point : line.points)
                if (!std::isnan(point.y()) && point.y() > 0) {
                    low = std::min(low, point.y());
                    high = std::max(high, point.y());
                }
    }
    const auto axis = high > 0 ? latencyAxis(low, high) : latencyAxis(); // locked: the same for all
    m_link->setRange(from, to);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        auto* const chart = m_charts[static_cast<qsizetype>(i)];
        const auto& timeline = shapes[i].timeline;
        chart->setAxis(axis);
        chart->setPhases(phasesOf(timeline, {}, timeline.measureStart()));
        chart->setEvents(eventsOf(timeline, timeline.measureStart()));
        chart->setLines(lines[i]);
        chart->setTitle(tr("%1: trial %2, from the start of measuring")
                            .arg(models::sideText(m_sides, static_cast<int>(i)), QString::number(shapes[i].trial)));
        chart->setMessage(lines[i].isEmpty() ? tr("Nothing was measured here.") : QString());
    }
}

void CompareShapes::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        load();
}

void CompareShapes::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || m_sides.isEmpty())
        return;
    m_isStale = true;
    if (isVisible())
        load();
}

} // namespace ceteris::pages
