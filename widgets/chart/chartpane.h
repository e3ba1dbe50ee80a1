// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"
#include "widgets/chart/legend.h"

#include <QSet>
#include <QSize>
#include <QWidget>

class QLabel;
class QMenu;
class QPainter;

namespace ceteris::widgets {

// What all charts share: a card with a title and a legend, a reason where there is nothing to see, the menu "Copy
// picture, Copy data, Show as table, Save picture as". Charts follow the palette by themselves. A chart paints itself
// by render(), on the screen too, unless it sets a plot of its own.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(QWidget* parent = nullptr);

    QString title() const;
    void setTitle(const QString& title);
    void setMessage(const QString& message); // over the plot, instead of nothing: why it is empty; empty: none
    QString message() const;
    void setHeaderShown(bool shown); // without it the plot fills the card
    bool isShown(const QString& name) const; // not hidden by its chip

    virtual ChartTable table() const = 0;
    // The plot without the window around it, on a light ground when asked: for pictures and reports.
    virtual void render(QPainter& painter, const QRectF& target, const Theme& theme) const = 0;

    void renderPicture(QPainter& painter, const QRectF& target) const; // with title and legend, on a light ground
    QImage picture(QSize size, double scale = 2) const;
    bool savePicture(const QString& path, QSize size = { 960, 400 }) const; // by suffix: png (2x), pdf, svg

public slots:
    void copyPicture() const;
    void copyData() const;
    void showTable();
    void askWhereToSave();

signals:
    void tableRequested(); // "Show as table": the pane shows its own dialog unless somebody listens

protected:
    virtual bool isEmpty() const = 0; // then a message stands alone, without axes
    virtual QString tipAt(const QPointF& position, const QRectF& target) const; // of the plot drawn there; empty: none
    virtual void legendToggled();

    void setPlot(QWidget* plot); // instead of the one that calls render()
    QWidget* plot() const;
    void setSubtitle(const QString& text); // beside the title: the unit
    void setReadout(const QString& text); // in its place: where the cursor is; empty: nowhere
    void setLegend(const QList<LegendEntry>& entries);
    virtual void refresh(); // draw again: data or colours are new

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Plot;
    void setupLayout();
    void showMessage();
    void muteSubtitle();
    void fitHeader();
    void fillMenu(QMenu& menu);

    QString m_message;
    QString m_unit;
    QString m_readout;
    QSet<QString> m_hidden;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    LegendBar* m_legend = nullptr;
    QWidget* m_header = nullptr;
    QWidget* m_plot = nullptr;
    QLabel* m_notice = nullptr;
};

} // namespace ceteris::widgets
