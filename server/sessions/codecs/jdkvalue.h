// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <optional>

namespace ceteris::sessions {

// One attribute as Java's ObjectOutputStream writes it, from five fixed templates:
//   qint64   java.lang.Long          text, fewer than 64 KiB   TC_STRING, in modified UTF-8
//   qint32   java.lang.Integer       text, longer              TC_LONGSTRING
//   Bytes    byte[]
// Text that is not UTF-8 is written with U+FFFD for what is broken.
QByteArray toJdk(const Value& value);
QByteArray integerToJdk(qint32 number); // an Integer

// Only what is, byte for byte, one of the templates; nullopt for every other stream. Nothing is ever deserialised.
std::optional<Value> valueFromJdk(QByteArrayView stream);

// The class an object stream begins with, "org.example.Cart", to name what was not read; empty when there is none.
QByteArray jdkClassName(QByteArrayView stream);

} // namespace ceteris::sessions
