// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/context.h"

namespace ceteris::auth {

// What the client is given to keep.
inline constexpr std::string_view refreshCookie = "CETERIS_REFRESH"; // sent to /auth/refresh and to /auth/logout only

// False, and nothing given, when it does not fit into a cookie.
bool giveSession(const Context& context, http::Response& response, const sessions::Session& session);
void takeSession(const Context& context, http::Response& response); // and the refresh token, if there is one
void giveRefreshToken(const Context& context, http::Response& response, const QByteArray& token);
void takeRefreshToken(const Context& context, http::Response& response);

} // namespace ceteris::auth
