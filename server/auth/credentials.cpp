// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/credentials.h"

#include "server/auth/csrf.h"
#include "server/auth/responses.h"
#include "server/http/forms.h"
#include "server/users/passwords.h"

#include <algorithm>

namespace ceteris::auth {
namespace {

constexpr qsizetype longestName = 64;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
        || c == '-';
}

} // namespace

bool isUserName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= longestName && std::all_of(name.begin(), name.end(), isNameCharacter);
}

bool isPassword(QByteArrayView password)
{
    return !password.isEmpty() && password.size() <= users::longestPassword && !password.contains('\0');
}

PageToken pageToken(const Context& context, const http::Request& request)
{
    if (!context.services.config.csrf)
        return {};
    if (auto nonce = nonceOf(request); !nonce.isEmpty())
        return { nonce, {} };
    const auto nonce = sessions::newSessionId();
    return { nonce,
        http::setCookie(QByteArrayView(nonceCookie), nonce, { .secure = context.services.config.secureCookie }) };
}

http::Response withToken(http::Response response, const PageToken& token)
{
    if (!token.cookie.isEmpty())
        response.headers.emplaceBack("Set-Cookie", token.cookie);
    return response;
}

tl::expected<Credentials, http::Response> credentialsOf(const Context& context, const http::Request& request)
{
    const auto fields = fieldsOf(request);
    if (!fields) {
        return tl::unexpected(
            problem(context, request, 415, "Send username and password as a form or as a JSON object of texts."));
    }
    if (context.services.config.csrf && needsToken(request) && !nonceMatches(request, *fields))
        return tl::unexpected(forged(context, request));
    Credentials credentials { field(*fields, contract::field::username), field(*fields, contract::field::password),
        {} };
    if (has(*fields, contract::field::token))
        credentials.token = field(*fields, contract::field::token);
    return credentials;
}

} // namespace ceteris::auth
