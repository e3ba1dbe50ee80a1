// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/results/junit.h"

#include <QString>

namespace ceteris::cli {

// Writes the file for a CI server that was asked for, if one was, and returns the exit code: that of the command, or
// CouldNotRun when it cannot be written.
ExitCode keepJUnit(const QString& path, const results::JUnitRun& run,
    const std::vector<results::Comparison>& comparisons, ExitCode code);

} // namespace ceteris::cli
