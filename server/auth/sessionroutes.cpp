// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/sessionroutes.h"

#include "server/auth/json.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"
#include "server/http/forms.h"
#include "server/sessions/codecs/jsonsession.h"
#include "server/users/passwords.h"

namespace ceteris::auth {
namespace {

using contract::Stage;
using sessions::Delta;
using sessions::Session;
using sessions::Status;

// An id that was given out, and nothing has been kept under it yet.
const QByteArray reserved = QByteArrayLiteral("\x01reserved");

http::Response sealed(http::Response response)
{
    for (auto& [name, value] : response.headers)
        if (name == "Referrer-Policy")
            value = "no-referrer"; // an address may have an id in it
    return response;
}

void reply(const http::ExchangePtr& exchange, http::Response response)
{
    exchange->reply(sealed(std::move(response)));
}

http::Response answerTo(Status status)
{
    switch (status) {
    case Status::Ok:
        return nothing();
    case Status::NotFound:
        return jsonReply(404, json({ { "error", "There is no such session." } }));
    case Status::TooLarge:
        return jsonReply(413, json({ { "error", "The store cannot hold so large a session." } }));
    case Status::Unavailable:
        break;
    }
    auto response = jsonReply(503, json({ { "error", "The session store does not answer." } }));
    response.headers.emplaceBack("Retry-After", "1");
    return response;
}

bool mayAsk(const Context& context, const http::Request& request)
{
    const auto& key = context.services.config.sessionService.key;
    const QByteArray expected = "Bearer " + key.toUtf8();
    return key.isEmpty() || users::equalInConstantTime(request.header("authorization"), expected);
}

// The handler, for those who have the key.
template <Handler handler>
void guarded(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::Handler);
    if (mayAsk(context, exchange->request()))
        return handler(context, exchange);
    reply(exchange, jsonReply(401, json({ { "error", "This is for those who have the key." } })));
}

void give(Context& context, const http::ExchangePtr& exchange, const QByteArray& id)
{
    exchange->clock().enter(Stage::SessionLoad);
    if (!sessions::isSessionId(id))
        return reply(exchange, answerTo(Status::NotFound));
    context.store->find(id, context.services.nowMs(), [exchange, id](Status status, const Session& session) {
        if (status != Status::Ok)
            return reply(exchange, answerTo(status));
        exchange->clock().enter(Stage::Serialise);
        auto response = jsonReply(200, sessions::toJson(session));
        response.headers.emplaceBack("X-Session-ID", id);
        reply(exchange, std::move(response));
    });
}

void read(Context& context, const http::ExchangePtr& exchange)
{
    give(context, exchange, exchange->request().header("x-session-id"));
}

void readLegacy(Context& context, const http::ExchangePtr& exchange)
{
    if (!context.services.config.sessionService.legacy)
        return reply(exchange, jsonReply(404, json({ { "error", "There is nothing at this address." } })));
    give(context, exchange, http::parseForm(exchange->request().query).value("JSESSIONID"));
}

// An id that the client brings is not looked at: ids are made here only.
void mint(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::SessionSave);
    const auto now = context.services.nowMs();
    const Session session { context.services.newSessionId(), now, now, context.services.config.idleTimeoutS,
        { { reserved, 1 } } };
    context.store->create(session, [exchange, id = session.id](Status status) {
        auto response = status == Status::Ok ? jsonReply(201, "{}") : answerTo(status);
        if (status == Status::Ok)
            response.headers.emplaceBack("X-Session-ID", id);
        reply(exchange, std::move(response));
    });
}

// Goes on if the id is reserved; 404 for one that nobody was given, and for one that is used.
template <class Next>
void ifReserved(Context& context, const http::ExchangePtr& exchange, const QByteArray& id, Next next)
{
    if (!sessions::isSessionId(id))
        return reply(exchange, answerTo(Status::NotFound));
    context.store->find(
        id, context.services.nowMs(), [exchange, next = std::move(next)](Status status, const Session& session) {
            if (status == Status::Ok && !session.attributes.contains(reserved))
                status = Status::NotFound;
            status == Status::Ok ? next() : reply(exchange, answerTo(status));
        });
}

void create(Context& context, const http::ExchangePtr& exchange, const Delta& delta)
{
    ifReserved(context, exchange, delta.id, [&context, exchange, delta] {
        const Session session { delta.id, delta.createdMs, delta.lastAccessedMs, delta.maxInactiveS, delta.changed };
        context.store->create(session, [exchange](Status status) { reply(exchange, answerTo(status)); });
    });
}

// The new id gives up its reservation only when there is a session to move.
void rotate(Context& context, const http::ExchangePtr& exchange, const Delta& delta, const QByteArray& newId)
{
    ifReserved(context, exchange, newId, [&context, exchange, delta, newId] {
        const auto answer = [exchange](Status status) { reply(exchange, answerTo(status)); };
        context.store->find(delta.id, delta.lastAccessedMs, [=, &context](Status found, const Session&) {
            if (found != Status::Ok)
                return answer(found);
            context.store->remove(newId, [=, &context](Status removed) {
                removed == Status::Ok ? context.store->rotateId(newId, delta, answer) : answer(removed);
            });
        });
    });
}

void write(Context& context, const http::ExchangePtr& exchange)
{
    const auto& request = exchange->request();
    const auto delta = sessions::deltaFromJson(request.header("x-session-id"), request.body);
    if (!delta)
        return reply(exchange, jsonReply(400, json({ { "error", "This is no change of a session." } })));
    exchange->clock().enter(Stage::SessionSave);
    const auto query = http::parseForm(request.query);
    if (query.contains("new"))
        return create(context, exchange, *delta);
    if (query.contains("to"))
        return rotate(context, exchange, *delta, query.value("to"));
    context.store->save(*delta, [exchange](Status status) { reply(exchange, answerTo(status)); });
}

void end(Context& context, const http::ExchangePtr& exchange)
{
    exchange->clock().enter(Stage::SessionSave);
    context.store->remove(
        exchange->request().header("x-session-id"), [exchange](Status status) { reply(exchange, answerTo(status)); });
}

void countAll(Context& context, const http::ExchangePtr& exchange)
{
    context.store->count([exchange](Status status, qint64 number) {
        reply(exchange, status == Status::Ok ? jsonReply(200, json({ { "count", number } })) : answerTo(status));
    });
}

void endAll(Context& context, const http::ExchangePtr& exchange)
{
    context.store->clear([exchange](Status status) { reply(exchange, answerTo(status)); });
}

} // namespace

std::span<const Entry> sessionEntries()
{
    using contract::Route;
    using http::Method;
    static constexpr Entry entries[] {
        { contract::path::session, Method::Get, Effect::Reads, Route::Session, &guarded<&read> },
        { contract::path::session, Method::Put, Effect::Changes, Route::Session, &guarded<&write> },
        { contract::path::session, Method::Post, Effect::Changes, Route::Session, &guarded<&mint> },
        { contract::path::session, Method::Delete, Effect::Changes, Route::Session, &guarded<&end> },
        { contract::path::legacySession, Method::Get, Effect::Reads, Route::Session, &guarded<&readLegacy> },
        { contract::path::sessions, Method::Get, Effect::Reads, Route::Session, &guarded<&countAll> },
        { contract::path::sessions, Method::Delete, Effect::Changes, Route::Session, &guarded<&endAll> },
        { contract::path::metrics, Method::Get, Effect::Reads, Route::Metrics, &metricsText },
        { contract::path::health, Method::Get, Effect::Reads, Route::Health, &health },
    };
    return entries;
}

} // namespace ceteris::auth
