// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/log.h"

namespace ceteris::auth {

Q_LOGGING_CATEGORY(authLog, "ceteris.auth", QtWarningMsg)

} // namespace ceteris::auth
