// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signals.h"

#include "app/cli/exitcode.h"

#include <csignal>

#include <unistd.h>

namespace ceteris::cli {
namespace {

run::StopSignal stopSignal;

void onSignal(int)
{
    if (stopSignal.requested())
        _exit(NoVerdict);
    stopSignal.request();
}

} // namespace

const run::StopSignal& installSignals()
{
    struct sigaction action
    {
    };
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return stopSignal;
}

} // namespace ceteris::cli
