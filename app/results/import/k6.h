// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/linereader.h"

#include <QString>

namespace ceteris::results {

// What `k6 run --out json=FILE` writes (also FILE.gz), as a new folder under root; its path. Times are k6's
// http_req_duration (sending, waiting, receiving; without connecting) of requests that were answered as expected.
Result<QString> importK6(const QString& file, const QString& root, const Onward& onward);

} // namespace ceteris::results
