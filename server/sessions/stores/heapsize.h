// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <algorithm>

namespace ceteris::sessions {

// What malloc(size) takes from glibc's heap: a word of bookkeeping, multiples of 16, at least 32.
constexpr qint64 chunk(qint64 size)
{
    return std::max<qint64>(32, (size + 8 + 15) & ~qint64 { 15 });
}

inline constexpr qint64 arrayHeader = 16 + 2; // of QByteArray: its header, and room for the terminator

inline qint64 heapOf(const QByteArray& array)
{
    return array.capacity() == 0 ? 0 : chunk(array.capacity() + arrayHeader);
}

inline qint64 heapOf(const Value& value)
{
    if (const auto* text = std::get_if<QByteArray>(&value))
        return heapOf(*text);
    if (const auto* bytes = std::get_if<Bytes>(&value))
        return heapOf(bytes->data);
    return 0;
}

} // namespace ceteris::sessions
