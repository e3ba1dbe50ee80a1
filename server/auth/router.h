// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/context.h"

#include <string_view>

namespace ceteris::auth {

enum class Effect { Reads, Changes }; // Changes: refused when another site asks for it

struct Entry
{
    std::string_view path;
    http::Method method;
    Effect effect;
    contract::Route route;
    Handler handler;
};

// Finds the handler of the request, after refusing what another site has sent.
void route(Context& context, const http::ExchangePtr& exchange);

} // namespace ceteris::auth
