// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// Sockets of the loopback network for LinkProxy: all of them non-blocking.
namespace ceteris::services {

// -1 with errno: not to be had. Port 0: any free one. Several sockets may have the same port.
int boundSocket(quint16 port);
int listeningSocket(quint16 port);
quint16 portOf(int descriptor);

int connectTo(quint16 port); // goes on by itself
void sendAtOnce(int descriptor); // requests and answers are small and many: none waits for more to send

} // namespace ceteris::services
