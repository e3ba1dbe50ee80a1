// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/preflightrow.h"

#include <QString>

namespace ceteris::models {

// The engine writes English whoever reads it: checks, reasons, notes, pre-flight rows. This says the same in the
// language of the window. What it does not know, and what others wrote (names, paths, a log), stays as it is.
QString engineText(const QString& english);
results::PreflightRow engineText(const results::PreflightRow& english); // all its texts

} // namespace ceteris::models
