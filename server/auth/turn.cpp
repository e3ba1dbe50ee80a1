// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/turn.h"

#include "server/auth/attributes.h"
#include "server/auth/csrf.h"
#include "server/auth/fields.h"
#include "server/auth/responses.h"
#include "server/auth/tokencookies.h"
#include "server/http/forms.h"

#include <QTimer>

#include <optional>

namespace ceteris::auth {
namespace {

using contract::Stage;
using sessions::Status;

// What there is to say when the store has no session for us.
http::Response refusal(const Context& context, const http::Request& request, Status status)
{
    if (status == Status::TooLarge)
        return problem(context, request, 413, "The session would be larger than its store allows.");
    return status == Status::Unavailable ? storeUnavailable(context, request) : notSignedIn(context, request);
}

sessions::Delta accessOf(const sessions::Session& session, qint64 now)
{
    return { session.id, session.createdMs, now, session.maxInactiveS, {}, {}, session };
}

// The client's own copy of what the session holds now; false if it is more than a cookie can hold.
bool handOver(const Turn& turn, http::Response& response)
{
    if (turn.delta.changed.isEmpty() && turn.delta.removed.isEmpty())
        return true; // it has that already
    auto session = turn.session;
    sessions::apply(turn.delta, session);
    return giveSession(turn.context, response, session);
}

// Commits what the handler left, then answers: who reads the answer may rely on it.
void commit(const Turn& turn, http::Response response)
{
    turn.exchange->clock().enter(Stage::SessionSave);
    if (!turn.endsSession && turn.context.store->capabilities().clientHolds && !handOver(turn, response))
        return turn.exchange->reply(refusal(turn.context, turn.request(), Status::TooLarge));
    auto answer = [&context = turn.context, exchange = turn.exchange, response = std::move(response)](
                      Status status) mutable {
        // NotFound: it was ended meanwhile, and a save must not bring it back.
        exchange->reply(status == Status::Ok ? std::move(response) : refusal(context, exchange->request(), status));
    };
    if (turn.endsSession)
        turn.context.store->remove(turn.session.id, std::move(answer));
    else
        turn.context.store->save(turn.delta, std::move(answer));
}

// How long a request of a probe trial asks to stay between reading the session and saving it; nullopt: it asks
// nonsense.
std::optional<int> heldMs(const Context& context, const http::Request& request)
{
    if (!context.services.config.probes)
        return 0;
    const auto query = http::parseForm(request.query);
    if (!has(query, contract::probe::holdMs))
        return 0;
    bool isNumber = false;
    const auto ms = field(query, contract::probe::holdMs).toInt(&isNumber);
    return isNumber && ms >= 0 && ms <= contract::probe::longestHoldMs ? std::optional(ms) : std::nullopt;
}

// Commits as a slow request does, with what it read long ago. The listener goes on meanwhile.
void commitAfter(int ms, Turn turn, http::Response response)
{
    auto* timer = new QTimer(&turn.context.anchor);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, turn = std::move(turn), response = std::move(response)] {
        commit(turn, response);
        timer->deleteLater();
    });
    timer->start(ms);
}

} // namespace

bool Turn::isForged(const QByteArray& sent) const
{
    return context.services.config.csrf && needsToken(request()) && !tokenMatches(request(), sent, session);
}

void takeTurn(Context& context, const http::ExchangePtr& exchange, TurnHandler handler, Needs needs)
{
    exchange->clock().enter(Stage::SessionLoad);
    const auto id = presentedId(context, exchange->request());
    if (id.isEmpty())
        return exchange->reply(notSignedIn(context, exchange->request()));
    const auto hold = heldMs(context, exchange->request());
    if (!hold)
        return exchange->reply(problem(context, exchange->request(), 400, "A hold is 0 to 2000 ms."));
    const auto now = context.services.nowMs();
    auto found = [=, &context](Status status, sessions::Session session) {
        exchange->clock().enter(Stage::Handler);
        if (status == Status::Ok && text(session, attribute::user).isEmpty())
            status = Status::NotFound; // somebody else's session in the same store
        if (status != Status::Ok)
            return exchange->reply(refusal(context, exchange->request(), status));
        auto access = accessOf(session, now);
        Turn turn { context, exchange, std::move(session), std::move(access) };
        auto response = handler(turn);
        if (response.status >= 400)
            return exchange->reply(std::move(response));
        if (*hold > 0)
            return commitAfter(*hold, std::move(turn), std::move(response));
        commit(turn, std::move(response));
    };
    if (needs == Needs::Page)
        context.store->findSome(id, attribute::ofPages, now, std::move(found));
    else
        context.store->find(id, now, std::move(found));
}

QByteArray presentedId(const Context& context, const http::Request& request)
{
    return context.cookie.idOf(request);
}

} // namespace ceteris::auth
