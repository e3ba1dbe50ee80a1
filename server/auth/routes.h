// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/turn.h"

namespace ceteris::auth {

// loginroutes.cpp
void loginPage(Context& context, const http::ExchangePtr& exchange);
void login(Context& context, const http::ExchangePtr& exchange);
http::Response logout(Turn& turn);

// tokenroutes.cpp
void refresh(Context& context, const http::ExchangePtr& exchange);
void endSession(Context& context, const http::ExchangePtr& exchange); // logout, also when the access token has expired

// signuproutes.cpp
void signupPage(Context& context, const http::ExchangePtr& exchange);
void signup(Context& context, const http::ExchangePtr& exchange);

// homeroutes.cpp
http::Response home(Turn& turn);
http::Response me(Turn& turn);
http::Response work(Turn& turn);

// attributeroutes.cpp
http::Response setAttribute(Turn& turn);
http::Response getAttribute(Turn& turn);
http::Response setImage(Turn& turn);
http::Response getImage(Turn& turn);

// opsroutes.cpp
void metricsText(Context& context, const http::ExchangePtr& exchange);
void health(Context& context, const http::ExchangePtr& exchange);
void styleSheet(Context& context, const http::ExchangePtr& exchange);

} // namespace ceteris::auth
