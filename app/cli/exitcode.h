// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

namespace ceteris::cli {

// How ceteris-cli ends; stable, for scripts and CI.
enum ExitCode {
    Done = 0, // done, and the rules held
    RuleFailed = 1, // the decision: an arm is worse than the control
    NoVerdict = 2, // not comparable, disturbed, stopped, or trials could not be run as planned
    CouldNotRun = 3, // nothing could be started, read or written
    Usage = 64, // the command line or the plan is wrong
};

// Of an experiment that ended with an error. That the machine is unfit or an arm leaks is a result.
inline ExitCode exitCodeOf(const Error& error)
{
    const auto isResult = error.code == ErrorCode::EnvironmentUnfit || error.code == ErrorCode::SessionsLeaked;
    return isResult ? NoVerdict : CouldNotRun;
}

} // namespace ceteris::cli
