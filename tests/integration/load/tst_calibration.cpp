// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/calibration.h"
#include "app/load/nullserver.h"
#include "tests/integration/load/loadrun.h"

#include <QElapsedTimer>
#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using plan::Operation;

class CalibrationTest : public QObject
{
    Q_OBJECT

private slots:
    void theNullServerAnswersEverybody();
    void theFloorIsPlausible();
    void cpusThatDoNotExistAreRefused();
};

void CalibrationTest::theNullServerAnswersEverybody()
{
    const auto server = NullServer::start({});
    QVERIFY(server);
    auto spec = plainSpec((*server)->url());
    spec.users = 100;
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(refresh.counts.ok > 100);
    QCOMPARE(refresh.counts.ok, refresh.counts.sent);
    QCOMPARE(refresh.newConnections, std::uint64_t(100));
    QCOMPARE(refresh.bytesReceived, 2 * refresh.counts.ok);
}

void CalibrationTest::theFloorIsPlausible()
{
    LoadSpec spec;
    spec.model = plan::LoadModel::Rate;
    spec.users = 50;
    spec.ratePerS = 300;
    QElapsedTimer timer;
    timer.start();
    const auto floor = measureFloor(spec, {}, 2);
    QVERIFY(floor);
    QVERIFY2(timer.elapsed() < 3 * 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(floor->hiccupP50Us > 0 && floor->hiccupP50Us <= floor->hiccupP99Us);
    QVERIFY(floor->hiccupP99Us <= floor->hiccupP999Us);
    QVERIFY(floor->lagP99Us > 0);
    QVERIFY(floor->nullP50Us > 0 && floor->nullP50Us < 100'000);
    QVERIFY2(floor->maxPerS > 1000, qPrintable(QString::number(floor->maxPerS)));
    qInfo("hiccup p50 %.0f p99 %.0f p99.9 %.0f us, lag p99 %.0f us, null p50 %.0f us, max %.0f/s", floor->hiccupP50Us,
        floor->hiccupP99Us, floor->hiccupP999Us, floor->lagP99Us, floor->nullP50Us, floor->maxPerS);
}

void CalibrationTest::cpusThatDoNotExistAreRefused()
{
    const auto floor = measureFloor(LoadSpec {}, { 1000 }, 0.1);
    QVERIFY(!floor);
    QCOMPARE(floor.error().code, ErrorCode::LoadNotStarted);
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
