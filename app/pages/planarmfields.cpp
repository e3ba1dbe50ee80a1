// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planfields.h"

#include <QCoreApplication>

namespace ceteris::pages {
namespace {

using enum FieldKind;

constexpr FieldChoice stores[] { { "memory", QT_TRANSLATE_NOOP("PlanForm", "Memory of the server") },
    { "redis", "Redis" }, { "sql", QT_TRANSLATE_NOOP("PlanForm", "SQL database") }, { "memcached", "memcached" },
    { "session-server", QT_TRANSLATE_NOOP("PlanForm", "Session server, asked over HTTP") },
    { "token", QT_TRANSLATE_NOOP("PlanForm", "Signed token with a refresh token") },
    { "replicated", QT_TRANSLATE_NOOP("PlanForm", "Memory, copied between instances") } };
constexpr FieldChoice layouts[] { { "spring", "Spring Session" },
    { "indexed", QT_TRANSLATE_NOOP("PlanForm", "Spring Session, indexed") }, { "connect", "connect-redis" } };
constexpr FieldChoice valueFormats[] { { "json", "JSON" },
    { "jdk", QT_TRANSLATE_NOOP("PlanForm", "Java serialisation") } };
constexpr FieldChoice writes[] { { "delta", QT_TRANSLATE_NOOP("PlanForm", "What changed") },
    { "always", QT_TRANSLATE_NOOP("PlanForm", "All of the session") },
    { "immediate", QT_TRANSLATE_NOOP("PlanForm", "Each change at once") } };
constexpr FieldChoice reads[] { { "session", QT_TRANSLATE_NOOP("PlanForm", "All of the session") },
    { "attributes", QT_TRANSLATE_NOOP("PlanForm", "What a request needs") } };
constexpr FieldChoice refreshStores[] { { "memory", QT_TRANSLATE_NOOP("PlanForm", "Memory of the server") },
    { "redis", "Redis" } };
constexpr FieldChoice renewals[] { { "early", QT_TRANSLATE_NOOP("PlanForm", "Shortly before the token ends") },
    { "refused", QT_TRANSLATE_NOOP("PlanForm", "When a request was refused") } };
constexpr FieldChoice deployments[] { { "single", QT_TRANSLATE_NOOP("PlanForm", "One server") },
    { "sentinel", QT_TRANSLATE_NOOP("PlanForm", "Master and replicas behind Sentinel") },
    { "cluster", QT_TRANSLATE_NOOP("PlanForm", "Cluster") } };
constexpr FieldChoice engines[] { { "sqlite", "SQLite" }, { "mariadb", "MariaDB" }, { "postgresql", "PostgreSQL" } };
constexpr FieldChoice copies[] { { "all", QT_TRANSLATE_NOOP("PlanForm", "On every instance") },
    { "backup", QT_TRANSLATE_NOOP("PlanForm", "On a primary and one backup") } };
constexpr FieldChoice acknowledgements[] { { "sync", QT_TRANSLATE_NOOP("PlanForm", "Before the answer") },
    { "async", QT_TRANSLATE_NOOP("PlanForm", "After the answer") } };
constexpr FieldChoice memberLists[] { { "static", QT_TRANSLATE_NOOP("PlanForm", "A fixed list") },
    { "zookeeper", "ZooKeeper" } };
constexpr FieldChoice caches[] { { "none", QT_TRANSLATE_NOOP("PlanForm", "None") },
    { "local", QT_TRANSLATE_NOOP("PlanForm", "In each instance") }, { "redis", "Redis" } };
constexpr FieldChoice balancers[] { { "nginx", "nginx" }, { "haproxy", "HAProxy" } };
constexpr FieldChoice balancerMethods[] { { "round-robin", QT_TRANSLATE_NOOP("PlanForm", "Round robin") },
    { "ip-hash", QT_TRANSLATE_NOOP("PlanForm", "Hash of the address") },
    { "cookie-hash", QT_TRANSLATE_NOOP("PlanForm", "Hash of the cookie") },
    { "consistent-cookie-hash", QT_TRANSLATE_NOOP("PlanForm", "Consistent hash of the cookie") },
    { "sticky-cookie", QT_TRANSLATE_NOOP("PlanForm", "Sticky: a cookie of its own") } };
constexpr FieldChoice transports[] { { "tcp", "TCP" }, { "unix", QT_TRANSLATE_NOOP("PlanForm", "Unix socket") } };
constexpr FieldChoice persistences[] { { "none", QT_TRANSLATE_NOOP("PlanForm", "None") },
    { "rdb", QT_TRANSLATE_NOOP("PlanForm", "Snapshots (RDB)") },
    { "aof", QT_TRANSLATE_NOOP("PlanForm", "Every write (AOF)") } };
constexpr FieldChoice saves[] { { "spring",
                                    QT_TRANSLATE_NOOP("PlanForm", "As Spring Session: a look, then the writes") },
    { "atomic", QT_TRANSLATE_NOOP("PlanForm", "Atomic: one script") } };

constexpr FieldSpec arm[] {
    { "name", Text, QT_TRANSLATE_NOOP("PlanForm", "Name"), "", "", {} },
    { "store", Choice, QT_TRANSLATE_NOOP("PlanForm", "Store"), "", "", stores },
    { "redis.namespace", Text, QT_TRANSLATE_NOOP("PlanForm", "Key prefix"), "", "", {} },
    { "redis.transport", Choice, QT_TRANSLATE_NOOP("PlanForm", "Transport"), "", "", transports },
    { "redis.persistence", Choice, QT_TRANSLATE_NOOP("PlanForm", "Persistence"), "", "", persistences },
    { "redis.max_memory_mib", Number, QT_TRANSLATE_NOOP("PlanForm", "Memory limit"), "MiB",
        QT_TRANSLATE_NOOP("PlanForm", "0: none."), {} },
    { "redis.save", Choice, QT_TRANSLATE_NOOP("PlanForm", "Saves"), "", "", saves },
    { "redis.layout", Choice, QT_TRANSLATE_NOOP("PlanForm", "Layout"), "", "", layouts },
    { "redis.values", Choice, QT_TRANSLATE_NOOP("PlanForm", "Values"), "", "", valueFormats },
    { "redis.writes", Choice, QT_TRANSLATE_NOOP("PlanForm", "Written"), "", "", writes },
    { "redis.read", Choice, QT_TRANSLATE_NOOP("PlanForm", "Read"), "", "", reads },
    { "redis.touch_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Touch"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP(
            "PlanForm", "What changes nothing is written only this long after the last write. 0: always."),
        {} },
    { "redis.deployment", Choice, QT_TRANSLATE_NOOP("PlanForm", "Deployment"), "", "", deployments },
    { "redis.masters", Number, QT_TRANSLATE_NOOP("PlanForm", "Masters"), "", "", {} },
    { "redis.replicas", Number, QT_TRANSLATE_NOOP("PlanForm", "Replicas"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Of each master."), {} },
    { "redis.wait_replicas", Number, QT_TRANSLATE_NOOP("PlanForm", "Waits for"),
        QT_TRANSLATE_NOOP("PlanForm", "replicas"),
        QT_TRANSLATE_NOOP("PlanForm", "That must have a write before it is answered (WAIT). 0: none."), {} },
    { "redis.wait_ms", Number, QT_TRANSLATE_NOOP("PlanForm", "Waits at most"), "ms", "", {} },
    { "redis.down_after_ms", Number, QT_TRANSLATE_NOOP("PlanForm", "Down after"), "ms",
        QT_TRANSLATE_NOOP("PlanForm", "Without an answer, until a Sentinel takes the master for dead."), {} },
    { "redis.node_timeout_ms", Number, QT_TRANSLATE_NOOP("PlanForm", "Node timeout"), "ms",
        QT_TRANSLATE_NOOP("PlanForm", "Without an answer, until the cluster takes a node for dead."), {} },
    { "redis.full_coverage", Flag,
        QT_TRANSLATE_NOOP("PlanForm", "Refuse everything while nobody has some of the slots"), "", "", {} },
    { "sql.engine", Choice, QT_TRANSLATE_NOOP("PlanForm", "Database"), "", "", engines },
    { "sql.connections", Number, QT_TRANSLATE_NOOP("PlanForm", "Connections"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Of each instance."), {} },
    { "sql.durable", Flag, QT_TRANSLATE_NOOP("PlanForm", "A commit is on disk before it is answered"), "", "", {} },
    { "memcached.memory_mib", Number, QT_TRANSLATE_NOOP("PlanForm", "Memory limit"), "MiB",
        QT_TRANSLATE_NOOP("PlanForm", "When it is full, sessions are evicted: lost."), {} },
    { "session_server.servers", Number, QT_TRANSLATE_NOOP("PlanForm", "Session servers"), "",
        QT_TRANSLATE_NOOP("PlanForm", "A second one answers when the first does not."), {} },
    { "session_server.legacy", Flag, QT_TRANSLATE_NOOP("PlanForm", "Look up by ids in addresses: a known weakness"), "",
        "", {} },
    { "token.access_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Access token"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "It is good for so long, also after a logout."), {} },
    { "token.refresh_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Refresh token"), QT_TRANSLATE_NOOP("PlanForm", "s"), "",
        {} },
    { "token.grace_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Grace"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP(
            "PlanForm", "A refresh token that was just used gets an access token so long: two tabs at once."),
        {} },
    { "token.refresh_store", Choice, QT_TRANSLATE_NOOP("PlanForm", "Kept in"), "", "", refreshStores },
    { "token.renewal", Choice, QT_TRANSLATE_NOOP("PlanForm", "Users renew"), "", "", renewals },
    { "token.tabs", Number, QT_TRANSLATE_NOOP("PlanForm", "Tabs of a user"), "",
        QT_TRANSLATE_NOOP("PlanForm", "All of them renew at the same moment, with the same refresh token."), {} },
    { "replication.copies", Choice, QT_TRANSLATE_NOOP("PlanForm", "Copies"), "", "", copies },
    { "replication.acknowledge", Choice, QT_TRANSLATE_NOOP("PlanForm", "Acknowledged"), "", "", acknowledgements },
    { "replication.members", Choice, QT_TRANSLATE_NOOP("PlanForm", "Members from"), "", "", memberLists },
    { "cache.kind", Choice, QT_TRANSLATE_NOOP("PlanForm", "Cache"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Looked into before the store."), caches },
    { "cache.ttl_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Cached for"), QT_TRANSLATE_NOOP("PlanForm", "s"), "", {} },
    { "instances", Number, QT_TRANSLATE_NOOP("PlanForm", "Instances"), "",
        QT_TRANSLATE_NOOP("PlanForm", "More than one stand behind a balancer."), {} },
    { "balancer.kind", Choice, QT_TRANSLATE_NOOP("PlanForm", "Balancer"), "", "", balancers },
    { "balancer.method", Choice, QT_TRANSLATE_NOOP("PlanForm", "Method"), "", "", balancerMethods },
    { "url", Text, "URL", "", QT_TRANSLATE_NOOP("PlanForm", "Of a service of your own; empty: the built-in server."),
        {} },
    { "mapping.login_page_path", Text, QT_TRANSLATE_NOOP("PlanForm", "Login page"), "", "", {} },
    { "mapping.login_path", Text, QT_TRANSLATE_NOOP("PlanForm", "Login"), "", "", {} },
    { "mapping.user_field", Text, QT_TRANSLATE_NOOP("PlanForm", "User field"), "", "", {} },
    { "mapping.password_field", Text, QT_TRANSLATE_NOOP("PlanForm", "Password field"), "", "", {} },
    { "mapping.csrf_field", TextOrNone, QT_TRANSLATE_NOOP("PlanForm", "CSRF field"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Empty: none."), {} },
    { "mapping.user", Text, QT_TRANSLATE_NOOP("PlanForm", "User name"), "",
        QT_TRANSLATE_NOOP("PlanForm", "{n} stands for the number of the account."), {} },
    { "mapping.password", Text, QT_TRANSLATE_NOOP("PlanForm", "Password"), "", "", {} },
    { "mapping.refresh_path", Text, QT_TRANSLATE_NOOP("PlanForm", "Refresh"), "", "", {} },
    { "mapping.identity", TextOrNone, QT_TRANSLATE_NOOP("PlanForm", "Must be in the page"), "",
        QT_TRANSLATE_NOOP("PlanForm", "{user} stands for the user name. Empty: not checked."), {} },
    { "mapping.write_path", Text, QT_TRANSLATE_NOOP("PlanForm", "Write"), "", "", {} },
    { "mapping.logout_path", Text, QT_TRANSLATE_NOOP("PlanForm", "Logout"), "", "", {} },
};

} // namespace

std::span<const FieldSpec> armFields()
{
    return arm;
}

} // namespace ceteris::pages
