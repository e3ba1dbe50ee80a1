// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/svg.h"

#include "app/results/report/armlook.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// A tenth of a pixel is fine enough, and short.
QString number(double value)
{
    auto text = QString::number(value, 'f', 1);
    if (text.endsWith(u".0"))
        text.chop(2);
    return text == u"-0" ? u"0"_s : text;
}

QString pair(QPointF point)
{
    return number(point.x()) % u' ' % number(point.y());
}

QString shape(ArmLook::Marker marker, QPointF at)
{
    const auto corners = [at](std::initializer_list<QPointF> offsets) {
        QString path;
        for (const auto& offset : offsets)
            path += (path.isEmpty() ? u"M"_s : u"L"_s) % pair(at + offset);
        return QString(path % u'Z');
    };
    switch (marker) {
    case ArmLook::Circle:
        return u"M%1a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z"_s.arg(pair(at - QPointF(4, 0)));
    case ArmLook::Square:
        return corners({ { -3.6, -3.6 }, { 3.6, -3.6 }, { 3.6, 3.6 }, { -3.6, 3.6 } });
    case ArmLook::Triangle:
        return corners({ { 0, -4.4 }, { 4, 3.2 }, { -4, 3.2 } });
    case ArmLook::Diamond:
        return corners({ { 0, -4.6 }, { 4.6, 0 }, { 0, 4.6 }, { -4.6, 0 } });
    case ArmLook::Down:
        return corners({ { 0, 4.4 }, { 4, -3.2 }, { -4, -3.2 } });
    case ArmLook::Cross:
        return corners({ { -4, -1.2 }, { -1.2, -1.2 }, { -1.2, -4 }, { 1.2, -4 }, { 1.2, -1.2 }, { 4, -1.2 },
            { 4, 1.2 }, { 1.2, 1.2 }, { 1.2, 4 }, { -1.2, 4 }, { -1.2, 1.2 }, { -4, 1.2 } });
    }
    return {};
}

} // namespace

QString escaped(const QString& text)
{
    return text.toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

Svg::Svg(double width, double height, const QString& title)
    : m_head(u"<svg viewBox=\"0 0 %1 %2\" width=\"%1\" height=\"%2\" role=\"img\" aria-label=\"%3\">"_s.arg(
        number(width), number(height), escaped(title)))
{
}

void Svg::line(QPointF from, QPointF to, const QString& classes)
{
    element(u"line"_s,
        u"x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\""_s.arg(
            number(from.x()), number(from.y()), number(to.x()), number(to.y())),
        classes);
}

void Svg::path(const QList<QPointF>& points, const QString& classes, const QString& dash)
{
    QString path;
    bool isOpen = false;
    for (const auto& point : points) {
        if (std::isnan(point.y())) {
            isOpen = false;
            continue;
        }
        path += (isOpen ? u'L' : u'M') % pair(point);
        isOpen = true;
    }
    if (path.isEmpty())
        return;
    const auto dashes = dash.isEmpty() ? QString() : u" stroke-dasharray=\"%1\""_s.arg(dash);
    element(u"path"_s, u"d=\"%1\"%2"_s.arg(path, dashes), classes);
}

void Svg::rect(const QRectF& rect, const QString& classes, const QString& tooltip)
{
    element(u"rect"_s,
        u"x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\""_s.arg(
            number(rect.x()), number(rect.y()), number(rect.width()), number(rect.height())),
        classes, tooltip);
}

void Svg::text(QPointF at, const QString& text, const QString& classes)
{
    m_body += u"<text x=\"%1\" y=\"%2\" class=\"%3\">%4</text>"_s.arg(
        number(at.x()), number(at.y()), classes, escaped(text));
}

void Svg::marker(QPointF at, int arm, const QString& classes, const QString& tooltip)
{
    element(u"path"_s, u"d=\"%1\""_s.arg(shape(armLook(arm).marker, at)),
        u"marker a%1 %2"_s.arg(static_cast<std::size_t>(arm) % armLooks.size()).arg(classes), tooltip);
}

QString Svg::html() const
{
    return m_head % m_body % u"</svg>\n";
}

void Svg::element(const QString& name, const QString& attributes, const QString& classes, const QString& tooltip)
{
    const auto inside = tooltip.isEmpty() ? QString() : u"<title>%1</title>"_s.arg(escaped(tooltip));
    m_body += u"<%1 %2 class=\"%3\">%4</%1>"_s.arg(name, attributes, classes.trimmed(), inside);
}

} // namespace ceteris::results
