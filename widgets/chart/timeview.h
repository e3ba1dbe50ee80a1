// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include <optional>

class QRubberBand;

namespace ceteris::widgets {

// Where a time chart's drawing is looked at: tells what the mouse does in pixels, and what painting costs.
class TimeView : public QChartView
{
    Q_OBJECT

public:
    explicit TimeView(QChart* chart, QWidget* parent = nullptr);

signals:
    void aboutToPaint();
    void painted(double ms);
    void resized();
    void hovered(std::optional<double> x);
    void dragged(double from, double to);
    void doubleClicked();
    void tipWanted(const QPoint& position, const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    QRubberBand* m_drag;
    std::optional<int> m_start; // x of the press
};

} // namespace ceteris::widgets
