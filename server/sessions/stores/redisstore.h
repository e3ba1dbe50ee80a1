// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/codecs/springhash.h"
#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/redisclient.h"

#include <memory>

namespace ceteris::sessions {

enum class SaveMode {
    Spring, // EXISTS, then the writes, as Spring does it
    Atomic, // all of it as one step of Redis
};

struct RedisStoreOptions
{
    contract::RedisAddress address;
    QString nameSpace = QStringLiteral("spring:session");
    int absoluteTimeoutS = 43'200;
    RedisTiming timing {};
    SaveMode saveMode = SaveMode::Spring;
    contract::RedisDeployment deployment {};
};

// Sessions in Redis, in the layout and the command order of Spring Session's default repository, with JSON values:
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
// SaveMode::Atomic does save and rotate in one script of Redis (EVALSHA; EVAL when Redis does not know it yet): what
// was removed stays removed, in the same layout.
class RedisStore : public SessionStore
{
public:
    explicit RedisStore(const RedisStoreOptions& options);

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // walks the whole database
    void clear(Done done) override; // every key of the namespace, nothing else
    Capabilities capabilities() const override;

private:
    // With Ok comes a reply that is no error.
    using Answered = std::function<void(Status, const redisReply*)>;
    using Keys = QList<QByteArray>;
    using Take = std::function<void(const Keys&, Done next)>;

    void ask(const RedisSender::Command& command, Answered answered);
    void answer(const redisReply* reply, const Answered& answered);
    void write(const QByteArray& id, const HashFields& fields, qint64 expiresAtMs, Done done);
    // The script: NotFound without the first key; otherwise the fields are in it, under the name of the last key.
    void writeIfThere(const Keys& keys, const HashFields& fields, qint64 expiresAtMs, Done done);
    // Gives all keys that begin with prefix to take, batch by batch, as long as next is told Ok.
    void scan(const QByteArray& prefix, const QByteArray& cursor, Take take, Done done);
    void logOnce(const redisReply* error);

    QByteArray keyOf(const QByteArray& id) const { return m_sessionPrefix + id; }

    const QByteArray m_prefix; // of all keys
    const QByteArray m_sessionPrefix;
    const qint64 m_absoluteMs;
    const SaveMode m_saveMode;
    const bool m_isCluster; // no script can reach two keys in it
    QByteArray m_lastError;
    const std::unique_ptr<RedisSender> m_client; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
