// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/context.h"

namespace ceteris::auth {

// Finds the handler of the request, after refusing what another site has sent.
void route(Context& context, const http::ExchangePtr& exchange);

} // namespace ceteris::auth
