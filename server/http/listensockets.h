// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/failure.h"

#include <vector>

namespace ceteris::http {

struct ListenSockets
{
    quint16 port = 0;
    std::vector<int> descriptors; // listening, one for each thread; the caller closes them
};

// `count` sockets on one port, among which the kernel shares out the connections.
contract::Result<ListenSockets> listenOn(const QString& host, quint16 port, int count);

} // namespace ceteris::http
