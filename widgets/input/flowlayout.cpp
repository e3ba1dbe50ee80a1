// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/flowlayout.h"

#include <algorithm>

namespace ceteris::widgets {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items += item;
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({ 0, 0, width, 0 }, false);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const auto margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool move) const
{
    const auto room = rect.marginsRemoved(contentsMargins());
    auto place = room.topLeft();
    int lineHeight = 0;
    for (auto* item : m_items) {
        const auto size = item->sizeHint();
        if (place.x() > room.x() && place.x() + size.width() > room.x() + room.width()) {
            place = { room.x(), place.y() + lineHeight + spacing() };
            lineHeight = 0;
        }
        if (move)
            item->setGeometry({ place, size });
        place.rx() += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return place.y() + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace ceteris::widgets
