// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that an experiment starts on this machine: where it may write, its store and its auth app.
#include "app/services/backend.h" // IWYU pragma: export
#include "app/services/balancer.h" // IWYU pragma: export
#include "app/services/programs.h" // IWYU pragma: export
#include "app/services/redisservice.h" // IWYU pragma: export
#include "app/services/serverservice.h" // IWYU pragma: export
#include "app/services/sqlservice.h" // IWYU pragma: export
#include "app/services/workspace.h" // IWYU pragma: export
