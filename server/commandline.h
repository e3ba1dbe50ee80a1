// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"

#include <variant>

namespace ceteris::server {

// Who reads what the server prints.
enum class Speech {
    Machine, // one announcement a line: started by the engine, configured on stdin
    Human,
};

struct Start
{
    contract::ServerConfig config;
    Speech speech = Speech::Human;
    bool verbose = false;
};

// Nothing to start: --help, --version, or a mistake that has been explained.
struct End
{
    int exitCode = 0;
};

// Without options and with stdin not a terminal the configuration is one JSON object on stdin; with options it is made
// of them, of --config and of defaults that suit a first try.
std::variant<Start, End> readCommandLine(int argc, char** argv);

} // namespace ceteris::server
