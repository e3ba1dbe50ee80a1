// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <optional>

namespace ceteris::sessions {

// One attribute as JSON, in the dialect of Spring's GenericJackson2JsonRedisSerializer, which reads each form back:
//   qint64       decimal digits        42
//   UTF-8 text   a JSON string         "user1"
//   Bytes        Java's byte[]         ["[B","iVBORw0KGgo="]
// Text that is not UTF-8 is written with U+FFFD for what is broken.
QByteArray toJson(const Value& value);

// Read as well: ["java.lang.Long",42], as Jackson writes it when every type is named, and Integer, Short and Byte.
// nullopt for everything else, valid JSON or not: other types are nothing a Value can hold, and no other type name is
// ever acted on.
std::optional<Value> valueFromJson(QByteArrayView json);

} // namespace ceteris::sessions
