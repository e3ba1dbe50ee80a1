// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ceteris::users {

// BCrypt "$2b$" by libxcrypt with a random salt. cost 4 … 16. Blocking: about 1 ms at 4, 60 ms at 10.
QByteArray hashPassword(const QByteArray& password, int cost);

// Constant-time comparison. Blocking, like the above.
bool verifyPassword(const QByteArray& password, const QByteArray& hash);

} // namespace ceteris::users
