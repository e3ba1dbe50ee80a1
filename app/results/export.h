// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QStringList>

namespace ceteris::results {

// Both read a results folder, leave it as it is, and return the files they wrote. Only trials with status ok count.

// For each arm × level what `locust --csv <arm>-<level>` would write: _stats, _stats_history and _failures, and a
// README.txt that says where the meaning of a column differs.
Result<QStringList> exportLocust(const QString& folder, const QString& outputDir);

// For each arm × level × operation the percentiles over all trials: <arm>-<level>-<operation>.hgrm and …-service.hgrm.
Result<QStringList> exportHgrm(const QString& folder, const QString& outputDir);

} // namespace ceteris::results
