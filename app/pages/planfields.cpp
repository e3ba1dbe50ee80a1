// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planfields.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

using enum FieldKind;

constexpr FieldChoice databases[] { { "sqlite", "SQLite" }, { "mariadb", "MariaDB" }, { "postgresql", "PostgreSQL" } };
constexpr FieldChoice schemes[] { { "bcrypt", "BCrypt" } };
constexpr FieldChoice models[] {
    { "users", QT_TRANSLATE_NOOP("PlanForm", "Closed: users who wait for their answer, then think") },
    { "rate", QT_TRANSLATE_NOOP("PlanForm", "Open: requests at a rate") }
};
constexpr FieldChoice arrivals[] { { "fixed", QT_TRANSLATE_NOOP("PlanForm", "Evenly spaced") },
    { "poisson", QT_TRANSLATE_NOOP("PlanForm", "At random (Poisson)") } };
constexpr FieldChoice stoppings[] { { "fixed", QT_TRANSLATE_NOOP("PlanForm", "After the blocks above") },
    { "precision", QT_TRANSLATE_NOOP("PlanForm", "When the interval is narrow enough") },
    { "sequential", QT_TRANSLATE_NOOP("PlanForm", "At 6, 10 or 15 blocks, as soon as it is decided") } };
constexpr FieldChoice operations[] { { "login_page", QT_TRANSLATE_NOOP("PlanForm", "Login page") },
    { "login", QT_TRANSLATE_NOOP("PlanForm", "Login") }, { "refresh", QT_TRANSLATE_NOOP("PlanForm", "Refresh") },
    { "write", QT_TRANSLATE_NOOP("PlanForm", "Write") }, { "logout", QT_TRANSLATE_NOOP("PlanForm", "Logout") } };
constexpr FieldChoice metrics[] { { "response_p50", QT_TRANSLATE_NOOP("PlanForm", "Response time, p50") },
    { "response_p95", QT_TRANSLATE_NOOP("PlanForm", "Response time, p95") },
    { "response_p99", QT_TRANSLATE_NOOP("PlanForm", "Response time, p99") },
    { "requests_per_s", QT_TRANSLATE_NOOP("PlanForm", "Requests per second") },
    { "cpu_per_request", QT_TRANSLATE_NOOP("PlanForm", "CPU per request") },
    { "bytes_per_session", QT_TRANSLATE_NOOP("PlanForm", "Memory per session") } };
constexpr FieldChoice actions[] { { "void", QT_TRANSLATE_NOOP("PlanForm", "Run its block again at the end") },
    { "mark", QT_TRANSLATE_NOOP("PlanForm", "Keep it and mark it") } };
constexpr FieldChoice factors[] { { "store", QT_TRANSLATE_NOOP("PlanForm", "Store") }, { "url", "URL" },
    { "redis.namespace", QT_TRANSLATE_NOOP("PlanForm", "Redis: key prefix") },
    { "redis.transport", QT_TRANSLATE_NOOP("PlanForm", "Redis: transport") },
    { "redis.persistence", QT_TRANSLATE_NOOP("PlanForm", "Redis: persistence") },
    { "redis.max_memory_mib", QT_TRANSLATE_NOOP("PlanForm", "Redis: memory limit") },
    { "redis.save", QT_TRANSLATE_NOOP("PlanForm", "Redis: how it saves") },
    { "redis.layout", QT_TRANSLATE_NOOP("PlanForm", "Redis: layout") },
    { "redis.values", QT_TRANSLATE_NOOP("PlanForm", "Redis: values") },
    { "redis.writes", QT_TRANSLATE_NOOP("PlanForm", "Redis: what is written") },
    { "redis.touch_s", QT_TRANSLATE_NOOP("PlanForm", "Redis: touch") },
    { "redis.deployment", QT_TRANSLATE_NOOP("PlanForm", "Redis: deployment") },
    { "redis.wait_replicas", QT_TRANSLATE_NOOP("PlanForm", "Redis: replicas waited for") },
    { "sql.engine", QT_TRANSLATE_NOOP("PlanForm", "SQL: database") },
    { "session_server.servers", QT_TRANSLATE_NOOP("PlanForm", "Session servers") },
    { "token.access_s", QT_TRANSLATE_NOOP("PlanForm", "Life of the access token") },
    { "token.grace_s", QT_TRANSLATE_NOOP("PlanForm", "Token: grace") },
    { "token.renewal", QT_TRANSLATE_NOOP("PlanForm", "Token: when users renew") },
    { "token.tabs", QT_TRANSLATE_NOOP("PlanForm", "Token: tabs of a user") },
    { "replication.copies", QT_TRANSLATE_NOOP("PlanForm", "Replication: copies") },
    { "replication.acknowledge", QT_TRANSLATE_NOOP("PlanForm", "Replication: acknowledgement") },
    { "cache.kind", QT_TRANSLATE_NOOP("PlanForm", "Cache") },
    { "cache.ttl_s", QT_TRANSLATE_NOOP("PlanForm", "Cache: life") },
    { "instances", QT_TRANSLATE_NOOP("PlanForm", "Instances") },
    { "balancer.kind", QT_TRANSLATE_NOOP("PlanForm", "Balancer") },
    { "balancer.method", QT_TRANSLATE_NOOP("PlanForm", "Balancer: method") } };

