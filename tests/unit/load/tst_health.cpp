// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/healthbook.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace std::chrono_literals;

// A warm-up of 1 s, then a window of 2 s; the clock is the test's own.
class HealthTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_book = begun(); }
    void ticksAreLateByTheWait();
    void aLongHiccupCountsForEachTick();
    void nothingTicksOutsideTheWindow();
    void requestsFallIntoSlots();
    void renewalsAreNoArrivals();
    void timeInsideIsCountedUp();
    void aStoppedRunIsShorter();
    void loginsAreNotMeasured();
    void threadsAddUp();
    void sendTimesHaveNoHole();
    void worstSeconds_data();
    void worstSeconds();
    void sharesAndOmission();

private:
    HealthBook begun() const
    {
        HealthBook book;
        book.beginLeg({ { { Phase::Warmup, 0s, 1s }, { Phase::Measure, 1s, 3s } }, 1s }, m_start);
        return book;
    }
    Flight flight(Duration planned, Duration ready, Duration sent) const
    {
        return { plan::Operation::Write, m_start + planned, m_start + ready, m_start + sent };
    }

    const TimePoint m_start { 100s };
    HealthBook m_book;
};

void HealthTest::ticksAreLateByTheWait()
{
    QCOMPARE(m_book.nextTick(), m_start + 1010ms);
    m_book.tick(m_start + 1009ms);
    QVERIFY(m_book.health().hiccup.isEmpty());
    m_book.tick(m_start + 1010ms + 70us);
    QCOMPARE(m_book.health().hiccup.count(), std::uint64_t(1));
    QCOMPARE(m_book.health().hiccup.maxUs(), std::int64_t(70));
    QCOMPARE(m_book.nextTick(), m_start + 1020ms);
}

