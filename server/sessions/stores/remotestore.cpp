// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/remotestore.h"

#include "server/contract/names.h"
#include "server/sessions/codecs/jsonsession.h"
#include "server/sessions/stores/expiry.h"

#include <QJsonDocument>

#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr long connectMs = 250;
constexpr int connections = 16;

struct ListRelease
{
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListRelease>;

QByteArray pathOf(std::string_view path)
{
    return QByteArray(path.data(), static_cast<qsizetype>(path.size()));
}

Status statusOf(long status)
{
    if (status >= 200 && status < 300)
        return Status::Ok;
    if (status == 413)
        return Status::TooLarge;
    return status == 404 ? Status::NotFound : Status::Unavailable;
}

HeaderList headersOf(const QList<QByteArray>& headers)
{
    HeaderList list;
    for (const auto& header : headers)
        list.reset(curl_slist_append(list.release(), header.constData()));
    return list;
}

std::size_t append(const char* data, std::size_t, std::size_t size, QByteArray* body)
{
    body->append(data, static_cast<qsizetype>(size));
    return size;
}

} // namespace

RemoteServers::RemoteServers(const contract::RemoteConfig& config)
{
    for (const auto& [host, port] : config.servers)
        urls << "http://" + host.toUtf8() + ':' + QByteArray::number(port);
}

RemoteStore::RemoteStore(const RemoteStoreOptions& options, std::shared_ptr<RemoteServers> servers)
    : m_options(options)
    , m_servers(std::move(servers))
    , m_easy(curl_easy_init())
{
}

std::shared_ptr<StorePool> RemoteStore::pool(const RemoteStoreOptions& options)
{
    const auto servers = std::make_shared<RemoteServers>(options.remote);
    return std::make_shared<StorePool>(
        PoolOptions { .threads = connections, .deadline = options.deadline * servers->urls.size() },
        [options, servers] { return std::make_unique<RemoteStore>(options, servers); });
}

void RemoteStore::Release::operator()(void* easy) const
{
    curl_easy_cleanup(easy);
}

BlockingStore::Answer RemoteStore::find(const QByteArray& id, qint64 now)
{
    if (!isSessionId(id))
        return { Status::NotFound };
    const auto reply
        = ask(m_options.remote.legacy ? Call { "GET"_ba, pathOf(contract::path::legacySession) + "?JSESSIONID=" + id }
                                      : Call { "GET"_ba, pathOf(contract::path::session), id });
    if (reply.status != Status::Ok)
        return { reply.status };
    auto session = sessionFromJson(id, reply.body);
    if (!session)
        return { Status::Unavailable }; // whoever that was, it is no session server
    const auto absoluteMs = qint64 { m_options.absoluteTimeoutS } * 1000;
    if (!expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, absoluteMs, now))
        return { Status::Ok, std::move(*session) };
    const auto removed = remove(id);
    return { removed == Status::Ok ? Status::NotFound : removed };
}

Status RemoteStore::create(const Session& session)
{
    const Delta all { session.id, session.createdMs, session.lastAccessedMs, session.maxInactiveS, session.attributes,
        {} };
    return put(session.id, toJson(all), "?new"_ba);
}

Status RemoteStore::save(const Delta& delta)
{
    return put(delta.id, toJson(delta), {});
}

Status RemoteStore::rotateId(const QByteArray& newId, const Delta& delta)
{
    return put(delta.id, toJson(delta), "?to=" + newId);
}

Status RemoteStore::put(const QByteArray& id, const QByteArray& body, const QByteArray& query)
{
    return isSessionId(id) ? ask({ "PUT"_ba, pathOf(contract::path::session) + query, id, body }).status
                           : Status::NotFound;
}

Status RemoteStore::remove(const QByteArray& id)
{
    return isSessionId(id) ? ask({ "DELETE"_ba, pathOf(contract::path::session), id }).status : Status::Ok;
}

BlockingStore::Answer RemoteStore::count()
{
    const auto reply = ask({ "GET"_ba, pathOf(contract::path::sessions) });
    return { reply.status, {}, QJsonDocument::fromJson(reply.body)["count"_L1].toInteger() };
}

Status RemoteStore::clear()
{
    return ask({ "DELETE"_ba, pathOf(contract::path::sessions) }).status;
}

BlockingStore::Answer RemoteStore::newId()
{
    const auto reply = ask({ "POST"_ba, pathOf(contract::path::session) });
    const bool isUsable = reply.status == Status::Ok && isSessionId(reply.sessionId);
    return { isUsable ? Status::Ok : Status::Unavailable, { .id = reply.sessionId, .attributes = {} } };
}

RemoteStore::Reply RemoteStore::ask(const Call& call)
{
    const auto& urls = m_servers->urls;
    const auto first = m_servers->current.load();
    for (qsizetype i = 0; i < urls.size(); ++i) {
        const auto server = (first + i) % urls.size();
        auto reply = askServer(urls[server], call);
        if (reply.status == Status::Unavailable)
            continue;
        if (server != first)
            m_servers->current = server;
        return reply;
    }
    return {};
}

RemoteStore::Reply RemoteStore::askServer(const QByteArray& url, const Call& call)
{
    QList<QByteArray> headers { "Authorization: Bearer " + m_options.remote.key.toLatin1(),
        "Expect:"_ba }; // no waiting before a body
    if (!call.id.isEmpty())
        headers << "X-Session-ID: " + call.id;
    if (!call.body.isEmpty())
        headers << "Content-Type: application/json"_ba;
    const auto list = headersOf(headers);
    const QByteArray address = url + call.path;
    Reply reply;
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy.get(), option, value); };
    curl_easy_reset(m_easy.get()); // all but the connections
    set(CURLOPT_URL, address.constData());
    set(CURLOPT_HTTPHEADER, list.get());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_CONNECTTIMEOUT_MS, connectMs);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(m_options.deadline.count()));
    set(CURLOPT_WRITEFUNCTION, &append);
    set(CURLOPT_WRITEDATA, &reply.body);
    if (call.method == "POST" || call.method == "PUT") {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
        set(CURLOPT_POSTFIELDS, call.body.constData());
    }
    if (call.method != "GET")
        set(CURLOPT_CUSTOMREQUEST, call.method.constData());
    if (curl_easy_perform(m_easy.get()) != CURLE_OK)
        return {}; // nobody knows whether it was carried out
    long status = 0;
    curl_off_t length = -1; // of a head that was cut off
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (length < 0 && status != 204)
        return {};
    curl_header* header = nullptr;
    if (curl_easy_header(m_easy.get(), "X-Session-ID", 0, CURLH_HEADER, -1, &header) == CURLHE_OK)
        reply.sessionId = header->value;
    reply.status = statusOf(status);
    return reply;
}

} // namespace ceteris::sessions
