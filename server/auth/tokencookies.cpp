// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/tokencookies.h"

#include "server/http/forms.h"
#include "server/sessions/refreshtokens.h"

namespace ceteris::auth {
namespace {

constexpr std::string_view refreshPath = "/auth";

void set(const Context& context, http::Response& response, QByteArrayView name, QByteArrayView value,
    http::CookieAttributes attributes)
{
    attributes.secure = context.services.config.secureCookie;
    response.headers.emplaceBack("Set-Cookie", http::setCookie(name, value, attributes));
}

} // namespace

bool giveSession(const Context& context, http::Response& response, const sessions::Session& session)
{
    const auto cookie = context.store->cookie(session);
    if (context.cookieName.size() + cookie.size() > longestCookie)
        return false;
    set(context, response, context.cookieName, cookie, {});
    return true;
}

void takeSession(const Context& context, http::Response& response)
{
    set(context, response, context.cookieName, {}, { .maxAgeS = 0 });
    if (context.store->refreshTokens())
        takeRefreshToken(context, response);
}

void giveRefreshToken(const Context& context, http::Response& response, const QByteArray& token)
{
    const auto lifetimeS = context.store->refreshTokens()->lifetimeS();
    set(context, response, refreshCookie, token, { .maxAgeS = lifetimeS, .path = refreshPath });
}

void takeRefreshToken(const Context& context, http::Response& response)
{
    set(context, response, refreshCookie, {}, { .maxAgeS = 0, .path = refreshPath });
}

} // namespace ceteris::auth
