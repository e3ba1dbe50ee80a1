// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/navrail.h"

#include "widgets/shell/theme.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr int wide = 168;
constexpr int narrow = 56;
constexpr int glyphSize = 20;
constexpr int inset = 12;

// A tool button that reads as a place, not as a command: a bar and a tint where one is.
class RailButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        const int height = qMax(40, fontMetrics().height() + 20);
        return { inset + glyphSize + inset + fontMetrics().horizontalAdvance(caption()) + inset, height };
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto look = theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? look.fill(Tone::Info) : look.fill(Tone::Neutral));
            painter.drawRoundedRect(rect(), 6, 6);
        }
        if (isChecked()) {
            painter.setBrush(look.accent);
            painter.drawRoundedRect(QRectF(0, 8, 3, height() - 16), 1.5, 1.5);
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(look.accent, 2));
            painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 6, 6);
        }
        drawContent(painter, look);
    }

private:
    // Languages without Latin letters put the key in brackets behind: "계획(P)". Here the key is Ctrl and a digit.
    QString caption() const
    {
        static const QRegularExpression key(u"\\(&?[A-Z]\\)$"_s);
        return text().remove(key);
    }

    void drawContent(QPainter& painter, const Theme& look)
    {
        const bool bare = toolButtonStyle() == Qt::ToolButtonIconOnly;
        const int left = bare ? (width() - glyphSize) / 2 : inset;
        const auto mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
        icon().paint(&painter, left, (height() - glyphSize) / 2, glyphSize, glyphSize, Qt::AlignCenter, mode);
        if (bare)
            return;
        auto bold = font();
        bold.setBold(isChecked());
        painter.setFont(bold);
        painter.setPen(isEnabled() ? look.text : look.muted);
        const auto place = rect().adjusted(inset + glyphSize + inset, 0, -4, 0);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, caption());
    }
};

} // namespace

NavRail::NavRail(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addStretch();
    applyWidth();
}

void NavRail::setPages(const QList<QAction*>& pages)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    auto* column = static_cast<QVBoxLayout*>(layout());
    for (auto* page : pages) {
        auto* button = new RailButton(this);
        button->setDefaultAction(page);
        button->setObjectName(page->objectName());
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons.append(button);
    }
    applyWidth();
}

void NavRail::setCompact(bool compact)
{
    m_compact = compact;
    applyWidth();
}

bool NavRail::isCompact() const
{
    return m_compact;
}

QSize NavRail::sizeHint() const
{
    int width = m_compact ? narrow : wide;
    if (!m_compact)
        for (const auto* button : m_buttons)
            width = qMax(width, button->sizeHint().width() + 16);
    return { width, QWidget::sizeHint().height() };
}

QSize NavRail::minimumSizeHint() const
{
    return { sizeHint().width(), QWidget::minimumSizeHint().height() };
}

void NavRail::applyWidth()
{
    for (auto* button : m_buttons)
        button->setToolButtonStyle(m_compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    setFixedWidth(sizeHint().width());
}

void NavRail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        applyWidth();
    QWidget::changeEvent(event);
}

} // namespace ceteris::widgets
