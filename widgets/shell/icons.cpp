// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

QString fileOf(const QString& name)
{
    return u":/icons/"_s + name + u".svg"_s;
}

// The shape of a drawing in one colour.
QPixmap drawn(const QString& name, const QColor& colour, QSize size)
{
    const QString key
        = u"ceteris-icon/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer drawing(fileOf(name));
    drawing.setAspectRatioMode(Qt::KeepAspectRatio);
    drawing.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine : public QIconEngine
{
public:
    TintedEngine(const QString& name, QPalette::ColorRole on)
        : m_name(name)
        , m_on(on)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(rect.size() * scale, mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return drawn(m_name, colour(mode, state), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        auto scaled = pixmap(size, mode, state); // the size is in pixels of the device already
        scaled.setDevicePixelRatio(scale);
        return scaled;
    }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine* clone() const override { return new TintedEngine(*this); }
    QString key() const override { return u"ceteris"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const auto palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return palette.color(state == QIcon::On ? m_on : QPalette::ButtonText);
    }

    QString m_name;
    QPalette::ColorRole m_on;
};

} // namespace

QIcon icon(const QString& name, QPalette::ColorRole on)
{
    return QFile::exists(fileOf(name)) ? QIcon(new TintedEngine(name, on)) : QIcon();
}

QPixmap glyph(const QString& name, const QColor& colour, int size, qreal scale)
{
    auto pixmap = drawn(name, colour, (QSizeF(size, size) * scale).toSize());
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QIcon appIcon()
{
    return QIcon(u":/icons/io.github.ceteris_lab.Ceteris.svg"_s);
}

} // namespace ceteris::widgets
