// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QWidget>

class QPainter;

namespace ceteris::widgets {

// All trials in the order that they run in, as long as they last, with their arm's letter and their state; blocks are
// set apart. A click, or Enter on the one chosen by the arrow keys, asks for it.
class ScheduleStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ScheduleStrip(QWidget* parent = nullptr);

    void setSlots(const QList<Slot>& slotList);
    void setCurrent(int trial); // the chosen one, outlined; 0: none
    int current() const;
    int trialAt(const QPointF& position) const; // 0: none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void trialActivated(int trial);
    void currentChanged(int trial);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QList<QRectF> boxes() const;
    qsizetype indexOf(int trial) const;
    void drawSlot(QPainter& painter, const QRectF& box, const Slot& slot, const Theme& theme) const;

    QList<Slot> m_slots;
    int m_current = 0;
};

} // namespace ceteris::widgets
