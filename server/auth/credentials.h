// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/context.h"
#include "server/auth/fields.h"

namespace ceteris::auth {

// What sign-in and sign-up are asked with.
struct Credentials
{
    QByteArray name;
    QByteArray password;
    std::optional<QByteArray> token; // what the new session begins with, if asked for
};

// [A-Za-z0-9._-]{1,64}: safe in pages, logs, keys and file names.
bool isUserName(QByteArrayView name);

// What bcrypt can tell from any other password.
bool isPassword(QByteArrayView password);

// The token of a sign-in or sign-up page for this browser, and the cookie that goes with it. Both empty with CSRF
// protection off. A browser that has a token keeps it, so that two tabs do not undo each other.
struct PageToken
{
    QByteArray nonce;
    QByteArray cookie; // a Set-Cookie value; empty when the browser has it
};
PageToken pageToken(const Context& context, const http::Request& request);
http::Response withToken(http::Response response, const PageToken& token);

// The credentials of a posted form or JSON object; otherwise the answer that says what is wrong with the request.
tl::expected<Credentials, http::Response> credentialsOf(const Context& context, const http::Request& request);

} // namespace ceteris::auth
