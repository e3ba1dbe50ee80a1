// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

namespace ceteris::models {
struct LiveState;
}

namespace ceteris::window {

// What somebody needs who is asked why a run failed, as one text file: versions, the log, the plan. No session id, no
// password: neither is ever in a log or a plan.
Result<void> saveDiagnostics(const QString& path, const models::LiveState& state, const QByteArray& plan);

} // namespace ceteris::window
