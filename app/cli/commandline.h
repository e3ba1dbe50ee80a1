// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ceteris::cli {

// Parses the arguments, runs the command and returns the exit code.
int runCommandLine(int argc, char** argv);

} // namespace ceteris::cli
