// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace ceteris::monitor {

// One line of OpenMetrics text: name{labels} value. Views into the text.
struct Series
{
    QByteArrayView name;
    QByteArrayView labels; // between the braces, escapes and all
    double value = 0;

    std::optional<QByteArray> label(QByteArrayView key) const; // without escapes
};

// Calls visit for each series. False when the text is malformed or does not end with "# EOF": it may be half a text, so
// what was seen is then not to be used.
bool forEachSeries(QByteArrayView text, const std::function<void(const Series&)>& visit);

} // namespace ceteris::monitor
