// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>

#include <vector>

namespace ceteris::services {

// 128 random bits as 32 hex digits.
QString randomPassword();

// Free on 127.0.0.1 at this moment; another program may take it before a child does, so the caller tries again.
quint16 freePort();
std::vector<quint16> freePorts(std::size_t count); // all different

// Whether that is what this child died of.
bool isPortTaken(const Error& error);

} // namespace ceteris::services
