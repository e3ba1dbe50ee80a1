// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/credentials.h"
#include "server/auth/json.h"
#include "server/auth/log.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"
#include "server/users/passwords.h"

namespace ceteris::auth {
namespace {

using contract::Stage;
using users::AddResult;

http::Response refused(const Context& context, const http::Request& request, int status, QByteArrayView sentence)
{
    if (wantsJson(request))
        return jsonReply(status, json({ { "error", sentence } }));
    const auto token = pageToken(context, request);
    return withToken(page(status, context.pages.signup(token.nonce, sentence)), token);
}

http::Response answerTo(const Context& context, const http::Request& request, const QByteArray& name, AddResult result)
{
    switch (result) {
    case AddResult::Added:
        qCInfo(authLog) << "signed up" << name;
        return wantsJson(request) ? jsonReply(201, json({ { "user", name } })) : redirect("/auth/login?new");
    case AddResult::NameTaken:
        return refused(context, request, 409, "This user name is taken.");
    case AddResult::Failed:
        break;
    }
    return problem(context, request, 503, "The user database does not answer. Try again in a moment.");
}

} // namespace

void signupPage(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::Serialise);
    const auto token = pageToken(context, exchange->request());
    exchange->reply(withToken(page(200, context.pages.signup(token.nonce)), token));
}

void signup(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::Handler);
    const auto& request = exchange->request();
    const auto credentials = credentialsOf(context, request);
    if (!credentials)
        return exchange->reply(credentials.error());
    if (!isUserName(credentials->name))
        return exchange->reply(
            refused(context, request, 400, "A user name is 1 to 64 letters, digits, dots, dashes and underscores."));
    if (!isPassword(credentials->password))
        return exchange->reply(refused(context, request, 400, "A password is 1 to 72 bytes."));

    exchange->clock().enter(Stage::PasswordHash);
    const auto result = std::make_shared<AddResult>(AddResult::Failed);
    const bool queued = context.services.pool.submit(
        &context.anchor,
        [result, credentials = *credentials, &context, &clock = exchange->clock()] {
            clock.enter(Stage::PasswordHash);
            const auto hash = users::hashPassword(credentials.password, context.services.config.accounts.cost);
            clock.enter(Stage::UserLookup);
            *result = context.services.users.add(credentials.name, hash);
        },
        [result, name = credentials->name, &context, exchange] {
            exchange->clock().enter(Stage::Serialise);
            exchange->reply(answerTo(context, exchange->request(), name, *result));
        });
    if (!queued)
        exchange->reply(busy(context, request));
}

} // namespace ceteris::auth
