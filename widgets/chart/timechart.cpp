// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timechart.h"

#include "widgets/chart/decimate.h"
#include "widgets/chart/timeplot.h"
#include "widgets/chart/timetable.h"
#include "widgets/chart/timeview.h"

#include <QElapsedTimer>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

class TimeChart::Impl
{
public:
    explicit Impl(TimeChart* chart);

    void touch();
    void apply();
    TimeData visible() const;
    void showReadout();
    void moveCursor(std::optional<double> x);
    void zoomBy(double factor);
    double valueOf(double px) const;

    TimeChart* q;
    TimePlot* plot;
    TimeView* view;
    QTimer soon; // all changes of one turn of the event loop are drawn at once
    TimeData data;
    std::optional<QPointF> zoom;
    std::optional<double> cursor;
    bool dirty = true;
    double applyMs = 0;
    double paintMs = 0;
};

TimeChart::Impl::Impl(TimeChart* chart)
    : q(chart)
    , plot(new TimePlot)
    , view(new TimeView(plot, chart))
{
    soon.setSingleShot(true);
    connect(&soon, &QTimer::timeout, q, [this] { apply(); });
    connect(view, &TimeView::aboutToPaint, q, [this] { apply(); });
    connect(view, &TimeView::resized, q, [this] { touch(); });
    connect(view, &TimeView::painted, q, [this](double ms) {
        paintMs = ms + std::exchange(applyMs, 0);
        emit q->painted(paintMs);
    });
    connect(view, &TimeView::hovered, q, [this](std::optional<double> px) {
        moveCursor(px ? nearestX(data.lines, data.layers, valueOf(*px)) : std::nullopt);
    });
    connect(view, &TimeView::dragged, q,
        [this](double from, double to) { emit q->zoomed(QPointF(valueOf(from), valueOf(to))); });
    connect(view, &TimeView::doubleClicked, q, [this] { emit q->zoomed(std::nullopt); });
    connect(view, &TimeView::tipWanted, q, [this](const QPoint& position, const QPoint& global) {
        QToolTip::showText(global, q->tipAt(position, view->rect()), view);
    });
}

void TimeChart::Impl::touch()
{
    dirty = true;
    if (view->isVisible())
        soon.start(0);
}

