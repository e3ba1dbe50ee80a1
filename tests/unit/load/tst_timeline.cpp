// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/timeline.h"

#include <QTest>

using namespace ceteris::load;
using namespace std::chrono_literals;

class TimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void phasesFollowOneAnother();
    void phasesWithoutLengthAreLeftOut();
    void timesBelongToPhases_data();
    void timesBelongToPhases();
};

void TimelineTest::phasesFollowOneAnother()
{
    const auto legs = legsOf({ .loginS = 2, .warmupS = 3, .measureS = 4, .logoutS = 1, .drainS = 5 });
    QCOMPARE(legs.size(), std::size_t(3));
    QCOMPARE(legs[0].length(), Duration(2s));
    QCOMPARE(legs[1].windows.size(), std::size_t(2));
    QCOMPARE(legs[1].windows[1].begin, Duration(3s));
    QCOMPARE(legs[1].length(), Duration(7s));
    QCOMPARE(legs[2].length(), Duration(1s));
    for (const auto& leg : legs)
        QCOMPARE(leg.drain, Duration(5s));
}

void TimelineTest::phasesWithoutLengthAreLeftOut()
{
    const auto legs = legsOf({ .loginS = 0, .warmupS = 0, .measureS = 4, .logoutS = 0, .drainS = 5 });
    QCOMPARE(legs.size(), std::size_t(1));
    QCOMPARE(legs[0].windows.size(), std::size_t(1));
    QCOMPARE(legs[0].windows[0].phase, Phase::Measure);
    QCOMPARE(legs[0].windows[0].begin, Duration(0));
}

void TimelineTest::timesBelongToPhases_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<bool>("isInWindow");

    QTest::newRow("the first moment") << 0LL << Phase::Warmup << true;
    QTest::newRow("just before the change") << 2999LL << Phase::Warmup << true;
    QTest::newRow("the change") << 3000LL << Phase::Measure << true;
    QTest::newRow("just before the end") << 6999LL << Phase::Measure << true;
    QTest::newRow("the end") << 7000LL << Phase::Measure << false;
    QTest::newRow("in the drain") << 9000LL << Phase::Measure << false;
}

void TimelineTest::timesBelongToPhases()
{
    QFETCH(qint64, ms);
    QFETCH(Phase, phase);
    QFETCH(bool, isInWindow);
    const auto legs = legsOf({ .loginS = 0, .warmupS = 3, .measureS = 4, .logoutS = 0, .drainS = 5 });
    QCOMPARE(legs[0].phaseAt(std::chrono::milliseconds(ms)), phase);
    QCOMPARE(legs[0].contains(std::chrono::milliseconds(ms)), isInWindow);
}

QTEST_APPLESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
