// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomplan.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_random(seed)
    {
    }

    bool flag() { return m_random.below(2) == 1; }

    int whole(int low, int high)
    {
        return low + static_cast<int>(m_random.below(static_cast<std::uint64_t>(high - low) + 1));
    }

    // Round numbers as people write them and numbers with all their digits.
    double number(double low, double high)
    {
        const auto value = low + (high - low) * static_cast<double>(m_random.next() >> 11) * 0x1p-53;
        const auto rounded = std::clamp(static_cast<double>(static_cast<int>(value)), low, high);
        return flag() ? value : rounded;
    }

    template <class Enum>
    Enum any(int count)
    {
        return static_cast<Enum>(whole(0, count - 1));
    }

    QString text(const QString& alphabet, int longest)
    {
        const auto points = alphabet.toUcs4();
        QString text = u"a"_s;
        for (auto left = whole(0, longest - 1); left > 0; --left) {
            const char32_t point = points[whole(0, static_cast<int>(points.size()) - 1)];
            text += QString::fromUcs4(&point, 1);
        }
        return text + u'z';
    }

    QString anyText() { return text(u"aZ0 \"'\\#=[]{}\n\t\r\u0001\u007f\u00e9\uc138\U0001f600"_s, 30); }
    QString label() { return text(u"aZ0 \"'\\#=[],;\u00e9\uc138\U0001f600"_s, 15); }
    QString simple() { return text(u"aZ09._-"_s, 15); }
    QString path() { return u'/' + text(u"aZ09/._-?=&%{}"_s, 20); }

    // Disjoint halves of the CPUs: even ones for the generator, odd ones for what it measures.
    std::vector<int> cpus(int oddOrEven)
    {
        std::vector<int> cpus;
        for (auto left = whole(0, 4); left > 0; --left)
            cpus.push_back(left * 2 + oddOrEven);
        return cpus;
    }

    std::uint64_t word() { return m_random.next(); }

private:
    Random m_random;
};

Mapping randomMapping(Dice& dice)
{
    const auto csrf = dice.flag() ? dice.label() : QString();
    return { dice.path(), dice.path(), dice.label(), dice.label(), csrf, dice.simple() + u"{n}"_s, dice.anyText(),
        dice.path(), dice.flag() ? dice.anyText() : QString(), dice.path(), dice.path() };
}

