// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace ceteris::pages {

// Sizes on a projector are shares of the screen's height: nobody can say how large it is.
namespace demo {
inline constexpr double question = 44.0 / 1080;
inline constexpr double value = 104.0 / 1080;
inline constexpr double label = 32.0 / 1080;
inline constexpr double small = 28.0 / 1080; // nothing is smaller; 1/50 would do

inline int pixels(int height, double share)
{
    return std::max(1, static_cast<int>(std::lround(height * share)));
}

inline void setSize(QWidget* widget, int height, double share, bool bold = false)
{
    auto font = widget->font();
    font.setPixelSize(pixels(height, share));
    font.setBold(bold);
    widget->setFont(font);
}
} // namespace demo

} // namespace ceteris::pages
