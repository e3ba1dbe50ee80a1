// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/armstyle.h"

#include <array>

namespace ceteris::widgets {

ArmStyle armStyle(int arm, bool dark)
{
    static const std::array<ArmStyle, 6> light { {
        { QColor(0x0072b2), Marker::Circle, Qt::SolidLine },
        { QColor(0xd55e00), Marker::Square, Qt::DashLine },
        { QColor(0x009e73), Marker::Triangle, Qt::DotLine },
        { QColor(0xcc79a7), Marker::Diamond, Qt::DashDotLine },
        { QColor(0x8a6d00), Marker::Down, Qt::DashDotDotLine },
        { QColor(0x5a626a), Marker::Cross, Qt::SolidLine },
    } };
    static const std::array<QColor, 6> onDark { QColor(0x56b4e9), QColor(0xe69f00), QColor(0x009e73), QColor(0xcc79a7),
        QColor(0xf0e442), QColor(0xa3abb3) };
    const auto i = static_cast<std::size_t>(arm < 0 ? 0 : arm) % light.size();
    auto style = light[i];
    if (dark)
        style.colour = onDark[i];
    return style;
}

double lineWidth(Weight weight)
{
    return weight == Weight::Light ? 1.5 : weight == Weight::Medium ? 2 : 2.5;
}

QColor layerColour(int layer, bool dark)
{
    static const std::array<QColor, 8> light { QColor(0x4477aa), QColor(0xaaccee), QColor(0xcc7755), QColor(0xf2d6a2),
        QColor(0x558866), QColor(0xbbddaa), QColor(0x885588), QColor(0xd8bfd8) };
    static const std::array<QColor, 8> onDark { QColor(0x7fb2e5), QColor(0x3f6f9c), QColor(0xe09a78), QColor(0x8a6a45),
        QColor(0x8cc8a0), QColor(0x4b7f5c), QColor(0xc79ac7), QColor(0x7a5580) };
    const auto i = static_cast<std::size_t>(layer < 0 ? 0 : layer) % light.size();
    return dark ? onDark[i] : light[i];
}

QPainterPath markerPath(Marker marker, double size)
{
    const double r = size / 2;
    QPainterPath path;
    switch (marker) {
    case Marker::Circle:
        path.addEllipse(QPointF(0, 0), r, r);
        break;
    case Marker::Square:
        path.addRect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8);
        break;
    case Marker::Triangle:
        path.addPolygon(QPolygonF({ { 0, -r * 1.1 }, { r, r * 0.8 }, { -r, r * 0.8 }, { 0, -r * 1.1 } }));
        break;
    case Marker::Diamond:
        path.addPolygon(
            QPolygonF({ { 0, -r * 1.15 }, { r * 1.15, 0 }, { 0, r * 1.15 }, { -r * 1.15, 0 }, { 0, -r * 1.15 } }));
        break;
    case Marker::Down:
        path.addPolygon(QPolygonF({ { 0, r * 1.1 }, { r, -r * 0.8 }, { -r, -r * 0.8 }, { 0, r * 1.1 } }));
        break;
    case Marker::Cross:
        path.addRect(-r, -r * 0.3, size, r * 0.6);
        path.addRect(-r * 0.3, -r, r * 0.6, size);
        path.setFillRule(Qt::WindingFill);
        break;
    }
    return path;
}

} // namespace ceteris::widgets