// What stands where one Redis would stand alone.
void deploy(Redis& redis, Dice& dice)
{
    redis.deployment = dice.any<RedisDeployment>(3);
    if (redis.deployment == RedisDeployment::Single)
        return;
    redis.replicas = dice.whole(0, 2);
    redis.waitReplicas = dice.whole(0, redis.replicas);
    redis.waitMs = dice.whole(1, 500);
    if (redis.deployment == RedisDeployment::Sentinel) {
        redis.downAfterMs = dice.whole(100, 60'000);
        return;
    }
    redis.masters = dice.whole(3, 6);
    redis.nodeTimeoutMs = dice.whole(500, 60'000);
    redis.fullCoverage = dice.flag();
}

Redis randomRedis(Dice& dice)
{
    Redis redis;
    redis.transport = dice.any<Transport>(2);
    redis.persistence = dice.any<Persistence>(3);
    redis.maxMemoryMib = dice.flag() ? dice.whole(0, 4096) : 0;
    redis.save = dice.any<RedisSave>(2);
    redis.layout = dice.any<RedisLayout>(3);
    redis.writes = dice.any<RedisWrites>(3);
    redis.touchS = dice.whole(0, 86'400);
    if (redis.layout != RedisLayout::Connect) {
        redis.nameSpace = dice.simple();
        redis.values = dice.any<RedisValues>(2);
        redis.read = dice.any<RedisRead>(2);
    }
    if (redis.transport == Transport::Tcp && redis.layout != RedisLayout::Indexed)
        deploy(redis, dice);
    return redis;
}

Arm randomArm(Dice& dice, int index)
{
    Arm arm;
    arm.name = dice.label() + QString::number(index);
    if (dice.flag()) {
        arm.url = u"http://127.0.0.1:%1"_s.arg(dice.whole(1, 65535));
        arm.mapping = randomMapping(dice);
        return arm;
    }
    arm.store = dice.any<StoreKind>(7);
    arm.instances = dice.whole(1, 8);
    if (arm.instances > 1)
        arm.balancer.method = dice.any<BalancerMethod>(3);
    if (arm.store == StoreKind::Token) {
        arm.token.refreshStore = RefreshStore::Redis;
        arm.token.accessS = dice.whole(2, 31'536'000);
        arm.token.refreshS = 31'536'000; // longer than any trial
        arm.token.renewal = dice.any<Renewal>(2);
        arm.token.tabs = dice.whole(1, 10);
    }
    if (dice.flag() && arm.store != StoreKind::Token)
        arm.cache.kind = dice.any<CacheKind>(3);
    if (arm.cache.kind != CacheKind::None)
        arm.cache.ttlS = dice.whole(1, 86'400);
    if (arm.store == StoreKind::Redis)
        arm.redis = randomRedis(dice);
    return arm;
}

Level randomLevel(Dice& dice, int index, const Plan& plan)
{
    Level level;
    level.name = dice.label() + QString::number(index);
    level.users = dice.whole(1, std::min(plan.accounts.count, 1'000'000));
    if (plan.load.model == LoadModel::Rate) {
        level.ratePerS = dice.number(0.01, 1'000'000);
        return level;
    }
    level.thinkMinS = dice.number(0, 10);
    level.thinkMaxS = dice.flag() ? level.thinkMinS : dice.number(10, 86'400);
    return level;
}

Load randomLoad(Dice& dice)
{
    Load load;
    load.model = dice.any<LoadModel>(2);
    if (load.model == LoadModel::Rate)
        load.arrivals = dice.any<Arrivals>(2);
    load.countVisits = dice.flag();
    load.spawnPerS = dice.number(0.01, 100'000);
    load.writeShare = dice.number(0, 1);
    load.logout = dice.flag();
    if (load.writeShare > 0)
        load.growBytes = dice.whole(0, 16'384);
    load.imageKib = dice.whole(0, 1024);
    load.botShare = dice.number(0, 0.9);
    load.networks = dice.whole(1, 250);
    load.timeoutS = dice.number(0.1, 3600);
    load.threads = dice.whole(1, 64);
    return load;
}

} // namespace

Plan randomPlan(std::uint64_t seed)
{
    Dice dice(seed);
    Plan plan;
    plan.name = dice.simple();
    plan.question = dice.flag() ? dice.anyText() : QString();
    plan.seed = dice.word() >> 1;
    plan.blocks = dice.whole(1, 1000);
    plan.twin = dice.flag();
    plan.factor = { u"store"_s, u"url"_s, u"instances"_s, u"balancer.method"_s, u"cache.kind"_s, u"cache.ttl_s"_s,
        u"token.access_s"_s, u"token.renewal"_s, u"token.tabs"_s };
    for (const auto& key :
        { u"namespace"_s, u"transport"_s, u"persistence"_s, u"max_memory_mib"_s, u"save"_s, u"layout"_s, u"values"_s,
            u"writes"_s, u"read"_s, u"touch_s"_s, u"deployment"_s, u"replicas"_s, u"wait_replicas"_s, u"wait_ms"_s,
            u"down_after_ms"_s, u"masters"_s, u"node_timeout_ms"_s, u"full_coverage"_s })
        plan.factor += u"redis."_s + key;
    plan.accounts = { dice.whole(1, 10'000'000), u"bcrypt"_s, dice.whole(4, 16), dice.any<SqlEngine>(3) };
    plan.server = { dice.whole(1, 256), dice.whole(0, 256), dice.flag(), dice.text(u"aZ9!#$%&'*+-.^_`|~"_s, 20),
        dice.whole(1, 1000), dice.whole(1000, 31'536'000) };
    plan.load = randomLoad(dice);
    plan.phases = { dice.number(0, 3600), dice.number(0, 86'400), dice.number(0, 86'400), dice.number(0.1, 86'400),
        dice.number(0, 3600), dice.number(0, 86'400) };
    plan.cpus = { dice.cpus(0), dice.cpus(1), dice.cpus(1) };
    for (int i = dice.whole(1, 6); i > 0; --i)
        plan.levels.push_back(randomLevel(dice, i, plan));
    for (int i = dice.whole(2, 6); i > 0; --i)
        plan.arms.push_back(randomArm(dice, i));
    if (std::ranges::any_of(plan.arms, [](const Arm& arm) { return !arm.url.isEmpty(); })) {
        plan.load.imageKib = plan.load.growBytes = 0;
        plan.load.botShare = 0;
        plan.load.countVisits = true;
        plan.load.networks = 1;
    }
    plan.decision.operation = dice.flag() ? u"refresh"_s : u"login"_s;
    plan.decision.metric = dice.flag() ? u"response_p95"_s : u"cpu_per_request"_s;
    if (dice.flag())
        plan.decision.level = plan.levels.back().name;
    plan.decision.bands
        = { dice.number(0.001, 1), dice.number(0.001, 1), dice.number(0.001, 1), dice.number(0.001, 1) };
    plan.decision.stopping = dice.any<Stopping>(3);
    if (plan.decision.stopping == Stopping::Precision) {
        plan.decision.precision = dice.number(0.001, 1);
        plan.decision.maxBlocks = dice.whole(6, 1000);
    }
    plan.guard = { dice.any<GuardAction>(2), dice.number(0, 3600) };
    plan.oracle = { dice.flag() };
    return withTwin(plan);
}

} // namespace ceteris::plan
