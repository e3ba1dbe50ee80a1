// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/servermetrics.h"
#include "server/metrics/totals.h"

namespace ceteris::metrics {

// Everything /metrics says, as OpenMetrics text.
QByteArray exposition(const Totals& totals, const std::vector<Gauge>& gauges);

} // namespace ceteris::metrics
