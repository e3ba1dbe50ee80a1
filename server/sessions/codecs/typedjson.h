// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace ceteris::sessions {

// Whether all types that a value of Spring's GenericJackson2JsonRedisSerializer names are on the list of those that are
// let in: java.util's common maps, lists and sets, the boxed types of java.lang, byte[], and ceteris.*. A type is named
// by
// "@class" in an object or stands before the value in an array of two. Objects and arrays without a type, what is no
// JSON, nested deeper than 100 or longer than 1 MiB is not let in. Nothing is made from a name: it is compared, and
// that is all.
bool namesOnlyAllowedTypes(QByteArrayView json);

} // namespace ceteris::sessions
