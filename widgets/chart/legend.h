// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QWidget>

class QMenu;
class QPainter;

namespace ceteris::widgets {

struct LegendEntry
{
    enum class Kind { Line, Asked, Band, Layer, Mark };

    QString name;
    Kind kind = Kind::Line;
    int index = 0; // arm, or place of the layer
    Weight weight = Weight::Medium;
    QString value; // at the cursor; empty: no cursor
    bool labelled = false; // its name stands at the end of its line too

    bool sameLook(const LegendEntry& other) const;
    bool operator==(const LegendEntry&) const = default;
};

// A sample of how it is drawn, in a rectangle.
void drawSwatch(QPainter& painter, const QRectF& rect, const LegendEntry& entry, const Theme& theme);
double legendWidth(const QFontMetrics& metrics, const LegendEntry& entry);

// One row of chips that hide and show. Where it is too narrow those go that say what stands at the end of a line too,
// until it is hidden; then the others give up their names, which the tool tip and the menu of the chart keep.
class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget* parent = nullptr);

    void setEntries(const QList<LegendEntry>& entries);
    const QList<LegendEntry>& entries() const;

    void addTo(QMenu& menu) const; // what the chips do, also those for which there is no room

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void toggled(const QString& name, bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Chip;
    enum class Wording;
    QString wordsOf(qsizetype place, Wording wording) const; // empty: not even its sample, if it is told elsewhere
    int widthOf(qsizetype place, Wording wording) const;
    void arrange();

    QList<LegendEntry> m_entries;
    QList<Chip*> m_chips;
};

} // namespace ceteris::widgets
