// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/exports/zip.h"

#include <QString>

#include <vector>

namespace ceteris::results {

// All tables as they are in the results folder, byte for byte, so that their hashes in manifest.json hold; what was
// decided and with what; tidy.csv, the time series with all that is known of each row's trial; and a README that says
// how pandas and readr read them. Text cells that a spreadsheet would run as a formula have an apostrophe in front
// since they were written; numbers are never touched.
Result<std::vector<NamedFile>> csvBundle(const QString& folder);

} // namespace ceteris::results
