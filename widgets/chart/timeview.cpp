// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeview.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QRubberBand>

#include <algorithm>
#include <cstdlib>

namespace ceteris::widgets {
namespace {

constexpr int leastDrag = 8; // px; below it is a click

} // namespace

TimeView::TimeView(QChart* chart, QWidget* parent)
    : QChartView(chart, parent)
    , m_drag(new QRubberBand(QRubberBand::Rectangle, viewport()))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the pane has the keyboard
    setContextMenuPolicy(Qt::NoContextMenu); // and the menu
    setMouseTracking(true);
    setMinimumSize(160, 80);
}

void TimeView::paintEvent(QPaintEvent* event)
{
    emit aboutToPaint();
    QElapsedTimer timer;
    timer.start();
    QChartView::paintEvent(event);
    emit painted(static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

// The drawing is laid out for the new size by its owner; QChartView would do it a second time.
void TimeView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    setSceneRect(QRectF(QPointF(), viewport()->size()));
    emit resized();
}

void TimeView::mouseMoveEvent(QMouseEvent* event)
{
    const int x = event->pos().x();
    if (m_start && std::abs(x - *m_start) >= leastDrag)
        m_drag->show();
    if (m_drag->isVisible())
        m_drag->setGeometry(QRect(std::min(x, *m_start), 0, std::abs(x - *m_start), viewport()->height()));
    emit hovered(x);
}

void TimeView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_start = event->pos().x();
    event->ignore(); // the pane takes the focus
}

void TimeView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag->isVisible())
        emit dragged(std::min(event->pos().x(), *m_start), std::max(event->pos().x(), *m_start));
    m_drag->hide();
    m_start.reset();
}

void TimeView::mouseDoubleClickEvent(QMouseEvent*)
{
    emit doubleClicked();
}

bool TimeView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        emit tipWanted(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave)
        emit hovered(std::nullopt);
    return QChartView::viewportEvent(event);
}

} // namespace ceteris::widgets
