// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/attributes.h"
#include "server/auth/credentials.h"
#include "server/auth/json.h"
#include "server/auth/log.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"
#include "server/auth/tokencookies.h"
#include "server/sessions/refreshtokens.h"
#include "server/users/passwords.h"

namespace ceteris::auth {
namespace {

using contract::Stage;
using sessions::Session;
using sessions::Status;

enum class Outcome { Refused, Accepted, NoDatabase };

// Runs on the pool. An unknown name costs the same hash as a wrong password.
Outcome check(users::UserRepository& users, const Credentials& credentials, const QByteArray& decoyHash,
    metrics::StageClock& clock)
{
    clock.enter(Stage::UserLookup);
    const auto found = users.find(credentials.name);
    clock.enter(Stage::PasswordHash);
    if (!found)
        return Outcome::NoDatabase;
    const bool right = users::verifyPassword(credentials.password, *found ? (*found)->passwordHash : decoyHash)
        && found->has_value();
    return right ? Outcome::Accepted : Outcome::Refused;
}

http::Response refused(const Context& context, const http::Request& request)
{
    constexpr auto sentence = "The user name or the password is wrong.";
    if (wantsJson(request))
        return jsonReply(401, json({ { "error", sentence } }));
    const auto token = pageToken(context, request);
    return withToken(page(401, context.pages.login(token.nonce, sentence)), token);
}

http::Response welcome(
    const Context& context, const http::Request& request, const QByteArray& user, const Session& session)
{
    auto response = wantsJson(request) ? jsonReply(200, json({ { "user", user } })) : redirect(contract::path::home);
    if (!giveSession(context, response, session))
        return problem(context, request, 413, "The session does not fit into a cookie.");
    if (const auto* tokens = context.store->refreshTokens())
        giveRefreshToken(context, response, tokens->firstToken(session));
    return response;
}

// Gives the signed-in user a session id that nobody knew before.
class Opening
{
public:
    Opening(Context& context, http::ExchangePtr exchange, const Credentials& credentials)
        : m_context(context)
        , m_exchange(std::move(exchange))
        , m_now(context.services.nowMs())
    {
        m_session.id = context.services.newSessionId();
        m_session.createdMs = m_session.lastAccessedMs = m_now;
        m_session.maxInactiveS = context.services.config.idleTimeoutS;
        m_session.attributes.insert(attribute::user, credentials.name);
        if (credentials.token)
            m_session.attributes.insert(attribute::last, *credentials.token);
        if (context.services.config.csrf)
            m_session.attributes.insert(attribute::csrf, sessions::newSessionId());
    }

    void start() const
    {
        if (!m_context.store->capabilities().makesIds)
            return open();
        m_exchange->clock().enter(Stage::SessionSave);
        m_context.store->newId([opening = *this](Status status, const QByteArray& id) mutable {
            if (status != Status::Ok)
                return opening.answer(status);
            opening.m_session.id = id;
            opening.open();
        });
    }

private:
    void open() const
    {
        const auto presented = presentedId(m_context, m_exchange->request());
        if (presented.isEmpty())
            return create();
        m_exchange->clock().enter(Stage::SessionLoad);
        m_context.store->find(
            presented, m_now, [opening = *this](Status status, const Session& old) { opening.replace(status, old); });
    }

    // The same user goes on with what the session holds; nobody inherits from another.
    void replace(Status status, const Session& old) const
    {
        if (status == Status::Unavailable)
            return answer(status);
        if (status == Status::NotFound)
            return create();
        m_exchange->clock().enter(Stage::SessionSave);
        if (text(old, attribute::user) != text(m_session, attribute::user)) {
            return m_context.store->remove(old.id, [opening = *this](Status removed) {
                removed == Status::Ok ? opening.create() : opening.answer(removed);
            });
        }
        const sessions::Delta delta { old.id, old.createdMs, m_now, m_session.maxInactiveS, m_session.attributes, {},
            old };
        m_context.store->rotateId(m_session.id, delta, [opening = *this, old](Status rotated) mutable {
            if (rotated == Status::NotFound)
                return opening.create();
            opening.goOnFrom(old);
            opening.answer(rotated);
        });
    }

    void goOnFrom(Session old)
    {
        old.attributes.insert(m_session.attributes);
        m_session.attributes = std::move(old.attributes);
        m_session.createdMs = old.createdMs;
    }

    void create() const
    {
        m_exchange->clock().enter(Stage::SessionSave);
        m_context.store->create(m_session, [opening = *this](Status status) { opening.answer(status); });
    }

    void answer(Status status) const
    {
        const auto& request = m_exchange->request();
        if (status != Status::Ok)
            return m_exchange->reply(storeUnavailable(m_context, request));
        const auto user = text(m_session, attribute::user);
        qCInfo(authLog) << "signed in" << user << "session" << sessions::hashedId(m_session.id);
        m_exchange->clock().enter(Stage::Serialise);
        m_exchange->reply(welcome(m_context, request, user, m_session));
    }

    Context& m_context;
    http::ExchangePtr m_exchange;
    qint64 m_now;
    Session m_session;
};

void decided(Context& context, const http::ExchangePtr& exchange, const Credentials& credentials, Outcome outcome)
{
    exchange->clock().enter(Stage::Handler);
    switch (outcome) {
    case Outcome::Accepted:
        return Opening(context, exchange, credentials).start();
    case Outcome::Refused:
        qCInfo(authLog) << "sign-in refused";
        return exchange->reply(refused(context, exchange->request()));
    case Outcome::NoDatabase:
        return exchange->reply(
            problem(context, exchange->request(), 503, "The user database does not answer. Try again in a moment."));
    }
}

} // namespace

void loginPage(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::Serialise);
    const auto token = pageToken(context, exchange->request());
    const bool afterSignup = exchange->request().query == "new";
    exchange->reply(withToken(
        page(200, afterSignup ? context.pages.loginAfterSignup(token.nonce) : context.pages.login(token.nonce)),
        token));
}

void login(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::Handler);
    const auto credentials = credentialsOf(context, exchange->request());
    if (!credentials)
        return exchange->reply(credentials.error());
    if (credentials->token && !isToken(*credentials->token))
        return exchange->reply(badToken(context, exchange->request()));

    exchange->clock().enter(Stage::PasswordHash); // waiting for the pool is waiting for password hashes
    const auto outcome = std::make_shared<Outcome>(Outcome::Refused);
    // The exchange outlives the work because the completion holds it, and is touched by nobody else meanwhile.
    const bool queued = context.services.pool.submit(
        &context.anchor,
        [outcome, credentials = *credentials, &context, &clock = exchange->clock()] {
            *outcome = check(context.services.users, credentials, context.decoyHash, clock);
        },
        [outcome, credentials = *credentials, &context, exchange] {
            decided(context, exchange, credentials, *outcome);
        });
    if (!queued)
        exchange->reply(busy(context, exchange->request()));
}

http::Response logout(Turn& turn)
{
    if (turn.isForged(field(fieldsOf(turn.request()).value_or(Fields()), contract::field::csrf)))
        return forged(turn.context, turn.request());
    qCInfo(authLog) << "signed out" << text(turn.session, attribute::user) << "session"
                    << sessions::hashedId(turn.session.id);
    turn.endsSession = true;
    auto response = wantsJson(turn.request()) ? nothing() : redirect(contract::path::login);
    takeSession(turn.context, response);
    // not "cookies": on a loopback address that would sign out of every other program of this machine
    response.headers.emplaceBack("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

} // namespace ceteris::auth
