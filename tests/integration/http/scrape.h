// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/servermetrics.h"

namespace ceteris::test {

// The number of the first line of /metrics that begins so; 0 without one.
int metric(const metrics::ServerMetrics& metrics, const QByteArray& begin);

int counted(const metrics::ServerMetrics& metrics, const QByteArray& route, int status); // answered requests

} // namespace ceteris::test
