// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/context.h"

namespace ceteris::auth {

// The answers of the app. All carry the security headers and are never stored by caches.
http::Response page(int status, QByteArray html);
http::Response jsonReply(int status, QByteArray json);
http::Response nothing(); // 204
http::Response redirect(std::string_view path);
http::Response file(QByteArray contentType, QByteArray content);

// What is wrong, in one sentence: a page, or {"error":…} for programs.
http::Response problem(const Context& context, const http::Request& request, int status, QByteArrayView sentence);

http::Response storeUnavailable(const Context& context, const http::Request& request); // 503, never 401
http::Response busy(const Context& context, const http::Request& request); // 503: the password queue is full
http::Response forged(const Context& context, const http::Request& request); // 403: a form without its token
http::Response badToken(const Context& context, const http::Request& request); // 400: no isToken()
http::Response notSignedIn(const Context& context, const http::Request& request); // to the login page, or 401

} // namespace ceteris::auth
