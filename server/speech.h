// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commandline.h"
#include "server/contract/announcement.h"

namespace ceteris::server {

// Says it on stdout at once: as a line for the engine, or in words.
void say(const Start& start, const contract::Announcement& announcement);

} // namespace ceteris::server
