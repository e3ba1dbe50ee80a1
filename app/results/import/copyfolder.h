// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/linereader.h"

#include <QString>

namespace ceteris::results {

// Copies a results folder (or the folder of a CSV bundle) into root, under its own name or with a number behind it; the
// path of the copy. It must be readable, stand outside root, and nobody may be writing it. Links are not followed.
Result<QString> copyResults(const QString& folder, const QString& root, const Onward& onward);

// Whether readers can make something of it: the tables of an experiment, or an imported run.
Result<void> checkReadable(const QString& folder);

// The name of a copy: that of the original when it begins with a time, as results folders do.
QString nameOfCopy(const QString& original, const QString& folder);

} // namespace ceteris::results
