// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/responses.h"

#include "server/auth/fields.h"
#include "server/auth/json.h"

namespace ceteris::auth {
namespace {

// Shared by all answers, so that a refresh copies one pointer.
const http::Headers& securityHeaders()
{
    static const http::Headers headers {
        { "Cache-Control", "no-store" },
        { "X-Content-Type-Options", "nosniff" },
        { "X-Frame-Options", "DENY" },
        // not no-referrer: with that a browser sends "Origin: null" with our own forms
        { "Referrer-Policy", "same-origin" },
        { "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'" },
    };
    return headers;
}

http::Response retryLater(http::Response response)
{
    response.headers.emplaceBack("Retry-After", "1");
    return response;
}

} // namespace

http::Response page(int status, QByteArray html)
{
    return { status, QByteArrayLiteral("text/html; charset=utf-8"), std::move(html), securityHeaders() };
}

http::Response jsonReply(int status, QByteArray json)
{
    return { status, QByteArrayLiteral("application/json"), std::move(json), securityHeaders() };
}

http::Response nothing()
{
    return { 204, {}, {}, securityHeaders() };
}

http::Response redirect(std::string_view path)
{
    http::Response response { 302, {}, {}, securityHeaders() };
    response.headers.emplaceBack("Location", QByteArray(path.data(), static_cast<qsizetype>(path.size())));
    return response;
}

http::Response file(QByteArray contentType, QByteArray content)
{
    return { 200, std::move(contentType), std::move(content), securityHeaders() };
}

http::Response problem(const Context& context, const http::Request& request, int status, QByteArrayView sentence)
{
    if (!wantsHtml(request))
        return jsonReply(status, json({ { "error", sentence } }));
    return page(status, context.pages.problem(http::reason(status), sentence));
}

http::Response storeUnavailable(const Context& context, const http::Request& request)
{
    return retryLater(problem(
        context, request, 503, "The session store does not answer. You are still signed in; try again in a moment."));
}

http::Response busy(const Context& context, const http::Request& request)
{
    return retryLater(problem(context, request, 503, "Too many sign-ins are waiting. Try again in a moment."));
}

http::Response forged(const Context& context, const http::Request& request)
{
    return problem(context, request, 403,
        "This form did not come from this site, or its page is too old. Load the page again and send it once more.");
}

http::Response badToken(const Context& context, const http::Request& request)
{
    return problem(context, request, 400, "The field \"token\" must be 1 to 256 bytes of UTF-8.");
}

http::Response notSignedIn(const Context& context, const http::Request& request)
{
    const bool program = wantsJson(request) || (request.path != "/" && !wantsHtml(request));
    return program ? problem(context, request, 401, "Sign in first.") : redirect(contract::path::login);
}

} // namespace ceteris::auth
