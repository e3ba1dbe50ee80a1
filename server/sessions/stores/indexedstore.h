// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/codecs/springhash.h"
#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/indexedkeeper.h"

namespace ceteris::sessions {

// Sessions in Redis, in the layout and the command order of Spring Session's indexed repository (3.4 and later), which
// can find the sessions of a user and tells the app when one has ended:
//
//   <namespace>:sessions:<id>          the hash of redisstore.h; expires 5 minutes after the session
//   <namespace>:sessions:expires:<id>  "", the shadow key: its end is the end of the session
//   <namespace>:expirations:<ms>       a set of shadow keys, for the sweep of that minute
//   <namespace>:index:…:<user>         a set of the user's session ids
//
//   create  HMSET, SADD index, PUBLISH, APPEND shadow, PEXPIRE shadow, PEXPIRE hash, PEXPIRE bucket, SADD bucket
//   find    HGETALL (ReadMode::Needed: HMGET)
//   save    HMSET changes, [SREM index, SADD index], APPEND shadow, PEXPIRE shadow, PEXPIRE hash, [SREM old bucket],
//           PEXPIRE bucket, SADD bucket
//   rotate  RENAME hash; RENAME shadow, SREM index, SADD index, then as save
//   remove  HGETALL; SREM index, HGETALL, SREM bucket, DEL shadow, HMSET maxInactiveInterval 0, DEL shadow,
//           PEXPIRE hash, PEXPIRE bucket, SADD bucket
//
// The hash of a session that was removed stays for 5 minutes with an interval of 0: who does not look at that still
// sees it. A save does not ask whether the session is there and says Ok all the same; find does not take what it left
// for a session. SaveMode::Atomic asks and writes the hash in one script. With JDK values the message of PUBLISH is
// empty, because that codec has no maps.
//
// A session that find() sees to be over by our clock is removed; Spring leaves that to Redis.
class IndexedStore : public SessionStore
{
public:
    explicit IndexedStore(const RedisStoreOptions& options);
    IndexedStore(const RedisStoreOptions& options, std::unique_ptr<RedisSender> sender);

    // Sweeps and listens from now on. Once for each process.
    IndexedKeeper& keepHouse();

    void find(const QByteArray& id, qint64 now, Found done) override;
    void findSome(const QByteArray& id, const QList<QByteArray>& attributes, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // walks the whole database
    void clear(Done done) override; // every key of the namespace, nothing else
    Capabilities capabilities() const override;
    std::optional<qint64> refusedAttributes() const override;

private:
    using Command = RedisSender::Command;
    using Commands = QList<Command>;

    void arrived(const QByteArray& id, const HashFields& fields, qint64 now, const Found& done);
    Command indexing(const char* command, const QByteArray& principal, const QByteArray& id) const;
    Command changing(const QByteArray& id, const Delta& step) const;
    Commands afterHash(const QByteArray& id, const Delta& step) const;
    Commands prolonging(const QByteArray& id, qint64 endMs, int maxInactiveS, std::optional<qint64> formerEndMs) const;
    Commands writesTo(const QByteArray& id, const Delta& delta) const;
    Commands removing(const Session& session) const;
    QByteArray memberOf(const QByteArray& id) const; // of a bucket
    QByteArray announcement(const Session& session) const; // of its creation
    void saveIfThere(const Delta& delta, Done done);

    const RedisStoreOptions m_options;
    const IndexedKeys m_keys;
    std::unique_ptr<IndexedKeeper> m_keeper; // before m_redis: its answers still find it
    RedisCommands m_redis; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
