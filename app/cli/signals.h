// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/stopsignal.h"

namespace ceteris::cli {

// SIGINT and SIGTERM ask to stop; a second one ends the process at once (its children go with it).
// A reader of our output that leaves (SIGPIPE) must not end an experiment.
const run::StopSignal& installSignals();

} // namespace ceteris::cli
