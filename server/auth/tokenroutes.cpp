// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/attributes.h"
#include "server/auth/fields.h"
#include "server/auth/json.h"
#include "server/auth/log.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"
#include "server/auth/tokencookies.h"
#include "server/http/forms.h"
#include "server/sessions/refreshtokens.h"

namespace ceteris::auth {
namespace {

using contract::Stage;
using sessions::Renewal;
using sessions::Status;

http::Response renewed(const Context& context, const http::Request& request, const Renewal& renewal)
{
    const auto user = text(renewal.session, attribute::user);
    auto response = wantsJson(request) ? jsonReply(200, json({ { "user", user } })) : redirect(contract::path::home);
    giveSession(context, response, renewal.session);
    if (!renewal.token.isEmpty())
        giveRefreshToken(context, response, renewal.token);
    return response;
}

// The refresh token is worth nothing any more; what the client holds besides it runs out by itself.
http::Response ended(const Context& context, const http::Request& request)
{
    auto response = notSignedIn(context, request);
    takeRefreshToken(context, response);
    return response;
}

QByteArray refreshTokenOf(const http::Request& request)
{
    return http::cookie(request.header("cookie"), refreshCookie).value_or(QByteArray());
}

// Nobody is signed in, but a refresh token could still sign somebody in.
void revoke(Context& context, const http::ExchangePtr& exchange)
{
    const auto token = refreshTokenOf(exchange->request());
    context.store->refreshTokens()->revoke(token, [&context, exchange](Status status) {
        exchange->reply(status == Status::Ok ? ended(context, exchange->request())
                                             : storeUnavailable(context, exchange->request()));
    });
}

} // namespace

void endSession(Context& context, const http::ExchangePtr& exchange)
{
    if (!context.store->refreshTokens())
        return takeTurn(context, exchange, &logout, Needs::Page);
    exchange->clock().enter(Stage::SessionLoad);
    const auto session = context.cookie.idOf(exchange->request());
    context.store->find(session, context.services.nowMs(), [&context, exchange](Status status, const auto&) {
        status == Status::NotFound ? revoke(context, exchange) : takeTurn(context, exchange, &logout, Needs::Page);
    });
}

void refresh(Context& context, const http::ExchangePtr& exchange)
{
    auto* tokens = context.store->refreshTokens();
    const auto& request = exchange->request();
    exchange->clock().enter(Stage::SessionLoad);
    if (!tokens)
        return exchange->reply(problem(context, request, 404, "The sessions of this server need no refresh."));
    tokens->renew(refreshTokenOf(request), context.cookie.idOf(request), context.services.nowMs(),
        [&context, exchange](const Renewal& renewal) {
            const auto& asked = exchange->request();
            exchange->clock().enter(Stage::Serialise);
            if (renewal.status == Status::Unavailable)
                return exchange->reply(storeUnavailable(context, asked));
            if (renewal.status == Status::NotFound) {
                qCInfo(authLog) << "refresh refused";
                return exchange->reply(ended(context, asked));
            }
            qCInfo(authLog) << "refreshed" << text(renewal.session, attribute::user) << "session"
                            << sessions::hashedId(renewal.session.id);
            exchange->reply(renewed(context, asked, renewal));
        });
}

} // namespace ceteris::auth
