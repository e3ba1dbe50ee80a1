// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planfields.h"

#include <QCoreApplication>

#include <array>

#define TEXT(text) QT_TRANSLATE_NOOP("PlanForm", text)

namespace ceteris::pages {
namespace {

using enum FieldKind;

constexpr FieldChoice schemes[] { { "bcrypt", "BCrypt" } };
constexpr FieldChoice stores[] { { "memory", TEXT("Memory of the server") }, { "redis", "Redis" } };
constexpr FieldChoice transports[] { { "tcp", "TCP" }, { "unix", TEXT("Unix socket") } };
constexpr FieldChoice persistences[] { { "none", TEXT("None") }, { "rdb", TEXT("Snapshots (RDB)") },
    { "aof", TEXT("Every write (AOF)") } };
constexpr FieldChoice saves[] { { "spring", TEXT("As Spring Session: a look, then the writes") },
    { "atomic", TEXT("Atomic: one script") } };
constexpr FieldChoice models[] { { "users", TEXT("Closed: users who wait for their answer, then think") },
    { "rate", TEXT("Open: requests at a rate") } };
constexpr FieldChoice arrivals[] { { "fixed", TEXT("Evenly spaced") }, { "poisson", TEXT("At random (Poisson)") } };
constexpr FieldChoice stoppings[] { { "fixed", TEXT("After the blocks above") },
    { "precision", TEXT("When the interval is narrow enough") },
    { "sequential", TEXT("At 6, 10 or 15 blocks, as soon as it is decided") } };
constexpr FieldChoice operations[] { { "login_page", TEXT("Login page") }, { "login", TEXT("Login") },
    { "refresh", TEXT("Refresh") }, { "write", TEXT("Write") }, { "logout", TEXT("Logout") } };
constexpr FieldChoice metrics[] { { "response_p50", TEXT("Response time, p50") },
    { "response_p95", TEXT("Response time, p95") }, { "response_p99", TEXT("Response time, p99") },
    { "requests_per_s", TEXT("Requests per second") }, { "cpu_per_request", TEXT("CPU per request") },
    { "bytes_per_session", TEXT("Memory per session") } };
constexpr FieldChoice actions[] { { "void", TEXT("Run its block again at the end") },
    { "mark", TEXT("Keep it and mark it") } };
constexpr FieldChoice factors[] { { "store", TEXT("Store") }, { "url", "URL" },
    { "redis.namespace", TEXT("Redis: key prefix") }, { "redis.transport", TEXT("Redis: transport") },
    { "redis.persistence", TEXT("Redis: persistence") }, { "redis.max_memory_mib", TEXT("Redis: memory limit") },
    { "redis.save", TEXT("Redis: how it saves") } };

constexpr FieldSpec question[] {
    { "name", Text, TEXT("&Name"), "", TEXT("Part of the name of the results folder."), {} },
    { "question", Text, TEXT("&Question"), "", TEXT("One sentence that the experiment is to answer."), {} },
};

constexpr FieldSpec factor[] {
    { "factor", Words, TEXT("May &differ"), "", TEXT("Choose none, and the arms may differ in any one thing."),
        factors },
};

constexpr FieldSpec constant[] {
    { "accounts.count", Number, TEXT("Accounts"), "", "", {} },
    { "accounts.scheme", Choice, TEXT("Password hash"), "", "", schemes },
    { "accounts.cost", Number, TEXT("Hash cost"), "", TEXT("Each step doubles the time of a login; 10 is usual."), {} },
    { "server.threads", Number, TEXT("Server threads"), "", "", {} },
    { "server.hash_threads", Number, TEXT("Hash threads"), "", TEXT("0: one for each core of the server."), {} },
    { "server.csrf", Flag, TEXT("A login fetches the form for its CSRF token first"), "", "", {} },
    { "server.cookie", Text, TEXT("Cookie"), "", "", {} },
    { "server.idle_timeout_s", Number, TEXT("Idle timeout"), TEXT("s"), "", {} },
    { "server.absolute_timeout_s", Number, TEXT("Absolute timeout"), TEXT("s"), "", {} },
    { "cpus.generator", Cpus, TEXT("CPUs of the generator"), "", TEXT("Choose none, and the machine chooses."), {} },
    { "cpus.server", Cpus, TEXT("CPUs of the server"), "", "", {} },
    { "cpus.store", Cpus, TEXT("CPUs of the store"), "", "", {} },
};

constexpr FieldSpec load[] {
    { "load.model", Choice, TEXT("Model"), "", "", models },
    { "load.arrivals", Choice, TEXT("Arrivals"), "", "", arrivals },
    { "load.spawn_per_s", Number, TEXT("Logins"), TEXT("per s"), TEXT("While the users of a level log in."), {} },
    { "load.write_share", Number, TEXT("Writes"), TEXT("of refreshes"), TEXT("A share: 0.1 is every tenth."), {} },
    { "load.logout", Flag, TEXT("End with a logout of every user"), "", "", {} },
    { "load.timeout_s", Number, TEXT("Timeout"), TEXT("s"), "", {} },
    { "load.threads", Number, TEXT("Generator threads"), "", "", {} },
};

constexpr FieldSpec phases[] {
    { "phases.idle_s", Number, TEXT("Idle"), TEXT("s"), TEXT("What the processes use by just being there."), {} },
    { "phases.login_grace_s", Number, TEXT("Login grace"), TEXT("s"),
        TEXT("For the last logins to end; users / logins per s comes before it."), {} },
    { "phases.warmup_s", Number, TEXT("Warm-up"), TEXT("s"), TEXT("Sent but not counted."), {} },
    { "phases.measure_s", Number, TEXT("Measure"), TEXT("s"), "", {} },
    { "phases.drain_s", Number, TEXT("Drain"), TEXT("s"), TEXT("At most, for answers still under way."), {} },
    { "phases.washout_s", Number, TEXT("Washout"), TEXT("s"), TEXT("Rest between trials."), {} },
};

constexpr FieldSpec blocks[] {
    { "blocks", Number, TEXT("Blocks"), "",
        TEXT("Each runs every arm at every level once, in random order. A verdict needs six or more."), {} },
    { "seed", Number, TEXT("Seed"), "", TEXT("All that is random follows from it."), {} },
    { "twin", Flag, TEXT("Run the first arm twice in each block, to see the noise floor"), "", "", {} },
    { "decision.stopping", Choice, TEXT("Stop"), "", "", stoppings },
    { "decision.precision", Number, TEXT("Half-width"), TEXT("at most"), TEXT("A share: 0.05 is 5 %."), {} },
    { "decision.max_blocks", Number, TEXT("Blocks at most"), "", "", {} },
};

constexpr FieldSpec decision[] {
    { "decision.operation", Choice, TEXT("Operation"), "", "", operations },
    { "decision.metric", Choice, TEXT("Metric"), "", "", metrics },
    { "decision.level", LevelName, TEXT("Level"), "", "", {} },
    { "decision.latency_band", Number, TEXT("Latency"), "",
        TEXT("The smallest difference that matters, as a share: 0.05 is 5 %."), {} },
    { "decision.rate_band", Number, TEXT("Rate"), "", "", {} },
    { "decision.cpu_band", Number, "CPU", "", "", {} },
    { "decision.memory_band", Number, TEXT("Memory"), "", "", {} },
};

constexpr FieldSpec guard[] {
    { "guard.action", Choice, TEXT("Disturbed trial"), "", "", actions },
    { "guard.quiet_wait_s", Number, TEXT("Wait for quiet"), TEXT("s"), TEXT("At most, before the first trial."), {} },
    { "oracle.probes", Flag, TEXT("Probe races at logout, expiry and concurrent writes in trials of their own"), "", "",
        {} },
};

constexpr FieldSpec arm[] {
    { "name", Text, TEXT("Name"), "", "", {} },
    { "store", Choice, TEXT("Store"), "", "", stores },
    { "redis.namespace", Text, TEXT("Key prefix"), "", "", {} },
    { "redis.transport", Choice, TEXT("Transport"), "", "", transports },
    { "redis.persistence", Choice, TEXT("Persistence"), "", "", persistences },
    { "redis.max_memory_mib", Number, TEXT("Memory limit"), "MiB", TEXT("0: none."), {} },
    { "redis.save", Choice, TEXT("Saves"), "", "", saves },
    { "url", Text, "URL", "", TEXT("Of a service of your own; empty: the built-in server."), {} },
    { "mapping.login_page_path", Text, TEXT("Login page"), "", "", {} },
    { "mapping.login_path", Text, TEXT("Login"), "", "", {} },
    { "mapping.user_field", Text, TEXT("User field"), "", "", {} },
    { "mapping.password_field", Text, TEXT("Password field"), "", "", {} },
    { "mapping.csrf_field", TextOrNone, TEXT("CSRF field"), "", TEXT("Empty: none."), {} },
    { "mapping.user", Text, TEXT("User name"), "", TEXT("{n} stands for the number of the account."), {} },
    { "mapping.password", Text, TEXT("Password"), "", "", {} },
    { "mapping.refresh_path", Text, TEXT("Refresh"), "", "", {} },
    { "mapping.identity", TextOrNone, TEXT("Must be in the page"), "",
        TEXT("{user} stands for the user name. Empty: not checked."), {} },
    { "mapping.write_path", Text, TEXT("Write"), "", "", {} },
    { "mapping.logout_path", Text, TEXT("Logout"), "", "", {} },
};

constexpr FieldSpec level[] {
    { "name", Text, TEXT("Name"), "", "", {} },
    { "users", Number, TEXT("Users"), "", "", {} },
    { "rate_per_s", Number, TEXT("Requests"), TEXT("per s"), TEXT("Over all users."), {} },
    { "think_s", Span, TEXT("Think time"), TEXT("s"), TEXT("One number, or least – most."), {} },
};

constexpr std::array sections {
    SectionSpec { "question", TEXT("Question"), "", question, "" },
    SectionSpec { "arms", TEXT("Arms"), TEXT("What is compared. The first is the one that others are compared with."),
        {}, "arm" },
    SectionSpec {
        "factor", TEXT("The one factor"), TEXT("What the arms may differ in. All else stays equal."), factor, "" },
    SectionSpec { "constant", TEXT("Held constant"), TEXT("The same for every arm."), constant, "" },
    SectionSpec {
        "load", TEXT("Load"), TEXT("What the users do, and how many there are at each level."), load, "level" },
    SectionSpec {
        "phases", TEXT("Phases"), TEXT("Every trial passes through them, equally long for every arm."), phases, "" },
    SectionSpec { "blocks", TEXT("Blocks"), TEXT("How often it is repeated, and when it stops."), blocks, "" },
    SectionSpec { "decision", TEXT("Decision"),
        TEXT("What the experiment is to decide, fixed before it starts. Everything else only suggests."), decision,
        "" },
    SectionSpec { "guard", TEXT("Guard and oracle"), TEXT("What is done about disturbed trials and broken promises."),
        guard, "" },
};

} // namespace

std::span<const SectionSpec> planSections()
{
    return sections;
}

std::span<const FieldSpec> armFields()
{
    return arm;
}

std::span<const FieldSpec> levelFields()
{
    return level;
}

QString formText(const char* text)
{
    return QCoreApplication::translate("PlanForm", text);
}

} // namespace ceteris::pages
