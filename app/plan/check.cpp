// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/check.h"

#include "app/plan/differences.h"
#include "app/plan/rules.h"
#include "app/plan/tomltext.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

QString keyOf(QStringView list, std::size_t index, QStringView key)
{
    return u"%1[%2].%3"_s.arg(list).arg(index + 1).arg(key);
}

template <class Named>
void checkNames(QStringView list, const std::vector<Named>& parts, Findings& findings)
{
    QHash<QString, QString> firstOf;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto key = keyOf(list, i, u"name");
        if (!findings.sound(key))
            continue;
        const auto first = firstOf.constFind(parts[i].name);
        if (first == firstOf.cend())
            firstOf.insert(parts[i].name, key);
        else
            findings.add(key, quoted(parts[i].name),
                Text::tr("a name of its own (%1 in line %2 has this one)").arg(*first).arg(findings.line(*first)));
    }
}

// The twin is an arm of its own, and so is its name.
void checkTwin(const Plan& plan, Findings& findings)
{
    const auto arms = withTwin(plan).arms;
    if (arms.empty() || !arms.back().isTwin)
        return;
    for (std::size_t i = 0; i + 1 < arms.size(); ++i)
        if (arms[i].name == arms.back().name)
            findings.add(
                keyOf(u"arm", i, u"name"), quoted(arms[i].name), Text::tr("another name: twin = true takes this one"));
}

void checkUsers(const Plan& plan, Findings& findings)
{
    if (!findings.sound(u"accounts.count"_s))
        return;
    for (std::size_t i = 0; i < plan.levels.size(); ++i) {
        const auto key = keyOf(u"level", i, u"users");
        if (findings.sound(key) && plan.levels[i].users > plan.accounts.count)
            findings.add(key, QString::number(plan.levels[i].users),
                Text::tr("at most accounts.count, %1").arg(plan.accounts.count));
    }
}

void checkTimeouts(const Server& server, Findings& findings)
{
    const auto idle = u"server.idle_timeout_s"_s;
    if (findings.sound(idle) && findings.sound(u"server.absolute_timeout_s"_s)
        && server.idleTimeoutS > server.absoluteTimeoutS)
        findings.add(idle, QString::number(server.idleTimeoutS),
            Text::tr("at most absolute_timeout_s, %1").arg(server.absoluteTimeoutS));
}

// The generator shares no core with what it measures; server and store may share.
void checkCpus(const Cpus& cpus, Findings& findings)
{
    const auto generator = u"cpus.generator"_s;
    if (!findings.sound(generator))
        return;
    const auto compare = [&](const QString& key, const std::vector<int>& others) {
        const auto shared = std::ranges::find_first_of(others, cpus.generator);
        if (findings.sound(key) && shared != others.end())
            findings.add(key, Text::tr("a list with %1").arg(*shared), Text::tr("no CPU that cpus.generator has too"));
    };
    compare(u"cpus.server"_s, cpus.server);
    compare(u"cpus.store"_s, cpus.store);
}

// A decision on something that is not measured would never be made.
void checkDecision(const Plan& plan, Findings& findings)
{
    const auto level = u"decision.level"_s;
    const auto isNamed = [&plan](const Level& it) { return it.name == plan.decision.level; };
    if (!plan.decision.level.isEmpty() && findings.sound(level) && std::ranges::none_of(plan.levels, isNamed)) {
        QStringList names;
        for (const auto& it : plan.levels)
            names += quoted(it.name);
        findings.add(level, quoted(plan.decision.level), Text::tr("the name of a level: %1").arg(names.join(u", "_s)));
    }
    const auto operation = u"decision.operation"_s;
    const auto& chosen = plan.decision.operation;
    const auto absent = (chosen == u"login_page" && !plan.server.csrf) || (chosen == u"logout" && !plan.load.logout)
        || (chosen == u"write" && plan.load.writeShare <= 0);
    if (absent && findings.sound(operation))
        findings.add(operation, quoted(chosen),
            Text::tr("an operation that the plan has (see server.csrf, load.write_share, load.logout)"));
    // Memory is told while users sign in, throughput where they come back by themselves.
    const auto& metric = plan.decision.metric;
    const auto only = metric == u"bytes_per_session" ? u"login"_s
        : metric == u"requests_per_s"                ? u"refresh"_s
                                                     : QString();
    if (!only.isEmpty() && chosen != only && findings.sound(operation) && findings.sound(u"decision.metric"_s))
        findings.add(operation, quoted(chosen), Text::tr("%1 with metric = %2").arg(quoted(only), quoted(metric)));
}

