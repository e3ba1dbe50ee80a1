// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace ceteris::auth {

// Sign-ins and sign-outs, with session ids hashed; off unless asked for, because writing them costs time under load.
Q_DECLARE_LOGGING_CATEGORY(authLog)

} // namespace ceteris::auth
