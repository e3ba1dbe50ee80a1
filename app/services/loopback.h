// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QtGlobal>

#include <vector>

namespace ceteris::services {

// Free on 127.0.0.1 at this moment, and never given to an outgoing connection, so that a child that is started again
// finds its own still free. Another program may take it before a child does: the caller tries again.
quint16 freePort();
std::vector<quint16> freePorts(std::size_t count); // all different

// Whether that is what this child died of.
bool isPortTaken(const Error& error);

} // namespace ceteris::services