void checkTokens(const Plan& plan, Findings& findings)
{
    for (std::size_t i = 0; i < plan.arms.size(); ++i) {
        const auto& arm = plan.arms[i];
        const auto key = keyOf(u"arm", i, u"token.refresh_store");
        if (!arm.url.isEmpty() || arm.store != StoreKind::Token)
            continue;
        // A virtual user signs in once: a sign-in that ends by itself would seem to be a lost session.
        const auto refresh = keyOf(u"arm", i, u"token.refresh_s");
        const auto trialS = static_cast<int>(std::ceil(longestTrialS(plan)));
        if (arm.token.refreshS < trialS && findings.sound(refresh))
            findings.add(refresh, QString::number(arm.token.refreshS),
                Text::tr("%1 or more, as long as the longest trial takes").arg(trialS));
        // One that only one of several instances knows would be refused by the others.
        const auto isShared = arm.token.refreshStore == RefreshStore::Redis;
        if (arm.instances > 1 && !isShared && findings.sound(key))
            findings.add(key, quoted(u"memory"_s), Text::tr("\"redis\" with 2 or more instances"));
    }
}

// What these need is known of ceteris-server alone.
void checkOwnLoad(const Plan& plan, Findings& findings)
{
    if (std::ranges::all_of(plan.arms, [](const Arm& arm) { return arm.url.isEmpty(); }))
        return;
    const auto forbid = [&](const QString& key, double value, double allowed) {
        if (value != allowed && findings.sound(key))
            findings.add(key, QString::number(value), Text::tr("%1, because an arm has a url").arg(allowed));
    };
    if (!plan.load.countVisits && findings.sound(u"load.count_visits"_s))
        findings.add(u"load.count_visits"_s, u"false"_s, Text::tr("%1, because an arm has a url").arg(u"true"));
    forbid(u"load.image_kib"_s, plan.load.imageKib, 0);
    forbid(u"load.grow_bytes"_s, plan.load.growBytes, 0);
    forbid(u"load.bot_share"_s, plan.load.botShare, 0);
    forbid(u"load.networks"_s, plan.load.networks, 1);
}

// A write that waits for more replicas than there are would be refused each time.
void checkReplicas(const std::vector<Arm>& arms, Findings& findings)
{
    for (std::size_t i = 0; i < arms.size(); ++i) {
        const auto& redis = arms[i].redis;
        const auto key = keyOf(u"arm", i, u"redis.wait_replicas");
        if (redis.waitReplicas > redis.replicas && findings.sound(key)
            && findings.sound(keyOf(u"arm", i, u"redis.replicas")))
            findings.add(
                key, QString::number(redis.waitReplicas), Text::tr("at most redis.replicas, %1").arg(redis.replicas));
    }
}

void checkBalancers(const std::vector<Arm>& arms, Findings& findings)
{
    for (std::size_t i = 0; i < arms.size(); ++i) {
        const auto& [kind, method] = arms[i].balancer;
        const auto key = keyOf(u"arm", i, u"balancer.method");
        if (findings.sound(key) && findings.sound(keyOf(u"arm", i, u"balancer.kind")) && kind == BalancerKind::Nginx
            && method == BalancerMethod::StickyCookie)
            findings.add(key, quoted(u"sticky-cookie"_s),
                Text::tr("another method, or kind = \"haproxy\": nginx has no sticky cookie"));
    }
}

// All else equal: arms that differ in two things would leave open which of them made the difference.
void checkFactor(const Plan& plan, Findings& findings)
{
    if (plan.arms.empty() || !findings.sound(u"arm"_s) || !findings.sound(u"factor"_s))
        return;
    QStringList keys;
    for (const auto& arm : plan.arms)
        for (const auto& difference : differences(arm, plan.arms.front()))
            if (!keys.contains(difference.key))
                keys += difference.key;
    if (plan.factor.isEmpty() && keys.size() <= 1)
        return;
    for (std::size_t i = 1; i < plan.arms.size(); ++i) {
        for (const auto& [key, value, controlValue] : differences(plan.arms[i], plan.arms.front()))
            if (!plan.factor.contains(key))
                findings.add(keyOf(u"arm", i, key), Text::tr("%1, in arm[1] %2").arg(value, controlValue),
                    plan.factor.isEmpty()
                        ? Text::tr("arms that differ in one thing, or the keys that may differ in factor = [...]")
                        : Text::tr("the same in every arm, because factor does not name %1").arg(quoted(key)));
    }
}

} // namespace

void check(const Plan& plan, Findings& findings)
{
    checkNames(u"level", plan.levels, findings);
    checkNames(u"arm", plan.arms, findings);
    checkTwin(plan, findings);
    checkUsers(plan, findings);
    checkTimeouts(plan.server, findings);
    checkCpus(plan.cpus, findings);
    checkDecision(plan, findings);
    checkTokens(plan, findings);
    checkOwnLoad(plan, findings);
    checkReplicas(plan.arms, findings);
    checkBalancers(plan.arms, findings);
    checkFactor(plan, findings);
    checkEvents(plan, findings);
}

} // namespace ceteris::plan
