// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/names.h"
#include "app/plan/rules.h"
#include "app/plan/storefields.h"

#include <cstdint>
#include <limits>

// Every key of a plan's text, once: TomlReader and TomlWriter have the same shape, so this list serves both directions.
// For read.cpp and write.cpp only. Within a table the plain keys come before the tables in it, as TOML wants them
// written.
namespace ceteris::plan {

using namespace Qt::StringLiterals;

inline constexpr int formatVersion = 1;
inline constexpr double aDayS = 86'400;
inline constexpr int aYearS = 31'536'000;
inline constexpr int cpuLimit = 1024; // of a cpu_set_t

template <class Io>
void fields(Io& io, Accounts& accounts)
{
    io.number("count"_L1, accounts.count, 1, 10'000'000);
    io.choice("scheme"_L1, accounts.scheme, schemeNames);
    io.number("cost"_L1, accounts.cost, 4, 16);
    io.choice("database"_L1, accounts.database, sqlEngineNames);
}

template <class Io>
void fields(Io& io, Server& server)
{
    io.number("threads"_L1, server.threads, 1, 256);
    io.number("hash_threads"_L1, server.hashThreads, 0, 256);
    io.flag("csrf"_L1, server.csrf);
    io.text("cookie"_L1, server.cookie, rule::cookieName);
    io.number("idle_timeout_s"_L1, server.idleTimeoutS, 1, aYearS);
    io.number("absolute_timeout_s"_L1, server.absoluteTimeoutS, 1, aYearS);
}

template <class Io>
void fields(Io& io, Load& load)
{
    io.choice("model"_L1, load.model, loadModelNames);
    const auto paced = load.model == LoadModel::Rate || !io.sound("model"_L1);
    io.choice(
        "arrivals"_L1, load.arrivals, arrivalsNames, paced ? optional : absent(Text::tr("only with model = \"rate\"")));
    io.number("spawn_per_s"_L1, load.spawnPerS, 0.01, 100'000.0);
    io.flag("count_visits"_L1, load.countVisits);
    io.number("write_share"_L1, load.writeShare, 0.0, 1.0);
    io.flag("logout"_L1, load.logout);
    io.number("image_kib"_L1, load.imageKib, 0, 1024);
    io.number("grow_bytes"_L1, load.growBytes, 0, 16'384,
        load.writeShare > 0 || !io.sound("write_share"_L1) ? optional
                                                           : absent(Text::tr("only with write_share above 0")));
    io.number("bot_share"_L1, load.botShare, 0.0, 0.9);
    io.number("networks"_L1, load.networks, 1, 250);
    io.number("timeout_s"_L1, load.timeoutS, 0.1, 3600.0);
    io.number("threads"_L1, load.threads, 1, 64);
}

template <class Io>
void fields(Io& io, Phases& phases)
{
    io.number("idle_s"_L1, phases.idleS, 0.0, 3600.0);
    io.number("login_grace_s"_L1, phases.loginGraceS, 0.0, aDayS);
    io.number("warmup_s"_L1, phases.warmupS, 0.0, aDayS);
    io.number("measure_s"_L1, phases.measureS, 0.1, aDayS);
    io.number("drain_s"_L1, phases.drainS, 0.0, 3600.0);
    io.number("washout_s"_L1, phases.washoutS, 0.0, aDayS);
}

template <class Io>
void fields(Io& io, Cpus& cpus)
{
    io.set("generator"_L1, cpus.generator, cpuLimit);
    io.set("server"_L1, cpus.server, cpuLimit);
    io.set("store"_L1, cpus.store, cpuLimit);
}

template <class Io>
void fields(Io& io, Decision& decision)
{
    io.choice("operation"_L1, decision.operation, decidingOperations);
    io.choice("metric"_L1, decision.metric, decidingMetrics);
    io.text("level"_L1, decision.level, rule::anyText, whenAny);
    io.number("latency_band"_L1, decision.bands.latency, 0.001, 1.0);
    io.number("rate_band"_L1, decision.bands.rate, 0.001, 1.0);
    io.number("cpu_band"_L1, decision.bands.cpu, 0.001, 1.0);
    io.number("memory_band"_L1, decision.bands.memory, 0.001, 1.0);
    io.choice("stopping"_L1, decision.stopping, stoppingNames);
    const auto precise = decision.stopping == Stopping::Precision || !io.sound("stopping"_L1);
    const auto only = precise ? optional : absent(Text::tr("only with stopping = \"precision\""));
    io.number("precision"_L1, decision.precision, 0.001, 1.0, only);
    io.number("max_blocks"_L1, decision.maxBlocks, 6, 1000, only);
}

template <class Io>
void fields(Io& io, Guard& guard)
{
    io.choice("action"_L1, guard.action, guardActionNames);
    io.number("quiet_wait_s"_L1, guard.quietWaitS, 0.0, 3600.0);
}

template <class Io>
void fields(Io& io, Oracle& oracle)
{
    io.flag("probes"_L1, oracle.probes);
}

// The load's model decides which keys a level has; nullptr when that is not known.
template <class Io>
void fields(Io& io, Level& level, const LoadModel* model)
{
    io.text("name"_L1, level.name, rule::label, required);
    io.number("users"_L1, level.users, 1, 1'000'000, required);
    io.span("think_s"_L1, level.thinkMinS, level.thinkMaxS, 0.0, aDayS,
        model && *model != LoadModel::Users ? absent(Text::tr("only with load.model = \"users\"")) : optional);
    const auto elsewhere = absent(Text::tr("only with load.model = \"rate\""));
    const auto rate = !model ? optional : *model == LoadModel::Rate ? required : elsewhere;
    io.number("rate_per_s"_L1, level.ratePerS, 0.01, 1'000'000.0, rate);
}

template <class Io>
void fields(Io& io, Mapping& mapping)
{
    io.text("login_page_path"_L1, mapping.loginPagePath, rule::path);
    io.text("login_path"_L1, mapping.loginPath, rule::path);
    io.text("user_field"_L1, mapping.userField, rule::fieldName);
    io.text("password_field"_L1, mapping.passwordField, rule::fieldName);
    io.text("csrf_field"_L1, mapping.csrfField, rule::fieldNameOrNone);
    io.text("user"_L1, mapping.user, rule::accountPattern);
    io.text("password"_L1, mapping.password, rule::anyText);
    io.text("refresh_path"_L1, mapping.refreshPath, rule::path);
    io.text("identity"_L1, mapping.identity, rule::anyText);
    io.text("write_path"_L1, mapping.writePath, rule::path);
    io.text("logout_path"_L1, mapping.logoutPath, rule::path);
}

template <class Io>
void fields(Io& io, Arm& arm)
{
    io.text("name"_L1, arm.name, rule::label, required);
    io.text("url"_L1, arm.url, rule::serviceUrl, whenAny);
    const auto ours = arm.url.isEmpty();
    io.choice("store"_L1, arm.store, storeNames, ours ? required : absent(Text::tr("only without url")));
    const auto notOurs = absent(Text::tr("only without url"));
    io.number("instances"_L1, arm.instances, 1, 8, ours ? optional : notOurs);
    const auto with = [&](StoreKind kind, const QString& only) {
        return ours && (arm.store == kind || !io.sound("store"_L1)) ? optional : absent(only);
    };
    io.part("redis"_L1, arm.redis, with(StoreKind::Redis, Text::tr("only with store = \"redis\"")));
    io.part("sql"_L1, arm.sql, with(StoreKind::Sql, Text::tr("only with store = \"sql\"")));
    io.part("memcached"_L1, arm.memcached, with(StoreKind::Memcached, Text::tr("only with store = \"memcached\"")));
    io.part("session_server"_L1, arm.sessionServer,
        with(StoreKind::SessionServer, Text::tr("only with store = \"session-server\"")));
    io.part("token"_L1, arm.token, with(StoreKind::Token, Text::tr("only with store = \"token\"")));
    io.part(
        "replication"_L1, arm.replication, with(StoreKind::Replicated, Text::tr("only with store = \"replicated\"")));
    const auto holds = arm.store != StoreKind::Token || !io.sound("store"_L1);
    const auto nothingToCache = absent(Text::tr("only with a store that keeps sessions; with tokens the client does"));
    io.part("cache"_L1, arm.cache, !ours ? notOurs : holds ? optional : nothingToCache);
    const auto several = ours && (arm.instances > 1 || !io.sound("instances"_L1));
    io.part("balancer"_L1, arm.balancer, several ? optional : absent(Text::tr("only with 2 or more instances")));
    io.part("mapping"_L1, arm.mapping, ours ? absent(Text::tr("only with url")) : optional);
}

template <class Io>
void fields(Io& io, Event& event)
{
    io.choice("what"_L1, event.what, eventNames, required);
    const auto known = io.sound("what"_L1);
    const auto with
        = [&](bool makesSense, const QString& only) { return makesSense || !known ? optional : absent(only); };
    io.number("at_s"_L1, event.atS, 0.0, aDayS, required);
    io.number("for_s"_L1, event.forS, 0.0, aDayS,
        with(event.what != EventKind::Flush,
            Text::tr("only with what can be undone: nothing brings back what was flushed")));
    io.text("where"_L1, event.where, rule::label,
        !known                      ? whenAny
            : isScaling(event.what) ? absent(Text::tr("only with what happens at one place"))
                                    : required);
    io.words("arms"_L1, event.arms, rule::label);
    io.number("delay_ms"_L1, event.delayMs, 1, 60'000,
        with(event.what == EventKind::Delay, Text::tr("only with what = \"delay\"")));
    io.number("mib"_L1, event.mib, 1, 1 << 20,
        with(event.what == EventKind::MaxMemory, Text::tr("only with what = \"max-memory\"")));
}

template <class Io>
void fields(Io& io, Plan& plan)
{
    auto format = formatVersion;
    io.number("format"_L1, format, formatVersion, formatVersion, required);
    io.text("name"_L1, plan.name, rule::folderName, required);
    io.text("question"_L1, plan.question, rule::anyText, whenAny);
    io.number("seed"_L1, plan.seed, 0, std::numeric_limits<std::int64_t>::max());
    io.number("blocks"_L1, plan.blocks, 1, 1000);
    io.flag("twin"_L1, plan.twin);
    io.words("factor"_L1, plan.factor, rule::armKey);
    io.part("accounts"_L1, plan.accounts);
    io.part("server"_L1, plan.server);
    io.part("load"_L1, plan.load);
    io.part("phases"_L1, plan.phases);
    io.part("cpus"_L1, plan.cpus);
    io.part("decision"_L1, plan.decision);
    io.part("guard"_L1, plan.guard);
    io.part("oracle"_L1, plan.oracle);
    const auto* model = io.sound("load.model"_L1) ? &plan.load.model : nullptr;
    io.list("level"_L1, plan.levels, 1, 100, [model](auto& inner, Level& level) { fields(inner, level, model); });
    io.list("arm"_L1, plan.arms, 2, 16, [](auto& inner, Arm& arm) { fields(inner, arm); });
    io.list("event"_L1, plan.events, 0, 100, [](auto& inner, Event& event) { fields(inner, event); });
}

} // namespace ceteris::plan
