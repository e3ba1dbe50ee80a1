// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QSize>
#include <QWidget>

class QPainter;

namespace ceteris::widgets {

// What all charts share: a card with a title and a legend, a reason where there is nothing to see, the menu "Copy
// picture, Copy data, Show as table, Save picture as". Charts follow the palette by themselves.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(QWidget* parent = nullptr);

    QString title() const;
    void setTitle(const QString& title);
    void setMessage(const QString& message); // over the plot, instead of nothing: why it is empty; empty: none
    QString message() const;

    virtual ChartTable table() const = 0;
    // The plot without the window around it, on a light ground when asked: for pictures and reports.
    virtual void render(QPainter& painter, const QRectF& target, const Theme& theme) const = 0;

    QImage picture(QSize size, double scale = 2) const; // light ground
    bool savePicture(const QString& path, QSize size = { 960, 400 }) const; // by suffix: png (2x), pdf, svg

signals:
    void tableRequested(); // "Show as table": the pane shows its own dialog unless somebody listens

private:
    QString m_title;
    QString m_message;
};

} // namespace ceteris::widgets
