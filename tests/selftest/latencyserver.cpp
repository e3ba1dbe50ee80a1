// SPDX-License-Identifier: GPL-3.0-or-later
// A service whose every answer takes the same known time: latencyserver MILLISECONDS. Says {"port":N}, and ends when
// stdin closes.
#include "tests/support/knownserver.h"

#include <QUrl>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    const double latencyMs = argc == 2 ? std::strtod(argv[1], nullptr) : 0;
    if (latencyMs <= 0) {
        std::fputs("Usage: selftest-latencyserver MILLISECONDS\n", stderr);
        return 64;
    }
    const ceteris::testsupport::KnownServer server({ .latenciesMs = { latencyMs } });
    std::printf("{\"port\":%d}\n", QUrl(server.url()).port());
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
