// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/remotestore.h"

#include "server/contract/names.h"
#include "server/sessions/codecs/jsonsession.h"
#include "server/sessions/stores/expiry.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

QByteArray pathOf(std::string_view path)
{
    return QByteArray(path.data(), static_cast<qsizetype>(path.size()));
}

Status statusOf(const HttpReply& reply)
{
    if (reply.status >= 200 && reply.status < 300)
        return Status::Ok;
    if (reply.status == 413)
        return Status::TooLarge;
    return reply.status == 404 ? Status::NotFound : Status::Unavailable;
}

} // namespace

RemoteStore::RemoteStore(const RemoteStoreOptions& options)
    : m_options(options)
    , m_absoluteMs(qint64 { options.absoluteTimeoutS } * 1000)
    , m_client(options.deadline)
{
    for (const auto& [host, port] : options.remote.servers)
        m_urls << "http://" + host.toUtf8() + ':' + QByteArray::number(port);
}

void RemoteStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    const Call call = m_options.remote.legacy
        ? Call { "GET"_ba, pathOf(contract::path::legacySession) + "?JSESSIONID=" + id }
        : Call { "GET"_ba, pathOf(contract::path::session), id };
    ask(call, [=, this, done = std::move(done)](Status status, const HttpReply& reply) {
        if (status != Status::Ok)
            return done(status, {});
        auto session = sessionFromJson(id, reply.body);
        if (!session)
            return done(Status::Unavailable, {}); // whoever that was, it is no session server
        if (!expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, m_absoluteMs, now))
            return done(Status::Ok, std::move(*session));
        remove(id, [done](Status removed) { done(removed == Status::Ok ? Status::NotFound : removed, {}); });
    });
}

void RemoteStore::create(const Session& session, Done done)
{
    const Delta all { session.id, session.createdMs, session.lastAccessedMs, session.maxInactiveS, session.attributes,
        {} };
    put(session.id, toJson(all), "?new"_ba, std::move(done));
}

void RemoteStore::save(const Delta& delta, Done done)
{
    put(delta.id, toJson(delta), {}, std::move(done));
}

void RemoteStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    put(delta.id, toJson(delta), "?to=" + newId, std::move(done));
}

void RemoteStore::put(const QByteArray& id, const QByteArray& body, const QByteArray& query, Done done)
{
    if (!isSessionId(id))
        return done(Status::NotFound);
    ask({ "PUT"_ba, pathOf(contract::path::session) + query, id, body },
        [done = std::move(done)](Status status, const HttpReply&) { done(status); });
}

void RemoteStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    ask({ "DELETE"_ba, pathOf(contract::path::session), id },
        [done = std::move(done)](Status status, const HttpReply&) { done(status); });
}

void RemoteStore::count(Counted done)
{
    ask({ "GET"_ba, pathOf(contract::path::sessions) },
        [done = std::move(done)](Status status, const HttpReply& reply) {
            done(status, QJsonDocument::fromJson(reply.body)["count"_L1].toInteger());
        });
}

void RemoteStore::clear(Done done)
{
    ask({ "DELETE"_ba, pathOf(contract::path::sessions) },
        [done = std::move(done)](Status status, const HttpReply&) { done(status); });
}

void RemoteStore::newId(NewId done)
{
    ask({ "POST"_ba, pathOf(contract::path::session) },
        [done = std::move(done)](Status status, const HttpReply& reply) {
            const bool isUsable = status == Status::Ok && isSessionId(reply.sessionId);
            done(isUsable ? Status::Ok : Status::Unavailable, reply.sessionId);
        });
}

Capabilities RemoteStore::capabilities() const
{
    return { .survivesServerRestart = true, .sharedByInstances = true, .makesIds = true };
}

void RemoteStore::ask(Call call, Answered answered)
{
    askServer(m_current, m_urls.size(), call, answered);
}

void RemoteStore::askServer(qsizetype server, qsizetype triesLeft, const Call& call, const Answered& answered)
{
    HttpRequest request { call.method, m_urls[server] + call.path, {}, call.body };
    request.headers << "Authorization: Bearer " + m_options.remote.key.toLatin1();
    if (!call.id.isEmpty())
        request.headers << "X-Session-ID: " + call.id;
    if (!call.body.isEmpty())
        request.headers << "Content-Type: application/json"_ba;
    m_client.send(std::move(request), [=, this](const HttpReply& reply) {
        const auto status = statusOf(reply);
        if (status == Status::Unavailable && triesLeft > 1)
            return askServer((server + 1) % m_urls.size(), triesLeft - 1, call, answered);
        if (status != Status::Unavailable)
            m_current = server;
        answered(status, reply);
    });
}

} // namespace ceteris::sessions
