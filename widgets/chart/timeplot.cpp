// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeplot.h"

#include "widgets/chart/armstyle.h"
#include "widgets/chart/decimate.h"

#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ceteris::widgets {

// A part of the chart that a function paints.
class TimePlot::Paint : public QGraphicsItem
{
public:
    using Function = void (*)(QPainter&, const TimeLayout&);

    Paint(TimePlot* plot, Function function, double z)
        : QGraphicsItem(plot)
        , m_plot(plot)
        , m_function(function)
    {
        setZValue(z);
    }

    void renew()
    {
        prepareGeometryChange();
        update();
    }

    QRectF boundingRect() const override { return { QPointF(), m_plot->m_layout.size }; }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        painter->save();
        m_function(*painter, m_plot->m_layout);
        painter->restore();
    }

private:
    TimePlot* m_plot;
    Function m_function;
};

TimePlot::TimePlot()
    : m_backdrop(new Paint(this, drawBackdrop, 0.5)) // series are at 4
    , m_marks(new Paint(this, drawMarks, 5))
    , m_cursor(new QGraphicsLineItem(this))
{
    legend()->hide();
    setBackgroundVisible(false);
    setAnimationOptions(NoAnimation);
    setMargins({});
    layout()->setContentsMargins(0, 0, 0, 0);
    for (const auto side : { Qt::AlignBottom, Qt::AlignLeft }) {
        auto* axis = new QValueAxis(this);
        axis->setRange(0, 1);
        axis->setVisible(false);
        addAxis(axis, side);
    }
    m_cursor->setZValue(6);
    m_cursor->hide();
}

void TimePlot::show(const TimeData& data, const Theme& theme, const QFont& face, QSizeF size)
{
    const auto before = m_layout.frame.y;
    m_layout = widgets::layOut(data, theme, face, size, m_shown ? &before : nullptr);
    m_shown = true;
    resize(size);
    setPlotArea(m_layout.frame.plot);
    for (int i = 0; i < m_layout.data.lines.size(); ++i)
        showLine(i, m_layout.data.lines[i]);
    for (auto i = m_layout.data.lines.size(); i < m_series.size(); ++i)
        m_series[i]->hide();
    m_backdrop->renew();
    m_marks->renew();
}

void TimePlot::setCursorAt(std::optional<double> x)
{
    const auto& frame = m_layout.frame;
    m_cursor->setVisible(x && *x >= frame.x.low && *x <= frame.x.high);
    if (!x)
        return;
    const double place = frame.px(*x);
    m_cursor->setPen(QPen(m_layout.theme.text, 1));
    m_cursor->setLine({ { place, frame.plot.top() }, { place, frame.plot.bottom() } });
}

void TimePlot::showLine(int index, const Line& line)
{
    auto* drawn = series(index);
    const auto style = armStyle(line.arm, m_layout.theme.dark);
    const double width = m_layout.data.projected ? 4 : lineWidth(line.weight);
    drawn->setPen(line.stepped ? QPen(m_layout.theme.muted, m_layout.data.projected ? 2 : 1)
                               : QPen(style.colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    QList<QPointF> shares;
    shares.reserve(line.points.size());
    const auto& frame = m_layout.frame;
    for (const auto& point : line.points) {
        if (shares.isEmpty() && std::isnan(point.y()))
            continue; // Qt Charts begins its path at the first point: one that is none would be the plot's corner
        const double y = std::isnan(point.y()) ? qQNaN() : std::max(0.0, frame.y.share(point.y()));
        shares += QPointF(frame.x.share(point.x()), y);
    }
    QList<double> dashes;
    if (!line.stepped)
        for (const double part : QPen(style.dash).dashPattern())
            dashes += part * std::max(2.0, width);
    drawn->replace(dashed(shares, frame.plot.size(), dashes));
    drawn->show();
}

QLineSeries* TimePlot::series(int index)
{
    while (m_series.size() <= index) {
        auto* fresh = new QLineSeries(this);
        addSeries(fresh);
        for (auto* axis : axes())
            fresh->attachAxis(axis);
        m_series += fresh;
    }
    return m_series[index];
}

} // namespace ceteris::widgets
