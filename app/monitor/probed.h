// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace ceteris::monitor {

// A value, or why this machine does not show it: "no /sys/class/power_supply". Unavailable is not clean, and never 0.
template <class T>
using Probed = tl::expected<T, QString>;

inline tl::unexpected<QString> unavailable(QString reason)
{
    return tl::unexpected(std::move(reason));
}

inline tl::unexpected<QString> notRead()
{
    return unavailable(QStringLiteral("not read"));
}

// What a counter has grown by; the reason of the first that is missing.
Probed<double> growth(const Probed<double>& before, const Probed<double>& after);

} // namespace ceteris::monitor
