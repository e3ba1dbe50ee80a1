// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/legend.h"

#include "widgets/chart/armstyle.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr int sample = 24; // px
constexpr int gap = 4;

QString textOf(const LegendEntry& entry)
{
    return entry.value.isEmpty() ? entry.name : entry.name + u' ' + entry.value;
}

double chipWidth(const QFontMetrics& metrics, const QString& text)
{
    return sample + gap + metrics.horizontalAdvance(text) + 2 * gap;
}

} // namespace

bool LegendEntry::sameLook(const LegendEntry& other) const
{
    return name == other.name && kind == other.kind && index == other.index && weight == other.weight;
}

void drawSwatch(QPainter& painter, const QRectF& rect, const LegendEntry& entry, const Theme& theme)
{
    const auto style = armStyle(entry.index, theme.dark);
    const auto box = rect.adjusted(2, 2, -2, -2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (entry.kind) {
    case LegendEntry::Kind::Line:
        painter.setPen(QPen(style.colour, lineWidth(entry.weight), style.dash, Qt::FlatCap));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        [[fallthrough]];
    case LegendEntry::Kind::Mark:
        painter.translate(rect.center());
        painter.fillPath(markerPath(style.marker, std::max(7.0, rect.height() * 0.45)), style.colour);
        break;
    case LegendEntry::Kind::Asked:
        painter.setPen(QPen(theme.muted, 1));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        break;
    case LegendEntry::Kind::Band:
        painter.setOpacity(painter.opacity() * 0.25);
        painter.fillRect(box, style.colour);
        break;
    case LegendEntry::Kind::Layer:
        painter.fillRect(box, layerColour(entry.index, theme.dark));
        break;
    }
    painter.restore();
}

double legendWidth(const QFontMetrics& metrics, const LegendEntry& entry)
{
    return chipWidth(metrics, entry.name);
}

class LegendBar::Chip : public QAbstractButton
{
public:
    explicit Chip(QWidget* parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

    // Short: the value alone, where the name has no room beside it.
    void setEntry(const LegendEntry& entry, bool shortened)
    {
        m_entry = entry;
        setText(shortened && !entry.value.isEmpty() ? entry.value : textOf(entry));
        setAccessibleName(textOf(entry));
        setToolTip(shortened ? entry.name : QString());
        update();
    }

    const LegendEntry& entry() const { return m_entry; }

    QSize sizeHint() const override
    {
        return { qCeil(chipWidth(fontMetrics(), text())), fontMetrics().height() + gap };
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto colours = theme();
        QPainter painter(this);
        if (hasFocus() || underMouse()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(colours.outline));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
        painter.setOpacity(isChecked() ? 1 : 0.35);
        drawSwatch(painter, QRectF(gap, 0, sample, height()), m_entry, colours);
        painter.setOpacity(1);
        auto face = font();
        face.setStrikeOut(!isChecked());
        painter.setFont(face);
        painter.setPen(isChecked() ? colours.text : colours.muted);
        painter.drawText(rect().adjusted(gap + sample + gap, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text());
    }

private:
    LegendEntry m_entry;
};

LegendBar::LegendBar(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LegendBar::setEntries(const QList<LegendEntry>& entries)
{
    if (!std::ranges::equal(entries, m_entries, [](const auto& a, const auto& b) { return a.sameLook(b); })) {
        for (auto* chip : std::exchange(m_chips, {}))
            chip->deleteLater();
        for (const auto& entry : entries) {
            auto* chip = new Chip(this);
            connect(
                chip, &QAbstractButton::toggled, this, [this, name = entry.name](bool on) { emit toggled(name, on); });
            chip->show();
            m_chips += chip;
        }
        updateGeometry();
    }
    m_entries = entries;
    double wanted = 0;
    for (const auto& entry : entries)
        wanted += chipWidth(fontMetrics(), textOf(entry)) + gap;
    for (qsizetype i = 0; i < entries.size(); ++i)
        m_chips[i]->setEntry(entries[i], wanted > width());
    arrange(width(), true);
}

const QList<LegendEntry>& LegendBar::entries() const
{
    return m_entries;
}

bool LegendBar::hasHeightForWidth() const
{
    return true;
}

int LegendBar::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize LegendBar::sizeHint() const
{
    int width = 0;
    for (const auto* chip : m_chips)
        width += chip->sizeHint().width() + gap;
    return { width, fontMetrics().height() + gap };
}

QSize LegendBar::minimumSizeHint() const
{
    int width = 0;
    for (const auto* chip : m_chips)
        width = std::max(width, chip->sizeHint().width());
    return { width, fontMetrics().height() + gap };
}

void LegendBar::resizeEvent(QResizeEvent*)
{
    arrange(width(), true);
}

void LegendBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

int LegendBar::arrange(int width, bool apply) const
{
    const int row = fontMetrics().height() + gap;
    // The height is that of the names alone: it must not change while the cursor moves.
    const auto widthOf = [&](const Chip* chip) {
        return apply ? chip->sizeHint().width() : qCeil(legendWidth(fontMetrics(), chip->entry()));
    };
    int y = 0;
    for (qsizetype first = 0; first < m_chips.size();) {
        auto last = first;
        int used = 0;
        while (last < m_chips.size() && (last == first || used + widthOf(m_chips[last]) <= width))
            used += widthOf(m_chips[last++]) + gap;
        int x = std::max(0, width - used + gap);
        for (; first < last; ++first) {
            const int wide = widthOf(m_chips[first]);
            if (apply)
                m_chips[first]->setGeometry(x, y, wide, row);
            x += wide + gap;
        }
        y += row;
    }
    return std::max(y, row);
}

} // namespace ceteris::widgets
