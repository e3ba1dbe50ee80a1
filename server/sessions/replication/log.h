// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace ceteris::sessions {

// Members that come, go or are turned away; session ids hashed.
Q_DECLARE_LOGGING_CATEGORY(replicationLog)

} // namespace ceteris::sessions
