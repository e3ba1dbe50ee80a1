// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/linereader.h"

#include <QString>

namespace ceteris::results {

// A results folder, or the bundle of a CSV export, that lies in a zip at the top or in one folder; as a new folder
// under root, its path. Only the files of a results folder are taken, whatever else there is.
Result<QString> unzipResults(const QString& zip, const QString& root, const Onward& onward);

} // namespace ceteris::results
