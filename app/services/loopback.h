// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QtGlobal>

#include <vector>

namespace ceteris::services {

// Free on 127.0.0.1 at this moment, and never given to an outgoing connection, so that a child that is started again
// finds its own still free. Another program may take it before a child does: see onFreePorts.
quint16 freePort();
std::vector<quint16> freePorts(std::size_t count); // all different

// Whether that is what this child died of.
bool isPortTaken(const Error& error);

// What `start` gives, which chooses ports that are free. Once more with others when one was taken meanwhile.
template <class Start>
auto onFreePorts(const Start& start)
{
    constexpr int attempts = 5;
    for (int attempt = 1;; ++attempt) {
        auto started = start();
        if (started || attempt == attempts || !isPortTaken(started.error()))
            return started;
    }
}

} // namespace ceteris::services
