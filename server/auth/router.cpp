// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/router.h"

#include "server/auth/csrf.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"
#include "server/auth/sessionroutes.h"

namespace ceteris::auth {
namespace {

using contract::Route;
using http::Method;

// The page that is refreshed comes first: the table is searched from the top.
constexpr Entry entries[] {
    { contract::path::home, Method::Get, Effect::Reads, Route::Home, &signedIn<&home, Needs::Page> },
    { contract::path::work, Method::Post, Effect::Changes, Route::Work, &signedIn<&work, Needs::Page> },
    { contract::path::me, Method::Get, Effect::Reads, Route::Me, &signedIn<&me, Needs::Page> },
    { contract::path::login, Method::Get, Effect::Reads, Route::LoginPage, &loginPage },
    { contract::path::login, Method::Post, Effect::Changes, Route::Login, &login },
    { contract::path::logout, Method::Post, Effect::Changes, Route::Logout, &endSession },
    { contract::path::refresh, Method::Post, Effect::Changes, Route::Renewal, &refresh },
    { contract::path::signup, Method::Get, Effect::Reads, Route::SignupPage, &signupPage },
    { contract::path::signup, Method::Post, Effect::Changes, Route::Signup, &signup },
    { contract::path::get, Method::Get, Effect::Reads, Route::Attribute, &signedIn<&getAttribute> },
    { contract::path::set, Method::Get, Effect::Changes, Route::Attribute, &signedIn<&setAttribute> },
    { "/image", Method::Get, Effect::Reads, Route::Image, &signedIn<&getImage> },
    { "/image", Method::Post, Effect::Changes, Route::Image, &signedIn<&setImage, Needs::Page> },
    { "/style.css", Method::Get, Effect::Reads, Route::Other, &styleSheet },
    { contract::path::metrics, Method::Get, Effect::Reads, Route::Metrics, &metricsText },
    { contract::path::health, Method::Get, Effect::Reads, Route::Health, &health },
};

bool serves(const Entry& entry, Method method)
{
    return entry.method == method || (method == Method::Head && entry.method == Method::Get);
}

std::span<const Entry> entriesOf(const Context& context)
{
    return context.services.config.sessionService.offered ? sessionEntries() : std::span<const Entry>(entries);
}

QByteArrayView namesOf(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET, HEAD";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    default:
        return "POST";
    }
}

// 405 with the methods the path does have, or 404.
http::Response notServed(const Context& context, const http::Request& request)
{
    QByteArray allowed;
    for (const auto& entry : entriesOf(context)) {
        if (request.path == QByteArrayView(entry.path))
            allowed.append(allowed.isEmpty() ? "" : ", ").append(namesOf(entry.method));
    }
    if (allowed.isEmpty())
        return problem(context, request, 404, "There is nothing at this address.");
    auto response = problem(context, request, 405, "This address does not take this method.");
    response.headers.emplaceBack("Allow", allowed);
    return response;
}

} // namespace

void route(Context& context, const http::ExchangePtr& exchange)
{
    const auto& request = exchange->request();
    for (const auto& entry : entriesOf(context)) {
        if (request.path != QByteArrayView(entry.path) || !serves(entry, request.method))
            continue;
        exchange->setRoute(entry.route);
        if (entry.effect == Effect::Changes && isCrossSite(request))
            return exchange->reply(forged(context, request));
        return entry.handler(context, exchange);
    }
    exchange->clock().enter(contract::Stage::Handler);
    exchange->reply(notServed(context, request));
}

} // namespace ceteris::auth
