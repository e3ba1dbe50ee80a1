// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemrows.h"

#include <QTest>

const QByteArray soundPlan = QByteArrayLiteral(R"(format = 1
name = "small"
[accounts]
count = 100
[server]
cookie = "SESSION"
idle_timeout_s = 60
absolute_timeout_s = 600
[load]
model = "users"
[phases]
measure_s = 5
[cpus]
generator = [0]
server = [1]
store = [1]
[[level]]
name = "few"
users = 10
think_s = [0.5, 3]
[[arm]]
name = "memory"
store = "memory"
[[arm]]
name = "redis"
store = "redis"
[arm.redis]
namespace = "spring:session"
)");

QByteArray soundPlanWith(const QByteArray& piece, const QByteArray& replacement)
{
    auto text = soundPlan;
    const auto at = text.indexOf(piece);
    Q_ASSERT(at >= 0);
    return text.replace(at, piece.size(), replacement);
}

namespace {

void row(const char* name, const QByteArray& toml, const char* sentence)
{
    QTest::newRow(name) << toml << QString::fromUtf8(sentence);
}

void row(const char* name, const QByteArray& piece, const QByteArray& replacement, const char* sentence)
{
    row(name, soundPlanWith(piece, replacement), sentence);
}

void formatRows()
{
    row("no format", "format = 1\n", "", "p.toml: format is missing; allowed: 1.");
    row("another format", "format = 1\nname", "format = 2\nnames", "p.toml:1: format is 2; allowed: 1.");
    row("format as text", "format = 1", "format = \"1\"", "p.toml:1: format is \"1\"; allowed: 1.");
    row("format not first", "format = 1\nname = \"small\"", "name = \"small\"\nformat = 1",
        "p.toml:2: format is not the first key; allowed: above every other key.");
    row("syntax", "measure_s = 5",
        "measure_s = ", "p.toml:12: not valid TOML: Error while parsing key-value pair: expected value, saw '\\n'.");
    row("a key twice", "measure_s = 5", "measure_s = 5\nmeasure_s = 6",
        "p.toml:13: not valid TOML: Error while parsing key-value pair: cannot redefine existing integer 'measure_s'.");
    row("not UTF-8", "small", "sm\xff", "p.toml:2: not valid TOML: Encountered invalid utf-8 sequence.");
}

void typeRows()
{
    row("text for a number", "count = 100", "count = \"many\"",
        "p.toml:4: accounts.count is \"many\"; allowed: a whole number from 1 to 10000000.");
    row("fraction for a whole number", "users = 10", "users = 10.5",
        "p.toml:19: level[1].users is 10.5; allowed: a whole number from 1 to 1000000.");
    row("number for a text", "\"few\"", "7",
        "p.toml:18: level[1].name is 7; allowed: 1 to 64 printable characters, no space at either end.");
    row("number for a flag", "[load]", "csrf = 1\n[load]", "p.toml:9: server.csrf is 1; allowed: true or false.");
    row("date for a number", "measure_s = 5", "measure_s = 1979-05-27",
        "p.toml:12: phases.measure_s is 1979-05-27; allowed: a number from 0.1 to 86400.");
    row("value for a table", "[accounts]\ncount = 100", "accounts = 100",
        "p.toml:3: accounts is 100; allowed: a table.");
    row("table for a value", "store = [1]", "store = {}",
        "p.toml:16: cpus.store is a table; allowed: a list of different whole numbers from 0 to 1023.");
    row("table for a list", "[[level]]", "[level]",
        "p.toml:17: level is a table; allowed: 1 to 100 tables, each under a line [[level]].");
    row("number for a list", "server = [1]", "server = 1",
        "p.toml:15: cpus.server is 1; allowed: a list of different whole numbers from 0 to 1023.");
    row("three think times", "[0.5, 3]", "[0.5, 1, 3]",
        "p.toml:20: level[1].think_s is a list of 3; allowed: a number from 0 to 86400, or two of them as [least, "
        "most].");
}

void valueRows()
{
    row("choice", "store = \"redis\"", "store = \"rediss\"",
        "p.toml:26: arm[2].store is \"rediss\"; allowed: \"memory\", \"redis\", \"sql\", \"memcached\", "
        "\"session-server\", \"token\", \"replicated\".");
    row("too small", "measure_s = 5", "measure_s = 0",
        "p.toml:12: phases.measure_s is 0; allowed: a number from 0.1 to 86400.");
    row("not a number", "measure_s = 5", "measure_s = nan",
        "p.toml:12: phases.measure_s is nan; allowed: a number from 0.1 to 86400.");
    row("infinite", "measure_s = 5", "measure_s = inf",
        "p.toml:12: phases.measure_s is inf; allowed: a number from 0.1 to 86400.");
    row("negative seed", "name = \"small\"", "name = \"small\"\nseed = -1",
        "p.toml:3: seed is -1; allowed: a whole number from 0 to 9223372036854775807.");
    row("no blocks", "name = \"small\"", "name = \"small\"\nblocks = 0",
        "p.toml:3: blocks is 0; allowed: a whole number from 1 to 1000.");
    row("name with a slash", "small", "a/b",
        "p.toml:2: name is \"a/b\"; allowed: 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit.");
    row("cookie with a space", "SESSION", "MY SESSION",
        "p.toml:6: server.cookie is \"MY SESSION\"; allowed: 1 to 64 letters, digits and the signs !#$%&'*+-.^_`|~ "
        "(RFC 6265).");
    row("namespace with a star", "spring:session", "spring*",
        "p.toml:28: arm[2].redis.namespace is \"spring*\"; allowed: 1 to 100 letters, digits, ':', '.', '_' and '-'.");
    row("label with a line break", "\"few\"", "\"few\\n\"",
        "p.toml:18: level[1].name is \"few\\n\"; allowed: 1 to 64 printable characters, no space at either end.");
    row("think times reversed", "[0.5, 3]", "[3, 0.5]",
        "p.toml:20: level[1].think_s is [3, 0.5]; allowed: the smaller number first.");
    row("negative think time", "[0.5, 3]", "[-1, 3]",
        "p.toml:20: level[1].think_s is [-1, 3]; allowed: a number from 0 to 86400, or two of them as [least, most].");
    row("a CPU twice", "server = [1]", "server = [1, 1]",
        "p.toml:15: cpus.server is a list with 1 twice; allowed: a list of different whole numbers from 0 to 1023.");
    row("a CPU that cannot be", "server = [1]", "server = [1024]",
        "p.toml:15: cpus.server is a list with 1024; allowed: a list of different whole numbers from 0 to 1023.");
    row("url with a path", "store = \"memory\"", "url = \"http://a/b\"",
        "p.toml:23: arm[1].url is \"http://a/b\"; allowed: http://HOST:PORT or https://HOST:PORT, without a path or a "
        "slash at the end.");
    row("url of another kind", "store = \"memory\"", "url = \"ftp://a\"",
        "p.toml:23: arm[1].url is \"ftp://a\"; allowed: http://HOST:PORT or https://HOST:PORT, without a path or a "
        "slash at the end.");
    row("path without a slash", "store = \"memory\"", "url = \"http://a\"\nmapping.login_path = \"login\"",
        "p.toml:24: arm[1].mapping.login_path is \"login\"; allowed: a path that begins with '/', without spaces.");
    row("user without a number", "store = \"memory\"", "url = \"http://a\"\nmapping.user = \"me\"",
        "p.toml:24: arm[1].mapping.user is \"me\"; allowed: a text with {n} where the number of the account belongs.");
}

void presenceRows()
{
    row("unknown key", "measure_s", "mesure_s",
        "p.toml:12: phases.mesure_s is an unknown key (did you mean \"measure_s\"?); allowed: \"idle_s\", "
        "\"login_grace_s\", "
        "\"warmup_s\", \"measure_s\", \"drain_s\", \"washout_s\".");
    row("unknown key like none", "measure_s", "colour",
        "p.toml:12: phases.colour is an unknown key; allowed: \"idle_s\", \"login_grace_s\", \"warmup_s\", "
        "\"measure_s\", "
        "\"drain_s\", \"washout_s\".");
    row("unknown table", "[phases]", "[stages]",
        "p.toml:11: stages is an unknown key; allowed: \"format\", \"name\", \"question\", \"seed\", \"blocks\", "
        "\"twin\", "
        "\"factor\", \"accounts\", \"server\", \"load\", \"phases\", \"cpus\", \"decision\", \"guard\", "
        "\"oracle\", \"level\", \"arm\", \"event\".");
    row("unknown key that must be quoted", "measure_s", "\"a\\nb\"",
        "p.toml:12: phases.\"a\\nb\" is an unknown key; allowed: \"idle_s\", \"login_grace_s\", \"warmup_s\", "
        "\"measure_s\", "
        "\"drain_s\", \"washout_s\".");
    row("missing name", "name = \"small\"\n", "",
        "p.toml: name is missing; allowed: 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit.");
    row("missing name of a level", "name = \"few\"\n", "",
        "p.toml:17: level[1].name is missing; allowed: 1 to 64 printable characters, no space at either end.");
    row("missing users", "users = 10\n", "",
        "p.toml:17: level[1].users is missing; allowed: a whole number from 1 to 1000000.");
    row("missing store", "store = \"memory\"\n", "",
        "p.toml:21: arm[1].store is missing; allowed: \"memory\", \"redis\", \"sql\", \"memcached\", "
        "\"session-server\", \"token\", \"replicated\".");
    row("one arm", "[[arm]]\nname = \"memory\"\nstore = \"memory\"\n", "",
        "p.toml:21: arm is a list of 1; allowed: 2 to 16 tables, each under a line [[arm]].");
    row("redis without its store", "store = \"redis\"", "store = \"memory\"",
        "p.toml:27: arm[2].redis is a table; allowed: only with store = \"redis\".");
    row("a group's key alone", "namespace = \"spring:session\"", "replicas = 2",
        "p.toml:28: arm[2].redis.replicas is 2; allowed: only with deployment = \"sentinel\" or \"cluster\".");
    row("a cluster's key in a group", "namespace = \"spring:session\"",
        "deployment = \"sentinel\"\nfull_coverage = false",
        "p.toml:29: arm[2].redis.full_coverage is false; allowed: only with deployment = \"cluster\".");
    row("a group over a socket", "namespace = \"spring:session\"", "transport = \"unix\"\ndeployment = \"sentinel\"",
        "p.toml:29: arm[2].redis.deployment is \"sentinel\"; allowed: only with transport = \"tcp\" and another layout "
        "than \"indexed\".");
    row("mapping without url", "[arm.redis]\nnamespace = \"spring:session\"", "[arm.mapping]",
        "p.toml:27: arm[2].mapping is a table; allowed: only with url.");
    row("a cache of tokens", "store = \"memory\"", "store = \"token\"\ncache.kind = \"local\"",
        "p.toml:24: arm[1].cache is a table; allowed: only with a store that keeps sessions; with tokens the client "
        "does.");
    row("how long nothing is cached", "store = \"memory\"", "store = \"memory\"\ncache.ttl_s = 30",
        "p.toml:24: arm[1].cache.ttl_s is 30; allowed: only with kind = \"local\" or \"redis\".");
    row("sign-ins that end in a trial", "store = \"memory\"", "store = \"token\"\ntoken.refresh_s = 10",
        "p.toml:24: arm[1].token.refresh_s is 10; allowed: 36 or more, as long as the longest trial takes.");
    row("tokens that end at once", "store = \"memory\"", "store = \"token\"\ntoken.access_s = 1",
        "p.toml:24: arm[1].token.access_s is 1; allowed: a whole number from 2 to 31536000.");
    row("renewals at any time", "store = \"memory\"", "store = \"token\"\ntoken.renewal = \"late\"",
        "p.toml:24: arm[1].token.renewal is \"late\"; allowed: \"early\", \"refused\".");
    row("no tab", "store = \"memory\"", "store = \"token\"\ntoken.tabs = 0",
        "p.toml:24: arm[1].token.tabs is 0; allowed: a whole number from 1 to 10.");
    auto several = soundPlanWith("name = \"small\"", "name = \"small\"\nfactor = [\"store\", \"instances\"]");
    several.replace("store = \"memory\"", "store = \"token\"\ninstances = 2\ntoken.refresh_store = \"memory\"");
    row("refresh tokens of one instance", several,
        "p.toml:26: arm[1].token.refresh_store is \"memory\"; allowed: \"redis\" with 2 or more instances.");
    row("store with url", "store = \"memory\"", "store = \"memory\"\nurl = \"http://a\"",
        "p.toml:23: arm[1].store is \"memory\"; allowed: only without url.");
    row("rate for users", "users = 10", "users = 10\nrate_per_s = 5",
        "p.toml:20: level[1].rate_per_s is 5; allowed: only with load.model = \"rate\".");
    row("arrivals for users", "[phases]", "arrivals = \"fixed\"\n[phases]",
        "p.toml:11: load.arrivals is \"fixed\"; allowed: only with model = \"rate\".");
    row("think time for a rate",
        soundPlanWith("\"users\"", "\"rate\"").replace("users = 10", "users = 10\nrate_per_s = 5"),
        "p.toml:21: level[1].think_s is a list; allowed: only with load.model = \"users\".");
    row("missing rate", soundPlanWith("\"users\"", "\"rate\"").replace("think_s = [0.5, 3]\n", ""),
        "p.toml:17: level[1].rate_per_s is missing; allowed: a number from 0.01 to 1000000.");
    row("model misspelt hides nothing else",
        soundPlanWith("\"users\"", "\"rat\"").replace("users = 10", "users = 10\nrate_per_s = 5"),
        "p.toml:10: load.model is \"rat\"; allowed: \"users\", \"rate\".");
}

void crossRows()
{
    row("an arm's name twice", "name = \"redis\"", "name = \"memory\"",
        "p.toml:25: arm[2].name is \"memory\"; allowed: a name of its own (arm[1].name in line 22 has this one).");
    row("a level's name twice", "[[arm]]", "[[level]]\nname = \"few\"\nusers = 1\n[[arm]]",
        "p.toml:22: level[2].name is \"few\"; allowed: a name of its own (level[1].name in line 18 has this one).");
    row("more users than accounts", "users = 10", "users = 101",
        "p.toml:19: level[1].users is 101; allowed: at most accounts.count, 100.");
    row("idle longer than absolute", "idle_timeout_s = 60", "idle_timeout_s = 601",
        "p.toml:7: server.idle_timeout_s is 601; allowed: at most absolute_timeout_s, 600.");
    row("server on the generator's CPU", "server = [1]", "server = [0, 1]",
        "p.toml:15: cpus.server is a list with 0; allowed: no CPU that cpus.generator has too.");
    row("store on the generator's CPU", "store = [1]", "store = [1, 0]",
        "p.toml:16: cpus.store is a list with 0; allowed: no CPU that cpus.generator has too.");
}

void decisionRows()
{
    const auto with
        = [](const char* lines) { return soundPlanWith("[cpus]", QByteArray("[decision]\n") + lines + "\n[cpus]"); };
    row("a decision on another metric", with("metric = \"p99\""),
        "p.toml:14: decision.metric is \"p99\"; allowed: \"response_p50\", \"response_p95\", \"response_p99\", "
        "\"requests_per_s\", \"cpu_per_request\", \"bytes_per_session\".");
    row("a decision at another level", with("level = \"many\""),
        "p.toml:14: decision.level is \"many\"; allowed: the name of a level: \"few\".");
    row("a decision on an operation without requests", with("operation = \"logout\""),
        "p.toml:14: decision.operation is \"logout\"; allowed: an operation that the plan has (see server.csrf, "
        "load.write_share, load.logout).");
    row("a band of nothing", with("latency_band = 0"),
        "p.toml:14: decision.latency_band is 0; allowed: a number from 0.001 to 1.");
}

void factorRows()
{
    const QByteArray twoRedis = "[[arm]]\nname = \"memory\"\nstore = \"redis\"\n[arm.redis]\ntransport = \"unix\"\n"
                                "persistence = \"aof\"\n";
    const QByteArray memory = "[[arm]]\nname = \"memory\"\nstore = \"memory\"\n";
    row("arms that differ in another thing than the factor",
        soundPlanWith(memory, twoRedis).replace("name = \"small\"", "name = \"small\"\nfactor = [\"redis.transport\"]"),
        "p.toml:31: arm[2].redis.persistence is \"none\", in arm[1] \"aof\"; allowed: the same in every arm, because "
        "factor does not name \"redis.persistence\".");
    row("a factor that is no key", "name = \"small\"", "name = \"small\"\nfactor = [\"users\"]",
        "p.toml:3: factor is a list with \"users\"; allowed: a list of texts, each a key of [[arm]] and its "
        "tables, such as \"store\", \"instances\" or \"redis.save\".");
    row("a factor that is no list", "name = \"small\"", "name = \"small\"\nfactor = \"store\"",
        "p.toml:3: factor is \"store\"; allowed: a list of texts, each a key of [[arm]] and its tables, such "
        "as \"store\", \"instances\" or \"redis.save\".");
}

void controlRows()
{
    const auto with = [](const char* lines) { return soundPlanWith("[cpus]", QByteArray(lines) + "\n[cpus]"); };
    row("a precision without its stopping rule", with("[decision]\nprecision = 0.1"),
        "p.toml:14: decision.precision is 0.1; allowed: only with stopping = \"precision\".");
    row("no stopping rule at all", with("[decision]\nstopping = \"when significant\""),
        "p.toml:14: decision.stopping is \"when significant\"; allowed: \"fixed\", \"precision\", \"sequential\".");
    row("an arm with the twin's name",
        soundPlanWith("name = \"redis\"", "name = \"memory twin\"")
            .replace("name = \"small\"", "name = \"small\"\ntwin = true"),
        "p.toml:26: arm[2].name is \"memory twin\"; allowed: another name: twin = true takes this one.");
    row("a guard that looks away", with("[guard]\naction = \"ignore\""),
        "p.toml:14: guard.action is \"ignore\"; allowed: \"void\", \"mark\".");
    row("probes that are no yes or no", with("[oracle]\nprobes = 1"),
        "p.toml:14: oracle.probes is 1; allowed: true or false.");
}

void workloadRows()
{
    row("a sticky cookie of nginx",
        soundPlanWith(
            "store = \"redis\"\n", "store = \"redis\"\ninstances = 2\n[arm.balancer]\nmethod = \"sticky-cookie\"\n")
            .replace("name = \"small\"", "name = \"small\"\nfactor = [\"store\", \"instances\"]"),
        "p.toml:30: arm[2].balancer.method is \"sticky-cookie\"; allowed: another method, or kind = \"haproxy\": nginx "
        "has no sticky cookie.");
    row("a balancer before one instance", "store = \"redis\"\n", "store = \"redis\"\n[arm.balancer]\n",
        "p.toml:27: arm[2].balancer is a table; allowed: only with 2 or more instances.");
    row("networks before somebody's own service",
        soundPlanWith("model = \"users\"", "model = \"users\"\nnetworks = 3")
            .replace("store = \"memory\"", "url = \"http://127.0.0.1:1\""),
        "p.toml:11: load.networks is 3; allowed: 1, because an arm has a url.");
    row("visits that are not counted, at somebody's own service",
        soundPlanWith("model = \"users\"", "model = \"users\"\ncount_visits = false")
            .replace("store = \"memory\"", "url = \"http://127.0.0.1:1\""),
        "p.toml:11: load.count_visits is false; allowed: true, because an arm has a url.");
    row("more replicas to wait for than there are", "[arm.redis]",
        "[arm.redis]\ndeployment = \"sentinel\"\nwait_replicas = 2",
        "p.toml:29: arm[2].redis.wait_replicas is 2; allowed: at most redis.replicas, 1.");
    row("growth without writes", "model = \"users\"", "model = \"users\"\ngrow_bytes = 5",
        "p.toml:11: load.grow_bytes is 5; allowed: only with write_share above 0.");
    row("an image that no server takes", "model = \"users\"", "model = \"users\"\nimage_kib = 1025",
        "p.toml:11: load.image_kib is 1025; allowed: a whole number from 0 to 1024.");
}

} // namespace

void addProblemRows()
{
    workloadRows();
    formatRows();
    typeRows();
    valueRows();
    presenceRows();
    crossRows();
    decisionRows();
    factorRows();
    controlRows();
}
