// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/load/loadrun.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using plan::Operation;
using testsupport::KnownServer;

// Bounds are wide, because the machine may be busy: they tell a right figure from a wrong one, not a good machine from
// a bad one.
class LoadTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void aConstantLatencyIsReported();
    void bothModesAreReported();
    void aFreezeShowsInResponseNotInService();
    void aClosedModelHidesIt();
};

void LoadTimesTest::aConstantLatencyIsReported()
{
    const KnownServer server({ .latenciesMs = { 50 } });
    const auto ran = run(plainSpec(server.url()));
    QVERIFY(ran);
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(refresh.counts.ok > 100);
    for (const auto* histogram : { &refresh.response, &refresh.service }) {
        QVERIFY(histogram->minUs() >= 50'000);
        QVERIFY(histogram->quantileUs(0.5) < 3 * 50'000);
    }
    QVERIFY(refresh.lag.quantileUs(0.5) < 50'000);
}

void LoadTimesTest::bothModesAreReported()
{
    std::vector<double> latencies(20, 10); // 5 % take 300 ms
    latencies.back() = 300;
    const KnownServer server({ .latenciesMs = latencies });
    auto spec = plainSpec(server.url());
    spec.users = 100;
    spec.timeoutS = 2;
    spec.timeline.measureS = 1.5;
    const auto ran = run(spec);
    QVERIFY(ran);
    const auto& service = record(ran->result, Phase::Measure, Operation::Refresh).service;
    QVERIFY(service.quantileUs(0.5) >= 10'000 && service.quantileUs(0.5) < 100'000);
    QVERIFY(service.quantileUs(0.99) >= 300'000 && service.quantileUs(0.99) < 900'000);
}

// 5 users and 100 arrivals a second: the freeze of 0.8 s stops all five, and some eighty arrivals wait for them.
void LoadTimesTest::aFreezeShowsInResponseNotInService()
{
    const KnownServer server({ .latenciesMs = { 1 }, .freezeAtS = 0.5, .freezeS = 0.8 });
    auto spec = plainSpec(server.url());
    spec.model = plan::LoadModel::Rate;
    spec.ratePerS = 100;
    spec.users = 5;
    spec.timeoutS = 10;
    spec.timeline.measureS = 2;
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QCOMPARE(refresh.counts.planned, std::uint64_t(200));
    QVERIFY(refresh.response.quantileUs(0.8) > 3 * refresh.service.quantileUs(0.8));
    QVERIFY(refresh.response.maxUs() >= 700'000);
    QVERIFY(refresh.lag.quantileUs(0.8) < refresh.response.quantileUs(0.8) / 3); // not the generator's fault
}

void LoadTimesTest::aClosedModelHidesIt()
{
    const KnownServer server({ .latenciesMs = { 1 }, .freezeAtS = 0.5, .freezeS = 0.8 });
    auto spec = plainSpec(server.url());
    spec.users = 5;
    spec.timeoutS = 10;
    spec.timeline.measureS = 2;
    const auto ran = run(spec);
    QVERIFY(ran);
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(refresh.counts.ok > 50);
    QVERIFY(refresh.response.quantileUs(0.8) < 250'000);
}

QTEST_GUILESS_MAIN(LoadTimesTest)
#include "tst_loadtimes.moc"
