// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"
#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/httpclient.h"

namespace ceteris::sessions {

struct RemoteStoreOptions
{
    contract::RemoteConfig remote;
    int absoluteTimeoutS = 43'200;
    std::chrono::milliseconds deadline { 1000 }; // for the answer of each server
};

// Sessions that a session server keeps (server/auth/sessionroutes.h), asked over HTTP. The id travels in X-Session-ID,
// and only the server makes ids:
//
//   newId   POST: an id, and an empty session that is reserved by it   find    GET
//   create  PUT, of a reserved session only                            save    PUT     rotate  PUT with the new id
//   remove  DELETE
//
// A server that does not answer in time, or answers 503, is left for the next one; the one that answers is asked first
// from then on. With none: Unavailable. The servers share one store, so it does not matter who is asked.
class RemoteStore : public SessionStore
{
public:
    explicit RemoteStore(const RemoteStoreOptions& options);

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // the server may have to walk its store
    void clear(Done done) override;
    void newId(NewId done) override;
    Capabilities capabilities() const override;

private:
    struct Call
    {
        QByteArray method;
        QByteArray path;
        QByteArray id {};
        QByteArray body {};
    };
    using Answered = std::function<void(Status, const HttpReply&)>;

    void ask(Call call, Answered answered);
    void askServer(qsizetype server, qsizetype triesLeft, const Call& call, const Answered& answered);
    void put(const QByteArray& id, const QByteArray& body, const QByteArray& query, Done done);

    const RemoteStoreOptions m_options;
    const qint64 m_absoluteMs;
    QList<QByteArray> m_urls;
    qsizetype m_current = 0; // the server that answered last
    HttpClient m_client; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
