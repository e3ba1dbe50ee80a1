// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::plan {

// Where an arm keeps its sessions, and what stands around it: one struct for each, with the keys of its table.

enum class StoreKind { Memory, Redis, Sql, Memcached, SessionServer, Token, Replicated };

enum class Transport { Tcp, Unix };
enum class Persistence { None, Rdb, Aof };
enum class RedisSave { Spring, Atomic };
enum class RedisLayout { Spring, Indexed, Connect };
enum class RedisValues { Json, Jdk };
enum class RedisRead { Session, Attributes };
enum class RedisWrites { Delta, Always, Immediate };
enum class RedisDeployment { Single, Sentinel, Cluster };

struct Redis
{
    QString nameSpace = QStringLiteral("spring:session");
    Transport transport = Transport::Tcp;
    Persistence persistence = Persistence::None;
    int maxMemoryMib = 0; // 0: no limit
    RedisSave save = RedisSave::Spring; // Spring: EXISTS, then the writes; Atomic: one script
    RedisLayout layout = RedisLayout::Spring; // Connect: connect-redis, always with JSON under sess:
    RedisValues values = RedisValues::Json;
    RedisWrites writes = RedisWrites::Delta; // what a request changed, all of the session, or each change by itself
    RedisRead read = RedisRead::Session; // the whole of it, or what a request needs: for most that is all but the image
    int touchS = 0; // a request that changes nothing is written only when the last write is so long ago
    RedisDeployment deployment = RedisDeployment::Single;
    int replicas = 1; // of the master, or of each of a cluster's
    int waitReplicas = 0; // that must have a write before it is answered (WAIT); 0: none
    int waitMs = 50; // for them; then the write is refused
    int downAfterMs = 1000; // without an answer, until a Sentinel takes the master for dead
    int masters = 3; // of a cluster
    int nodeTimeoutMs = 2000; // without an answer, until a cluster takes a node for dead
    bool fullCoverage = true; // a cluster refuses everything while nobody has some of its slots

    bool operator==(const Redis&) const = default;
};

enum class SqlEngine { Sqlite, MariaDb, PostgreSql };

struct Sql
{
    SqlEngine engine = SqlEngine::Sqlite;
    int connections = 10; // of each instance
    // A commit is on disk before it is answered; otherwise the system writes it later, and what the death of the
    // machine would lose survives that of the database.
    bool durable = true;

    bool operator==(const Sql&) const = default;
};

struct Memcached
{
    int memoryMib = 64;

    bool operator==(const Memcached&) const = default;
};

// A server of its own that the instances ask over HTTP.
struct SessionServer
{
    int servers = 1; // 1 or 2: the second answers when the first one does not
    bool legacy = false; // looked up by ids in addresses, GET /api/v1/session?JSESSIONID=: a known weakness

    bool operator==(const SessionServer&) const = default;
};

enum class RefreshStore { Memory, Redis };
enum class Renewal { Early, Refused };

// A token ends at a whole second, so of this one a user has between one and two seconds.
inline constexpr int shortestAccessS = 2;

// A signed access token, and a refresh token that is good for one use.
struct Token
{
    int accessS = 300; // believed so long, after a logout too
    int refreshS = 86'400; // from the login
    int graceS = 0; // a refresh token that was just used gets an access token so long: two tabs at once
    RefreshStore refreshStore = RefreshStore::Memory; // Redis: for several instances
    Renewal renewal = Renewal::Early; // Refused: users renew only when a request was refused
    int tabs = 1; // of each user, which renew at the same moment with the same refresh token

    bool operator==(const Token&) const = default;
};

enum class Copies { All, Backup };
enum class Acknowledge { Sync, Async };
enum class Members { Static, ZooKeeper };

// Instances that send each other what changes.
struct Replication
{
    Copies copies = Copies::All; // on every instance, or on a primary and one backup
    Acknowledge acknowledge = Acknowledge::Sync;
    Members members = Members::Static;

    bool operator==(const Replication&) const = default;
};

enum class CacheKind { None, Local, Redis };

struct Cache
{
    CacheKind kind = CacheKind::None;
    int ttlS = 60;

    bool operator==(const Cache&) const = default;
};

enum class BalancerKind { Nginx, HaProxy };
enum class BalancerMethod { RoundRobin, IpHash, CookieHash, ConsistentCookieHash, StickyCookie };

// What spreads requests over the instances; nothing stands before a single one.
struct Balancer
{
    BalancerKind kind = BalancerKind::Nginx;
    BalancerMethod method = BalancerMethod::RoundRobin;

    bool operator==(const Balancer&) const = default;
};

} // namespace ceteris::plan
