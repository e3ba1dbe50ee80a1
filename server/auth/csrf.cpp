// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/csrf.h"

#include "server/auth/attributes.h"
#include "server/contract/names.h"
#include "server/http/forms.h"
#include "server/users/passwords.h"

namespace ceteris::auth {
namespace {

// Only ids of the one shape are nonces, so that nobody can plant a short or empty pair.
bool agree(const QByteArray& expected, const QByteArray& sent)
{
    return sessions::isSessionId(expected) && users::equalInConstantTime(expected, sent);
}

} // namespace

bool isCrossSite(const http::Request& request)
{
    if (request.header("sec-fetch-site") == "cross-site")
        return true;
    const auto origin = request.header("origin");
    if (origin.isEmpty())
        return false; // not a browser, or one that had no reason to say
    const auto scheme = origin.indexOf("://");
    return scheme < 0 || origin.sliced(scheme + 3).compare(request.header("host"), Qt::CaseInsensitive) != 0;
}

bool needsToken(const http::Request& request)
{
    const auto type = mediaType(request);
    return type.isEmpty() || type == "application/x-www-form-urlencoded" || type == "multipart/form-data"
        || type == "text/plain";
}

QByteArray nonceOf(const http::Request& request)
{
    const auto nonce = http::cookie(request.header("cookie"), QByteArrayView(nonceCookie)).value_or(QByteArray());
    return sessions::isSessionId(nonce) ? nonce : QByteArray();
}

bool nonceMatches(const http::Request& request, const Fields& fields)
{
    return agree(nonceOf(request), field(fields, contract::field::csrf));
}

bool tokenMatches(const http::Request& request, const QByteArray& sent, const sessions::Session& session)
{
    return agree(text(session, attribute::csrf), sent.isEmpty() ? request.header("x-csrf-token") : sent);
}

} // namespace ceteris::auth
