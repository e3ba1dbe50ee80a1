// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ceteris::users {

// The cores this process may use (its affinity, not the machine's number); at least 1.
int allowedCores();

} // namespace ceteris::users
