// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace ceteris::contract {

// How ceteris-server ends; stable, because the engine and scripts act on it.
enum class ExitCode {
    Stopped = 0, // stdin closed or SIGTERM: the normal end
    BadConfig = 2, // a key or value that cannot be used
    CannotListen = 3, // the port is taken or not allowed
    NoUsers = 4, // the user database cannot be made or opened
    NoStore = 5, // the session store does not answer
    Usage = 64, // the command line is wrong
};

// Why the server cannot go on: an exit code for machines and one sentence for people.
struct Failure
{
    ExitCode code = ExitCode::BadConfig;
    QString sentence;
};

template <class T>
using Result = tl::expected<T, Failure>;

} // namespace ceteris::contract
