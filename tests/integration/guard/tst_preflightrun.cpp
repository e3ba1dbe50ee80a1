// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redis/connection.h"
#include "app/run/preflight.h"
#include "app/run/targetcheck.h"
#include "app/services/redisservice.h"
#include "tests/support/knownserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using run::PreflightRow;
using run::Readiness;
using testsupport::Behaviour;
using testsupport::KnownServer;

Q_DECLARE_METATYPE(Behaviour)

namespace {

PreflightRow rowOf(const std::vector<PreflightRow>& rows, QStringView name)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
    return found == rows.end() ? PreflightRow {} : *found;
}

run::Target targetAt(const QString& url)
{
    run::Target target;
    target.url = url;
    target.isOurs = false;
    return target;
}

} // namespace

class TestPreflightRun : public QObject
{
    Q_OBJECT

private slots:
    void thisMachine();
    void signsInAndOut_data();
    void signsInAndOut();
    void nobodyThere();
    void asksRedis();
};

void TestPreflightRun::thisMachine()
{
    const QTemporaryDir folder;
    run::PreflightNeeds needs;
    needs.folder = folder.path() + u"/not/yet/there";
    needs.bytes = 1;
    needs.quietWaitS = 0;
    QElapsedTimer timer;
    timer.start();
    const auto preflight = run::runPreflight(needs, {});
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(preflight.mayStart());
    QVERIFY(!preflight.stopped);
    QVERIFY(preflight.canaryUs);
    for (const auto* name : { u"Other programs", u"Free memory", u"Open files", u"Free disk", u"Client ports" })
        QVERIFY(rowOf(preflight.rows, name).readiness != Readiness::Unavailable);
    qInfo("%lld ms\n%s", timer.elapsed(), qPrintable(run::preflightText(preflight.rows, preflight.evidence)));
    needs.bytes = 1e18;
    auto stopped = run::runPreflight(needs, { {}, [] { return true; } });
    QVERIFY(stopped.stopped);
    QVERIFY(!stopped.mayStart()); // there is no such disk
}

void TestPreflightRun::signsInAndOut_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("says"); // empty: well
    QTest::newRow("well") << Behaviour {} << QString();
    QTest::newRow("refuses") << Behaviour { .refusesLogins = true } << u"sign in: "_s;
    QTest::newRow("forgets") << Behaviour { .forgetShare = 1 } << u"refresh: session_lost"_s;
    QTest::newRow("errors") << Behaviour { .errorShare = 1 } << u"sign in: "_s;
}

void TestPreflightRun::signsInAndOut()
{
    QFETCH(Behaviour, behaviour);
    QFETCH(QString, says);
    const KnownServer server(behaviour);
    const auto rows = run::checkTarget(targetAt(server.url()));
    const auto row = rowOf(rows, u"Sign in, refresh, sign out");
    QVERIFY2((row.readiness == Readiness::Ok) == says.isEmpty(), qPrintable(row.value));
    QVERIFY2(row.value.startsWith(says), qPrintable(row.value));
}

void TestPreflightRun::nobodyThere()
{
    auto target = targetAt(u"http://127.0.0.1:1"_s);
    target.isOurs = true;
    const auto rows = run::checkTarget(target);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().readiness, Readiness::Fail);
    QVERIFY(rows.front().value.contains(u"127.0.0.1:1"));
}

void TestPreflightRun::asksRedis()
{
    const QTemporaryDir folder;
    auto redis = services::RedisService::start({ .settings = {}, .cpus = {}, .folder = folder.path() });
    if (!redis && redis.error().code == ErrorCode::ProgramMissing)
        QSKIP("needs redis-server; apt install redis-server");
    QVERIFY2(redis, redis ? "" : qPrintable(describe(redis.error())));
    const KnownServer server;
    auto target = targetAt(server.url());
    target.redis = (*redis)->address();
    auto rows = run::checkTarget(target);
    QVERIFY(rowOf(rows, u"Redis").value.startsWith(u"version "));
    QCOMPARE(rowOf(rows, u"Redis eviction").value, u"noeviction"_s);
    QCOMPARE(rowOf(rows, u"Redis keys").readiness, Readiness::Ok);
    auto connection = redis::Connection::open((*redis)->address(), 5s);
    QVERIFY(connection && connection->ask({ "SET", "stranger", "1" }));
    QVERIFY(connection->ask({ "CONFIG", "SET", "maxmemory-policy", "allkeys-lru" }));
    rows = run::checkTarget(target);
    QCOMPARE(rowOf(rows, u"Redis keys").readiness, Readiness::Warn);
    QCOMPARE(rowOf(rows, u"Redis eviction").readiness, Readiness::Warn);
    target.redis->password = u"wrong"_s;
    QCOMPARE(rowOf(run::checkTarget(target), u"Redis").readiness, Readiness::Fail);
}

QTEST_GUILESS_MAIN(TestPreflightRun)
#include "tst_preflightrun.moc"
