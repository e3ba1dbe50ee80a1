// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/service.h"

namespace ceteris::server {

// ceteris-server from its command line to its exit code.
int runProgram(int argc, char** argv, const Parts& parts = {});

} // namespace ceteris::server