// Or a stall of 300 ms would be one value among thousands.
void HealthTest::aLongHiccupCountsForEachTick()
{
    m_book.tick(m_start + 1310ms);
    QCOMPARE(m_book.health().hiccup.count(), std::uint64_t(31));
    QCOMPARE(m_book.health().hiccup.maxUs(), std::int64_t(300'000));
    QVERIFY(m_book.health().hiccup.quantileUs(0.5) >= 150'000);
}

void HealthTest::nothingTicksOutsideTheWindow()
{
    m_book.tick(m_start + 3500ms);
    QCOMPARE(m_book.health().hiccup.count(), std::uint64_t(199));
    QCOMPARE(m_book.nextTick(), TimePoint::max());
    QCOMPARE(HealthBook().nextTick(), TimePoint::max());
}

void HealthTest::requestsFallIntoSlots()
{
    m_book.sent(flight(900ms, 900ms, 1010ms), {}, 1); // of the warm-up, sent late
    m_book.sent(flight(1050ms, 1190ms, 1210ms), {}, 2);
    m_book.endLeg(m_start + 3001ms);
    const auto& health = m_book.health();
    QCOMPARE(health.windowS, 2.0);
    QCOMPARE(health.readyPerSlot.size(), std::size_t(20));
    QCOMPARE(health.readyPerSlot[1], 1u);
    QCOMPARE(health.sentPerSlot[0], 1u);
    QCOMPARE(health.sentPerSlot[2], 1u);
    QCOMPARE(health.sendTimesS, (std::vector { 0.01, 0.21 }));
    QCOMPARE(health.bytesSent, std::uint64_t(2));
}

// They come when tokens end: they would spoil the shape of what was planned, but their time is inside.
void HealthTest::renewalsAreNoArrivals()
{
    auto renewal = flight(1100ms, 1100ms, 1100ms);
    renewal.operation = plan::Operation::Renew;
    m_book.sent(renewal, {}, 0);
    m_book.ended(renewal, m_start + 1400ms, true);
    m_book.endLeg(m_start + 3s);
    const auto& health = m_book.health();
    QVERIFY(health.sendTimesS.empty());
    QCOMPARE(health.sentPerSlot[1], 0u);
    QCOMPARE(health.readyPerSlot[1], 0u);
    QVERIFY(std::abs(health.insideS - 0.3) < 1e-9);
}

void HealthTest::timeInsideIsCountedUp()
{
    const auto early = flight(900ms, 900ms, 900ms);
    const auto one = flight(1100ms, 1200ms, 1200ms);
    const auto two = flight(1150ms, 1150ms, 1250ms);
    m_book.sent(early, 5s, 1);
    m_book.sent(one, 500ms, 1);
    m_book.ended(early, m_start + 1220ms, false);
    m_book.sent(two, 250ms, 1);
    m_book.ended(one, m_start + 1400ms, true);
    m_book.endLeg(m_start + 3s);
    m_book.ended(two, m_start + 3500ms, false); // in the drain
    const auto& health = m_book.health();
    QCOMPARE(health.insideS, 0.3 + 2.35);
    QCOMPARE(health.lostS, 2.35);
    QCOMPARE(health.thinkS, 0.75);
    QCOMPARE(health.ended, std::uint64_t(2));
}

void HealthTest::aStoppedRunIsShorter()
{
    m_book.sent(flight(1050ms, 1050ms, 1050ms), {}, 0);
    m_book.endLeg(m_start + 1560ms);
    QCOMPARE(m_book.health().windowS, 0.56);
    QCOMPARE(m_book.health().sentPerSlot.size(), std::size_t(5));
    QCOMPARE(m_book.nextTick(), TimePoint::max());
}

void HealthTest::loginsAreNotMeasured()
{
    HealthBook book;
    book.beginLeg({ { { Phase::Login, 0s, 1s } }, 1s }, m_start);
    book.tick(m_start + 500ms);
    book.sent(flight(100ms, 100ms, 100ms), {}, 10);
    book.ended(flight(100ms, 100ms, 100ms), m_start + 200ms, false);
    book.heldUp(3);
    book.endLeg(m_start + 1s);
    QVERIFY(book.health().hiccup.isEmpty());
    QCOMPARE(book.health().bytesSent, std::uint64_t(0));
    QCOMPARE(book.health().heldUp, std::uint64_t(0));
    QCOMPARE(book.health().insideS, 0.0);
}

void HealthTest::threadsAddUp()
{
    auto other = begun();
    for (auto* book : { &m_book, &other }) {
        const auto request = flight(1100ms, 1100ms, 1100ms);
        book->sent(request, 1s, 5);
        book->ended(request, m_start + 1300ms, false);
        book->heldUp(2);
        book->tick(m_start + 1010ms);
        book->endLeg(m_start + 3s);
    }
    GeneratorHealth sum;
    sum.add(m_book.health());
    sum.add(other.health());
    QCOMPARE(sum.windowS, 2.0);
    QCOMPARE(sum.hiccup.count(), 2 * m_book.health().hiccup.count());
    QCOMPARE(sum.sentPerSlot[1], 2u);
    QCOMPARE(sum.readyPerSlot[1], 2u);
    QCOMPARE(sum.sendTimesS, (std::vector { 0.1, 0.1 }));
    QCOMPARE(sum.bytesSent, std::uint64_t(10));
    QCOMPARE(sum.heldUp, std::uint64_t(4));
    QCOMPARE(sum.insideS, 0.4);
    QCOMPARE(sum.lostS, 0.4);
    QCOMPARE(sum.thinkS, 2.0);
    QCOMPARE(sum.ended, std::uint64_t(2));
}

// The busy thread has kept its first 5 001 sends and no more: what the calm one sent later stands alone.
void HealthTest::sendTimesHaveNoHole()
{
    GeneratorHealth busy;
    for (std::size_t i = 0; i < mostSendTimes; ++i)
        busy.sendTimesS.push_back(double(i) * 1e-4);
    GeneratorHealth calm;
    calm.sendTimesS = { 0.05, 0.25, 0.9 };
    GeneratorHealth sum;
    sum.add(calm);
    sum.add(busy);
    QCOMPARE(sum.sendTimesS.size(), mostSendTimes);
    QVERIFY(std::is_sorted(sum.sendTimesS.begin(), sum.sendTimesS.end()));
    QVERIFY(sum.sendTimesS.back() <= 0.5);
    QCOMPARE(std::count(sum.sendTimesS.begin(), sum.sendTimesS.end(), 0.25), 2);
}

void HealthTest::worstSeconds_data()
{
    QTest::addColumn<std::size_t>("slot");
    QTest::addColumn<int>("missing");
    QTest::addColumn<double>("worst");
    QTest::newRow("all sent") << std::size_t(0) << 0 << 0.0;
    QTest::newRow("two crossed the edges") << std::size_t(12) << 2 << 0.0;
    QTest::newRow("ten missing") << std::size_t(12) << 10 << 0.08;
    QTest::newRow("ten too many") << std::size_t(19) << -10 << 0.08;
    QTest::newRow("in an unfinished second") << std::size_t(22) << 10 << 0.0;
}

void HealthTest::worstSeconds()
{
    QFETCH(std::size_t, slot);
    QFETCH(int, missing);
    GeneratorHealth health;
    health.readyPerSlot.assign(25, 10);
    health.sentPerSlot = health.readyPerSlot;
    health.sentPerSlot[slot] -= std::uint32_t(missing);
    QTEST(worstSecond(health), "worst");
}

void HealthTest::sharesAndOmission()
{
    metrics::Histogram histogram;
    histogram.record(100, 98);
    histogram.record(1000, 2);
    QCOMPARE(shareAbove(histogram, 100), 0.02);
    QCOMPARE(shareAbove(histogram, 1000), 0.0);
    QCOMPARE(shareAbove({}, 1), 0.0);
    QCOMPARE(omission(histogram, 0, 10, 100e-6), 2 * 9 / 100.0);
    QCOMPARE(omission(histogram, 0, 10, 600e-6), 0.0);
    QCOMPARE(omission(histogram, 100, 10, 1), 100 * 9 / 200.0);
    QCOMPARE(omission(histogram, 0, 10, 0), 0.0);
    QCOMPARE(omission({}, 0, 10, 1), 0.0);
}

QTEST_APPLESS_MAIN(HealthTest)
#include "tst_health.moc"