void TimeChart::Impl::apply()
{
    if (!std::exchange(dirty, false))
        return;
    QElapsedTimer timer;
    timer.start();
    const auto colours = theme();
    view->setBackgroundBrush(colours.surface);
    plot->setVisible(!q->isEmpty() || q->message().isEmpty());
    plot->show(visible(), colours, q->font(), view->viewport()->size());
    plot->setCursorAt(cursor);
    showReadout();
    applyMs += static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

TimeData TimeChart::Impl::visible() const
{
    auto shown = data;
    const auto hidden = [this](const auto& part) { return !q->isShown(part.name); };
    shown.lines.removeIf(hidden);
    shown.bands.removeIf(hidden);
    for (auto& layer : shown.layers) // a hidden one keeps its place and colour
        if (hidden(layer))
            for (auto& point : layer.points)
                point.setY(std::isnan(point.y()) ? point.y() : 0);
    if (zoom) {
        shown.from = zoom->x();
        shown.to = zoom->y();
    }
    return shown;
}

void TimeChart::Impl::showReadout()
{
    const auto entries = legendOf(data, cursor);
    q->setLegend(data.projected ? QList<LegendEntry> {} : entries);
    const QString place = cursor ? TimeChart::tr("at %1").arg(timeText(*cursor)) : QString();
    q->setReadout(place);
    if (!cursor)
        return;
    QStringList read { place };
    for (const auto& entry : entries)
        read += entry.name + u' ' + entry.value;
    q->setAccessibleDescription(read.join(u", "_s));
}

void TimeChart::Impl::moveCursor(std::optional<double> x)
{
    if (x == cursor)
        return;
    q->setCursor(x);
    emit q->cursorMoved(x);
}

void TimeChart::Impl::zoomBy(double factor)
{
    const auto shown = visible();
    const double middle = cursor.value_or((shown.from + shown.to) / 2);
    const double half = (shown.to - shown.from) * factor / 2;
    const double from = std::max(data.from, middle - half);
    const double to = std::min(data.to, middle + half);
    if (to - from >= 1)
        emit q->zoomed(QPointF(from, to));
}

double TimeChart::Impl::valueOf(double px) const
{
    const auto& frame = plot->layOut().frame;
    return frame.x.value(std::clamp((px - frame.plot.left()) / frame.plot.width(), 0.0, 1.0));
}

TimeChart::TimeChart(QWidget* parent)
    : ChartPane(parent)
    , m_impl(std::make_unique<Impl>(this))
{
    setPlot(m_impl->view);
    // A chart alone zooms itself; a CursorLink answers for all of its charts.
    connect(this, &TimeChart::zoomed, this, &TimeChart::setZoom);
}

TimeChart::~TimeChart() = default;

void TimeChart::setAxis(const Axis& axis)
{
    m_impl->data.axis = axis;
    setSubtitle(axis.title);
    m_impl->touch();
}

void TimeChart::setRange(double from, double to)
{
    m_impl->data.from = from;
    m_impl->data.to = std::max(to, from + 1);
    m_impl->touch();
}

void TimeChart::setZoom(std::optional<QPointF> range)
{
    m_impl->zoom = range;
    m_impl->touch();
}

void TimeChart::setLines(const QList<Line>& lines)
{
    m_impl->data.lines = lines;
    m_impl->touch();
}

void TimeChart::setBands(const QList<Band>& bands)
{
    m_impl->data.bands = bands;
    m_impl->touch();
}

void TimeChart::setLayers(const QList<Layer>& layers)
{
    m_impl->data.layers = layers;
    m_impl->touch();
}

void TimeChart::setPhases(const QList<Phase>& phases)
{
    m_impl->data.phases = phases;
    m_impl->touch();
}

void TimeChart::setEvents(const QList<ChartEvent>& events)
{
    m_impl->data.events = events;
    m_impl->touch();
}

void TimeChart::setLimits(const QList<Limit>& limits)
{
    m_impl->data.limits = limits;
    m_impl->touch();
}

void TimeChart::setErrors(const QList<QPointF>& perSecond)
{
    m_impl->data.errors = perSecond;
    m_impl->touch();
}

void TimeChart::setDimmed(bool dimmed)
{
    m_impl->data.dimmed = dimmed;
    m_impl->touch();
}

void TimeChart::setProjected(bool projected)
{
    m_impl->data.projected = projected;
    if (!projected)
        setFont({});
    m_impl->touch();
}

void TimeChart::setCursor(std::optional<double> x)
{
    m_impl->cursor = x;
    if (m_impl->dirty)
        return;
    m_impl->plot->setCursorAt(x);
    m_impl->showReadout();
}

std::optional<double> TimeChart::cursor() const
{
    return m_impl->cursor;
}

void TimeChart::stepCursor(int points)
{
    const auto shown = m_impl->visible();
    const double from = cursor().value_or(points > 0 ? shown.from : shown.to);
    if (const auto next = stepFrom(shown, from, points))
        m_impl->moveCursor(next);
}

ChartTable TimeChart::table() const
{
    return tableOf(m_impl->data);
}

void TimeChart::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    QGraphicsScene scene(QRectF(QPointF(), target.size()));
    auto* plot = new TimePlot; // the scene's
    scene.addItem(plot);
    plot->show(m_impl->visible(), theme, painter.font(), target.size());
    scene.render(&painter, target, scene.sceneRect());
}

double TimeChart::lastPaintMs() const
{
    return m_impl->paintMs;
}

bool TimeChart::isEmpty() const
{
    const auto& all = m_impl->data;
    const auto filled = [](const auto& part) { return !part.points.isEmpty(); };
    return !std::ranges::any_of(all.lines, filled) && !std::ranges::any_of(all.layers, filled)
        && !std::ranges::any_of(all.bands, filled);
}

void TimeChart::legendToggled()
{
    m_impl->touch();
}

QString TimeChart::tipAt(const QPointF& position, const QRectF&) const
{
    return widgets::tipAt(m_impl->plot->layOut(), position);
}

void TimeChart::refresh()
{
    m_impl->touch();
}

void TimeChart::showEvent(QShowEvent* event)
{
    ChartPane::showEvent(event);
    m_impl->touch();
}

void TimeChart::resizeEvent(QResizeEvent* event)
{
    ChartPane::resizeEvent(event);
    if (!m_impl->data.projected)
        return;
    auto face = font(); // readable from the last row: a fixed share of the screen's height
    face.setPixelSize(std::max(20, window()->height() / 38));
    setFont(face);
}

void TimeChart::keyPressEvent(QKeyEvent* event)
{
    const int points = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return stepCursor(-points);
    case Qt::Key_Right:
        return stepCursor(points);
    case Qt::Key_Plus:
        return m_impl->zoomBy(0.5);
    case Qt::Key_Minus:
        return m_impl->zoomBy(2);
    case Qt::Key_0:
        emit zoomed(std::nullopt);
        return;
    default:
        ChartPane::keyPressEvent(event);
    }
}

} // namespace ceteris::widgets
