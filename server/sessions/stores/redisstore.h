// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/codecs/springhash.h"
#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/rediscommands.h"
#include "server/sessions/stores/redisoptions.h"

namespace ceteris::sessions {

// Sessions in Redis, in the layout and the command order of Spring Session's default repository:
//
//   <namespace>:sessions:<id>   a hash, expiring (PEXPIREAT) maxInactiveInterval after lastAccessedTime
//     creationTime, lastAccessedTime   ms since 1970      maxInactiveInterval   seconds
//     sessionAttr:<name>               the value; of no length at all when the attribute was removed
//
//   create  HMSET, PEXPIREAT                 find    HGETALL; DEL if it has expired or is only half there
//   save    EXISTS; HMSET changes, PEXPIREAT rotate  RENAME; HMSET changes, PEXPIREAT         remove  DEL
//
// A semicolon stands where the answer decides how to go on; the rest is sent together. As in Spring the commands of a
// save are not one transaction: a session that is removed between EXISTS and HMSET comes back as a half, with the
// changes but without creationTime. The next find takes it for absent and deletes it, so its user stays signed out;
// until then, or until it expires, it is a key that count() counts. Spring itself reads it as "creationTime key must
// not be null" and answers 500. In the same way a save that meets a rotate writes to the old id: it says Ok, and is
// lost.
//
// SaveMode::Atomic does save and rotate in one script of Redis: what was removed stays removed, in the same layout.
// ReadMode::Needed has HMGET for HGETALL.
// WriteMode::Immediate has HMSET and PEXPIREAT for the access time and once more for each change.
class RedisStore : public SessionStore
{
public:
    explicit RedisStore(const RedisStoreOptions& options);
    RedisStore(const RedisStoreOptions& options, std::unique_ptr<RedisSender> sender);

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
    using Keys = QList<QByteArray>;

    void arrived(const QByteArray& id, const HashFields& fields, qint64 now, const Found& done);
    QList<Command> writesTo(const QByteArray& id, const HashFields& fields, qint64 expiresAtMs) const;
    QList<Command> writesTo(const QByteArray& id, const Delta& delta) const; // step by step
    // The script: NotFound without the first key; otherwise the changes are in it, under the name of the last key.
    void writeIfThere(const Keys& keys, const Delta& delta, Done done);

    QByteArray keyOf(const QByteArray& id) const { return m_sessionPrefix + id; }

    const RedisStoreOptions m_options;
    const QByteArray m_prefix; // of all keys
    const QByteArray m_sessionPrefix;
    const qint64 m_absoluteMs;
    RedisCommands m_redis; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
