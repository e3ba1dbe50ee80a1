// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/legend.h"

#include "widgets/chart/armstyle.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QMenu>
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
    return sample + 2 * gap + (text.isEmpty() ? 0 : gap + metrics.horizontalAdvance(text));
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

    void setEntry(const LegendEntry& entry, const QString& words)
    {
        if (m_entry == entry && text() == words)
            return; // once a second nothing is new
        m_entry = entry;
        setText(words);
        setAccessibleName(textOf(entry));
        setToolTip(words.contains(entry.name) ? QString() : textOf(entry));
        update();
    }

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

// What chips say, from the most to the least.
enum class LegendBar::Wording { All, LabelledShort, Values, Nothing };

LegendBar::LegendBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegendBar::setEntries(const QList<LegendEntry>& entries)
{
    if (!std::ranges::equal(entries, m_entries, [](const auto& a, const auto& b) { return a.sameLook(b); })) {
        for (auto* chip : std::exchange(m_chips, {}))
            chip->deleteLater();
        for (const auto& entry : entries) {
            auto* chip = new Chip(this);
            connect(chip, &QAbstractButton::toggled, this, [this, name = entry.name](bool on) {
                emit toggled(name, on);
                arrange(); // what is hidden is at no line's end any more
            });
            m_chips += chip;
        }
        updateGeometry();
    }
    m_entries = entries;
    arrange();
}

void LegendBar::addTo(QMenu& menu) const
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        auto* action = menu.addAction(QString(m_entries[i].name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_chips[i]->isChecked());
        connect(action, &QAction::toggled, m_chips[i], &QAbstractButton::setChecked);
    }
}

const QList<LegendEntry>& LegendBar::entries() const
{
    return m_entries;
}

QSize LegendBar::sizeHint() const
{
    double width = 0; // of the names alone: it must not change while the cursor moves
    for (const auto& entry : m_entries)
        width += qCeil(legendWidth(fontMetrics(), entry)) + gap;
    return { qCeil(width), fontMetrics().height() + gap };
}

QSize LegendBar::minimumSizeHint() const
{
    return { static_cast<int>(m_entries.size()) * (sample + 3 * gap), fontMetrics().height() + gap };
}

void LegendBar::resizeEvent(QResizeEvent*)
{
    arrange();
}

void LegendBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

QString LegendBar::wordsOf(qsizetype place, Wording wording) const
{
    const auto& entry = m_entries[place];
    switch (wording) {
    case Wording::All:
        return textOf(entry);
    case Wording::LabelledShort:
        return entry.labelled && m_chips[place]->isChecked() ? entry.value : textOf(entry);
    case Wording::Values:
        return entry.value;
    case Wording::Nothing:
        break;
    }
    return {};
}

// A sample alone would ask what it is.
int LegendBar::widthOf(qsizetype place, Wording wording) const
{
    const auto words = wordsOf(place, wording);
    const auto isTold = m_entries[place].labelled && m_chips[place]->isChecked();
    return words.isEmpty() && isTold ? 0 : qCeil(chipWidth(fontMetrics(), words)) + gap;
}

void LegendBar::arrange()
{
    const auto widthIn = [this](Wording wording) {
        int wanted = 0;
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            wanted += widthOf(i, wording);
        return wanted;
    };
    auto wording = Wording::All;
    for (const auto less : { Wording::LabelledShort, Wording::Values, Wording::Nothing })
        if (widthIn(wording) > width())
            wording = less;
    int x = std::max(0, width() - widthIn(wording) + gap);
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        auto* chip = m_chips[i];
        chip->setEntry(m_entries[i], wordsOf(i, wording));
        chip->setGeometry(QRect(QPoint(x, 0), chip->sizeHint()));
        const auto width = widthOf(i, wording);
        chip->setVisible(width > 0);
        x += width;
    }
}

} // namespace ceteris::widgets
