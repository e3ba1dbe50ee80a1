// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/load/loadrun.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using plan::Operation;
using testsupport::Behaviour;
using testsupport::KnownServer;

// The oracle on the wire, against a site of known faults that shows only its users' names.
class OracleLoadTest : public QObject
{
    Q_OBJECT

private slots:
    void anHonestSiteKeepsItsPromises();
    void probesFollowEachLogout();
    void logoutsThatEndNothingAreFound();
    void leaksAreAnnounced();
    void forgottenSessionsAreFound();
    void brokenLinksAreNobodysFault();
    void visitorsAreNotWatched();
};

static LoadSpec watchedSpec(const QString& url)
{
    auto spec = visitSpec(url);
    spec.threads = 2;
    spec.writeShare = 0.2;
    spec.timeoutS = 5;
    spec.timeline.drainS = 6;
    spec.oracle = { .marks = true, .probes = true, .run = u"run"_s, .trial = 1, .arm = 0, .key = 5 };
    return spec;
}

static std::uint64_t violationsOf(const OracleReport& report)
{
    std::uint64_t sum = 0;
    for (const auto& count : report.counts)
        sum += count.violations;
    return sum;
}

void OracleLoadTest::anHonestSiteKeepsItsPromises()
{
    const KnownServer server;
    const auto ran = run(watchedSpec(server.url()));
    QVERIFY(ran);
    const auto& oracle = ran->result.oracle;
    const auto pages = total(ran->result, Operation::Refresh).ok;
    const auto writes = total(ran->result, Operation::Write).ok;
    QCOMPARE(violationsOf(oracle), std::uint64_t(0));
    QCOMPARE(oracle.of(Invariant::Identity).checks, pages);
    QCOMPARE(oracle.of(Invariant::LostSession).checks, pages + writes);
    QCOMPARE(oracle.of(Invariant::UniqueIds).checks, std::uint64_t(40));
    QCOMPARE(oracle.of(Invariant::Resurrected).checks, std::uint64_t(120));
    QCOMPARE(oracle.of(Invariant::ReadYourWrites).checks, std::uint64_t(0)); // the site shows nothing of it
}

void OracleLoadTest::probesFollowEachLogout()
{
    const KnownServer server;
    const auto ran = run(watchedSpec(server.url()));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto& probes = ran->result.probes;
    QVERIFY(probes.balanced());
    QCOMPARE(probes.ok, std::uint64_t(120));
    QCOMPARE(total(ran->result, Operation::Refresh).sent + probes.sent,
        server.tally().requests[plan::index(Operation::Refresh)]);
    QCOMPARE(ran->result.phases[std::size_t(Phase::Logout)].operations[plan::index(Operation::Refresh)].counts.planned,
        std::uint64_t(0));
}

void OracleLoadTest::logoutsThatEndNothingAreFound()
{
    const KnownServer server({ .keepsSessions = true });
    const auto ran = run(watchedSpec(server.url()));
    QVERIFY(ran);
    QCOMPARE(ran->result.oracle.of(Invariant::Resurrected).violations, std::uint64_t(120));
    QCOMPARE(violationsOf(ran->result.oracle), std::uint64_t(120));
}

void OracleLoadTest::leaksAreAnnounced()
{
    const KnownServer server({ .swapShare = 0.05 });
    const auto spec = watchedSpec(server.url());
    Generator generator(spec);
    QVERIFY(!generator.leaked());
    QVERIFY(generator.start());
    QTRY_VERIFY_WITH_TIMEOUT(generator.leaked(), 10'000);
    generator.stop();
    const auto result = generator.finish();
    const auto& leaks = result.oracle.of(Invariant::Leak);
    QVERIFY(leaks.violations > 0);
    QVERIFY(leaks.violations <= server.tally().swaps); // some may have been on their way at the stop
    QCOMPARE(result.oracle.of(Invariant::Identity).violations, leaks.violations);
}

void OracleLoadTest::forgottenSessionsAreFound()
{
    const KnownServer server({ .forgetShare = 0.05 });
    const auto ran = run(watchedSpec(server.url()));
    QVERIFY(ran);
    const auto& lost = ran->result.oracle.of(Invariant::LostSession);
    QVERIFY(lost.violations > 0);
    QCOMPARE(lost.violations, server.tally().forgotten);
    QCOMPARE(violationsOf(ran->result.oracle), lost.violations);
}

void OracleLoadTest::brokenLinksAreNobodysFault()
{
    const KnownServer server({ .errorShare = 0.05, .dropShare = 0.05, .silentShare = 0.02 });
    auto spec = watchedSpec(server.url());
    spec.timeoutS = 0.4;
    const auto ran = run(spec);
    QVERIFY(ran);
    QVERIFY(server.tally().errors > 0 && server.tally().drops > 0 && server.tally().silences > 0);
    QCOMPARE(violationsOf(ran->result.oracle), std::uint64_t(0));
    QVERIFY(ran->result.probes.balanced());
}

void OracleLoadTest::visitorsAreNotWatched()
{
    const KnownServer server;
    auto spec = plainSpec(server.url());
    spec.oracle = watchedSpec(server.url()).oracle;
    const auto ran = run(spec);
    QVERIFY(ran);
    QVERIFY(ran->result.oracle == OracleReport());
    QCOMPARE(ran->result.probes.sent, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(OracleLoadTest)
#include "tst_oracleload.moc"
