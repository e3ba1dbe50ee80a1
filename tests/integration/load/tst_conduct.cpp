// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/honesty.h"
#include "tests/integration/load/loadrun.h"

#include <QTest>

#include <cmath>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using plan::Operation;
using results::Outcome;
using testsupport::KnownServer;

// What the generator writes down about itself in real runs.
class ConductTest : public QObject
{
    Q_OBJECT

private slots:
    void anIdleThreadTicks();
    void whatBusyUsersHoldUpIsTheServers();
    void whatIsCutOffIsInsideUntilThen();
    void formsAreWeighed();
    void aPoissonScheduleIsSentAsOne();
};

namespace {

LoadSpec rateSpec(const KnownServer& server, double ratePerS)
{
    auto spec = plainSpec(server.url());
    spec.model = plan::LoadModel::Rate;
    spec.ratePerS = ratePerS;
    spec.timeoutS = 5;
    spec.timeline.measureS = 1;
    return spec;
}

Outcome outcomeOf(const LoadSpec& spec, const LoadResult& result, QStringView check)
{
    for (const auto& row : run::judgeGenerator({ {}, spec, result, {}, {}, {} })) {
        if (row.check == check)
            return row.outcome;
    }
    return Outcome::Unavailable;
}

} // namespace

// One request in 200 ms: without a deadline of its own the tick would come with the next of them.
void ConductTest::anIdleThreadTicks()
{
    const KnownServer server;
    auto spec = rateSpec(server, 5);
    spec.arrivals = plan::Arrivals::Fixed;
    const auto ran = loadtest::run(spec);
    QVERIFY(ran);
    const auto& hiccup = ran->result.health.hiccup;
    QCOMPARE(hiccup.count(), std::uint64_t(99));
    QVERIFY2(hiccup.quantileUs(0.5) < 30'000, qPrintable(QString::number(hiccup.quantileUs(0.5))));
}

void ConductTest::whatBusyUsersHoldUpIsTheServers()
{
    const KnownServer server({ .latenciesMs = { 100 } });
    auto spec = rateSpec(server, 100);
    spec.users = 2;
    const auto ran = loadtest::run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto counts = ran->result.measured().counts;
    QVERIFY(counts.unsent > counts.planned / 2);
    QVERIFY(counts.unsent - ran->result.health.heldUp <= 2);
    QCOMPARE(outcomeOf(spec, ran->result, u"saturation"), Outcome::Mark);
}

void ConductTest::whatIsCutOffIsInsideUntilThen()
{
    const KnownServer server({ .freezeAtS = 0.5, .freezeS = 60 });
    auto spec = rateSpec(server, 100);
    spec.users = 10;
    const auto ran = loadtest::run(spec);
    QVERIFY(ran);
    const auto measured = ran->result.measured();
    QCOMPARE(measured.counts.censored, std::uint64_t(10));
    QCOMPARE(ran->result.health.ended, measured.counts.sent);
    QVERIFY(ran->result.health.lostS > 10 * 0.5);
    QCOMPARE(outcomeOf(spec, ran->result, u"littles_law"), Outcome::Ok);
}

void ConductTest::formsAreWeighed()
{
    const KnownServer server;
    auto spec = visitSpec(server.url());
    spec.writeShare = 0.3;
    const auto ran = loadtest::run(spec);
    QVERIFY(ran);
    const auto& write = record(ran->result, Phase::Measure, Operation::Write);
    QVERIFY(write.counts.sent > 10);
    const auto treatment = run::treatmentOf({}, spec.model, ran->result);
    // token=c1.1a2b3c4d.0000.00.17.1.5.1a2b3c4d&_csrf=token-of-user17, with up to two digits each
    QVERIFY2(treatment.formBytes >= 60 && treatment.formBytes <= 66, qPrintable(QString::number(treatment.formBytes)));
    QVERIFY(treatment.pageBytes > 50);
}

void ConductTest::aPoissonScheduleIsSentAsOne()
{
    const KnownServer server;
    auto spec = rateSpec(server, 200);
    spec.users = 100;
    spec.arrivals = plan::Arrivals::Poisson;
    spec.timeline.measureS = 4;
    const auto poisson = loadtest::run(spec);
    QVERIFY(poisson);
    QCOMPARE(outcomeOf(spec, poisson->result, u"arrival_dispersion"), Outcome::Ok);

    auto even = spec;
    even.arrivals = plan::Arrivals::Fixed;
    const auto metronome = loadtest::run(even);
    QVERIFY(metronome);
    QCOMPARE(outcomeOf(spec, metronome->result, u"arrival_dispersion"), Outcome::Mark);
}

QTEST_GUILESS_MAIN(ConductTest)
#include "tst_conduct.moc"
