// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <utility>
#include <variant>

namespace ceteris::auth {

using JsonValue = std::variant<std::nullptr_t, qint64, QByteArrayView>;

// A flat JSON object on one line. QJsonDocument would cost more than the rest of a refresh.
QByteArray json(std::initializer_list<std::pair<QByteArrayView, JsonValue>> members);

} // namespace ceteris::auth
