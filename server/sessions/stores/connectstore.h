// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/rediscommands.h"
#include "server/sessions/stores/redisoptions.h"

namespace ceteris::sessions {

// Sessions in Redis as express-session keeps them through connect-redis: one JSON text each (codecs/connectblob.h),
//
//   sess:<id>   expiring maxInactiveInterval after it was last written or touched
//
//   create  SET EX    find    GET; DEL when the absolute lifetime is over    remove  DEL
//   save    SET EX of the whole session; EXPIRE when the request changed nothing (WriteMode::Always: SET all the same)
//   rotate  DEL; SET EX of the whole session under the new id
//
// The session is written as the request read it: of two requests at the same time the last one wins, and the other's
// changes are lost. SaveMode::Spring, here as connect-redis does it, writes without asking: a request that changes
// something brings a session back that was removed meanwhile. SaveMode::Atomic has SET XX, which does not.
//
// How long a session has been idle only Redis knows, because a touch does not write into the text.
class ConnectStore : public SessionStore
{
public:
    explicit ConnectStore(const RedisStoreOptions& options); // its name space and its codec are not used
    ConnectStore(const RedisStoreOptions& options, std::unique_ptr<RedisSender> sender);

    static constexpr QByteArrayView prefix = "sess:";

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // walks the whole database
    void clear(Done done) override; // every key of the prefix, nothing else
    Capabilities capabilities() const override;

private:
    enum class Write { Create, Replace };

    static QByteArray keyOf(const QByteArray& id) { return prefix.toByteArray() + id; }
    void touch(const Delta& delta, Done done);
    void write(const Session& session, Write write, Done done);
    // Gives the session as delta.found with the changes of delta in it; reads it when delta does not bring it.
    void changed(const Delta& delta, Found done);

    const RedisStoreOptions m_options;
    RedisCommands m_redis; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
