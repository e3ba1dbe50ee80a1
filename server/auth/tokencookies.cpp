// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/tokencookies.h"

#include "server/http/forms.h"
#include "server/sessions/refreshtokens.h"

namespace ceteris::auth {
namespace {

constexpr std::string_view refreshPath = "/auth";

void setRefreshToken(const Context& context, http::Response& response, const QByteArray& token, int maxAgeS)
{
    const bool secure = context.services.config.secureCookie;
    response.headers.emplaceBack("Set-Cookie",
        http::setCookie(refreshCookie, token, { .secure = secure, .maxAgeS = maxAgeS, .path = refreshPath }));
}

} // namespace

bool giveSession(const Context& context, http::Response& response, const sessions::Session& session)
{
    const auto cookie = context.store->cookie(session);
    if (!context.cookie.holds(cookie))
        return false;
    response.headers.emplaceBack("Set-Cookie", context.cookie.set(cookie));
    return true;
}

void takeSession(const Context& context, http::Response& response)
{
    response.headers.emplaceBack("Set-Cookie", context.cookie.remove());
    if (context.store->refreshTokens())
        takeRefreshToken(context, response);
}

void giveRefreshToken(const Context& context, http::Response& response, const QByteArray& token)
{
    setRefreshToken(context, response, token, context.store->refreshTokens()->lifetimeS());
}

void takeRefreshToken(const Context& context, http::Response& response)
{
    setRefreshToken(context, response, {}, 0);
}

} // namespace ceteris::auth
