// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/fields.h"
#include "server/sessions/session.h"

namespace ceteris::auth {

inline constexpr std::string_view nonceCookie = "CETERIS_CSRF";

// Whether the browser itself says that another site made this request (Origin, Sec-Fetch-Site).
bool isCrossSite(const http::Request& request);

// Whether any page of the web could post this body without asking first. Other types need a preflight, which is never
// granted, so they need no token.
bool needsToken(const http::Request& request);

// Forms before sign-in: a random nonce in a cookie and in the form, which must agree. Needs no session and no secret.
QByteArray nonceOf(const http::Request& request); // the valid one that the browser has; empty if none
bool nonceMatches(const http::Request& request, const Fields& fields);

// Forms after sign-in: the token lives in the session.
bool tokenMatches(const http::Request& request, const QByteArray& sent, const sessions::Session& session);

} // namespace ceteris::auth
