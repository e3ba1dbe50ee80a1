// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ceteris::users {

// bcrypt reads no more than this; a longer password must be refused, or its tail would not count.
inline constexpr int longestPassword = 72;

// BCrypt "$2b$" by libxcrypt with a random salt. cost 4 … 16. Blocking: about 1 ms at 4, 60 ms at 10.
QByteArray hashPassword(const QByteArray& password, int cost);

// Constant-time comparison. Blocking, like the above. False, after the same work, for a password bcrypt cannot tell
// from a shorter one.
bool verifyPassword(const QByteArray& password, const QByteArray& hash);

// Takes as long for a near miss as for a far one.
bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

} // namespace ceteris::users
