// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"
#include "server/sessions/stores/storepool.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace ceteris::sessions {

struct RemoteStoreOptions
{
    contract::RemoteConfig remote;
    int absoluteTimeoutS = 43'200;
    std::chrono::milliseconds deadline { 1000 }; // for the answer of each server
};

// The servers that can be asked; shared by the threads that do.
struct RemoteServers
{
    explicit RemoteServers(const contract::RemoteConfig& config);

    QList<QByteArray> urls;
    std::atomic<qsizetype> current = 0; // the one that answered last
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
class RemoteStore : public BlockingStore
{
public:
    RemoteStore(const RemoteStoreOptions& options, std::shared_ptr<RemoteServers> servers);

    static std::shared_ptr<StorePool> pool(const RemoteStoreOptions& options);
    static constexpr Capabilities capabilities {
        .survivesServerRestart = true, .sharedByInstances = true, .makesIds = true
    };

    Answer find(const QByteArray& id, qint64 now) override;
    Status create(const Session& session) override;
    Status save(const Delta& delta) override;
    Status rotateId(const QByteArray& newId, const Delta& delta) override;
    Status remove(const QByteArray& id) override;
    Answer count() override; // the server may have to walk its store
    Status clear() override;
    void sweep(qint64) override { } // the server does it
    Answer newId() override;

private:
    struct Call
    {
        QByteArray method;
        QByteArray path;
        QByteArray id {};
        QByteArray body {};
    };
    struct Reply
    {
        Status status = Status::Unavailable;
        QByteArray body {};
        QByteArray sessionId {}; // of X-Session-ID
    };
    struct Release
    {
        void operator()(void* easy) const;
    };

    Reply ask(const Call& call); // one server after the other
    Reply askServer(const QByteArray& url, const Call& call);
    Status put(const QByteArray& id, const QByteArray& body, const QByteArray& query);

    const RemoteStoreOptions m_options;
    const std::shared_ptr<RemoteServers> m_servers;
    const std::unique_ptr<void, Release> m_easy; // of libcurl; keeps its connections
};

} // namespace ceteris::sessions