constexpr FieldSpec question[] {
    { "name", Text, QT_TRANSLATE_NOOP("PlanForm", "&Name"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Part of the name of the results folder."), {} },
    { "question", Text, QT_TRANSLATE_NOOP("PlanForm", "&Question"), "",
        QT_TRANSLATE_NOOP("PlanForm", "One sentence that the experiment is to answer."), {} },
};

constexpr FieldSpec factor[] {
    { "factor", Words, QT_TRANSLATE_NOOP("PlanForm", "May &differ"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Choose none, and the arms may differ in any one thing."), factors },
};

constexpr FieldSpec constant[] {
    { "accounts.count", Number, QT_TRANSLATE_NOOP("PlanForm", "Accounts"), "", "", {} },
    { "accounts.database", Choice, QT_TRANSLATE_NOOP("PlanForm", "Accounts in"), "", "", databases },
    { "accounts.scheme", Choice, QT_TRANSLATE_NOOP("PlanForm", "Password hash"), "", "", schemes },
    { "accounts.cost", Number, QT_TRANSLATE_NOOP("PlanForm", "Hash cost"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Each step doubles the time of a login; 10 is usual."), {} },
    { "server.threads", Number, QT_TRANSLATE_NOOP("PlanForm", "Server threads"), "", "", {} },
    { "server.hash_threads", Number, QT_TRANSLATE_NOOP("PlanForm", "Hash threads"), "",
        QT_TRANSLATE_NOOP("PlanForm", "0: one for each core of the server."), {} },
    { "server.csrf", Flag, QT_TRANSLATE_NOOP("PlanForm", "A login fetches the form for its CSRF token first"), "", "",
        {} },
    { "server.cookie", Text, QT_TRANSLATE_NOOP("PlanForm", "Cookie"), "", "", {} },
    { "server.idle_timeout_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Idle timeout"),
        QT_TRANSLATE_NOOP("PlanForm", "s"), "", {} },
    { "server.absolute_timeout_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Absolute timeout"),
        QT_TRANSLATE_NOOP("PlanForm", "s"), "", {} },
    { "cpus.generator", Cpus, QT_TRANSLATE_NOOP("PlanForm", "CPUs of the generator"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Choose none, and the machine chooses."), {} },
    { "cpus.server", Cpus, QT_TRANSLATE_NOOP("PlanForm", "CPUs of the server"), "", "", {} },
    { "cpus.store", Cpus, QT_TRANSLATE_NOOP("PlanForm", "CPUs of the store"), "", "", {} },
};

constexpr FieldSpec load[] {
    { "load.model", Choice, QT_TRANSLATE_NOOP("PlanForm", "Model"), "", "", models },
    { "load.arrivals", Choice, QT_TRANSLATE_NOOP("PlanForm", "Arrivals"), "", "", arrivals },
    { "load.spawn_per_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Logins"), QT_TRANSLATE_NOOP("PlanForm", "per s"),
        QT_TRANSLATE_NOOP("PlanForm", "While the users of a level log in."), {} },
    { "load.count_visits", Flag, QT_TRANSLATE_NOOP("PlanForm", "A refresh counts itself in the session"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Otherwise it only reads the session."), {} },
    { "load.write_share", Number, QT_TRANSLATE_NOOP("PlanForm", "Writes"),
        QT_TRANSLATE_NOOP("PlanForm", "of refreshes"), QT_TRANSLATE_NOOP("PlanForm", "A share: 0.1 is every tenth."),
        {} },
    { "load.logout", Flag, QT_TRANSLATE_NOOP("PlanForm", "End with a logout of every user"), "", "", {} },
    { "load.image_kib", Number, QT_TRANSLATE_NOOP("PlanForm", "Image"), "KiB",
        QT_TRANSLATE_NOOP("PlanForm", "That each user puts into the session after the login. 0: none."), {} },
    { "load.grow_bytes", Number, QT_TRANSLATE_NOOP("PlanForm", "Growth"), QT_TRANSLATE_NOOP("PlanForm", "bytes"),
        QT_TRANSLATE_NOOP("PlanForm", "That each write adds to an attribute of the session."), {} },
    { "load.bot_share", Number, QT_TRANSLATE_NOOP("PlanForm", "No cookie"),
        QT_TRANSLATE_NOOP("PlanForm", "of refreshes"),
        QT_TRANSLATE_NOOP("PlanForm", "A share: 0.1 is every tenth. Visitors without a session, such as bots."), {} },
    { "load.networks", Number, QT_TRANSLATE_NOOP("PlanForm", "Networks"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Loopback networks that the users come from, for a hash of the address."), {} },
    { "load.timeout_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Timeout"), QT_TRANSLATE_NOOP("PlanForm", "s"), "", {} },
    { "load.threads", Number, QT_TRANSLATE_NOOP("PlanForm", "Generator threads"), "", "", {} },
};

constexpr FieldSpec phases[] {
    { "phases.idle_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Idle"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "What the processes use by just being there."), {} },
    { "phases.login_grace_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Login grace"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "For the last logins to end; users / logins per s comes before it."), {} },
    { "phases.warmup_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Warm-up"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "Sent but not counted."), {} },
    { "phases.measure_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Measure"), QT_TRANSLATE_NOOP("PlanForm", "s"), "",
        {} },
    { "phases.drain_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Drain"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "At most, for answers still under way."), {} },
    { "phases.washout_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Washout"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "Rest between trials."), {} },
};

constexpr FieldSpec blocks[] {
    { "blocks", Number, QT_TRANSLATE_NOOP("PlanForm", "Blocks"), "",
        QT_TRANSLATE_NOOP(
            "PlanForm", "Each runs every arm at every level once, in random order. A verdict needs six or more."),
        {} },
    { "seed", Number, QT_TRANSLATE_NOOP("PlanForm", "Seed"), "",
        QT_TRANSLATE_NOOP("PlanForm", "All that is random follows from it."), {} },
    { "twin", Flag, QT_TRANSLATE_NOOP("PlanForm", "Run the first arm twice in each block"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Shows the noise floor."), {} },
    { "decision.stopping", Choice, QT_TRANSLATE_NOOP("PlanForm", "Stop"), "", "", stoppings },
    { "decision.precision", Number, QT_TRANSLATE_NOOP("PlanForm", "Half-width"),
        QT_TRANSLATE_NOOP("PlanForm", "at most"), QT_TRANSLATE_NOOP("PlanForm", "A share: 0.05 is 5 %."), {} },
    { "decision.max_blocks", Number, QT_TRANSLATE_NOOP("PlanForm", "Blocks at most"), "", "", {} },
};

constexpr FieldSpec decision[] {
    { "decision.operation", Choice, QT_TRANSLATE_NOOP("PlanForm", "Operation"), "", "", operations },
    { "decision.metric", Choice, QT_TRANSLATE_NOOP("PlanForm", "Metric"), "", "", metrics },
    { "decision.level", LevelName, QT_TRANSLATE_NOOP("PlanForm", "Level"), "", "", {} },
    { "decision.latency_band", Number, QT_TRANSLATE_NOOP("PlanForm", "Latency"), "",
        QT_TRANSLATE_NOOP("PlanForm", "The smallest difference that matters, as a share: 0.05 is 5 %."), {} },
    { "decision.rate_band", Number, QT_TRANSLATE_NOOP("PlanForm", "Rate"), "", "", {} },
    { "decision.cpu_band", Number, "CPU", "", "", {} },
    { "decision.memory_band", Number, QT_TRANSLATE_NOOP("PlanForm", "Memory"), "", "", {} },
};

constexpr FieldSpec guard[] {
    { "guard.action", Choice, QT_TRANSLATE_NOOP("PlanForm", "Disturbed trial"), "", "", actions },
    { "guard.quiet_wait_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Wait for quiet"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "At most, before the first trial."), {} },
    { "oracle.probes", Flag, QT_TRANSLATE_NOOP("PlanForm", "Probe what sessions promise"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Races at logout, expiry and concurrent writes, in trials of their own."), {} },
};

constexpr FieldSpec level[] {
    { "name", Text, QT_TRANSLATE_NOOP("PlanForm", "Name"), "", "", {} },
    { "users", Number, QT_TRANSLATE_NOOP("PlanForm", "Users"), "", "", {} },
    { "rate_per_s", Number, QT_TRANSLATE_NOOP("PlanForm", "Requests"), QT_TRANSLATE_NOOP("PlanForm", "per s"),
        QT_TRANSLATE_NOOP("PlanForm", "Over all users."), {} },
    { "think_s", Span, QT_TRANSLATE_NOOP("PlanForm", "Think time"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "One number, or least – most."), {} },
};

constexpr std::array sections {
    SectionSpec { "question", QT_TRANSLATE_NOOP("PlanForm", "Question"), "", question, "" },
    SectionSpec { "arms", QT_TRANSLATE_NOOP("PlanForm", "Arms"),
        QT_TRANSLATE_NOOP("PlanForm", "What is compared. The first is the one that others are compared with."), {},
        "arm" },
    SectionSpec { "factor", QT_TRANSLATE_NOOP("PlanForm", "The one factor"),
        QT_TRANSLATE_NOOP("PlanForm", "What the arms may differ in. All else stays equal."), factor, "" },
    SectionSpec { "constant", QT_TRANSLATE_NOOP("PlanForm", "Held constant"),
        QT_TRANSLATE_NOOP("PlanForm", "The same for every arm."), constant, "" },
    SectionSpec { "load", QT_TRANSLATE_NOOP("PlanForm", "Load"),
        QT_TRANSLATE_NOOP("PlanForm", "What the users do, and how many there are at each level."), load, "level" },
    SectionSpec { "phases", QT_TRANSLATE_NOOP("PlanForm", "Phases"),
        QT_TRANSLATE_NOOP("PlanForm", "Every trial passes through them, equally long for every arm."), phases, "" },
    SectionSpec { "faults", QT_TRANSLATE_NOOP("PlanForm", "Faults"),
        QT_TRANSLATE_NOOP("PlanForm", "What is done to an arm while it is measured, and what becomes of its sessions."),
        {}, "event" },
    SectionSpec { "blocks", QT_TRANSLATE_NOOP("PlanForm", "Blocks"),
        QT_TRANSLATE_NOOP("PlanForm", "How often it is repeated, and when it stops."), blocks, "" },
    SectionSpec { "decision", QT_TRANSLATE_NOOP("PlanForm", "Decision"),
        QT_TRANSLATE_NOOP(
            "PlanForm", "What the experiment is to decide, fixed before it starts. Everything else only suggests."),
        decision, "" },
    SectionSpec { "guard", QT_TRANSLATE_NOOP("PlanForm", "Guard and oracle"),
        QT_TRANSLATE_NOOP("PlanForm", "What is done about disturbed trials and broken promises."), guard, "" },
};

} // namespace

std::span<const SectionSpec> planSections()
{
    return sections;
}

std::span<const FieldSpec> levelFields()
{
    return level;
}

std::span<const FieldSpec> elementFields(const QString& list)
{
    return list == "arm"_L1 ? armFields() : list == "level"_L1 ? levelFields() : eventFields();
}

QString formText(const char* text)
{
    return QCoreApplication::translate("PlanForm", text);
}

} // namespace ceteris::pages
