// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/recorder.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace std::chrono_literals;
using plan::Operation;

class RecorderTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreTakenFromThePlan();
    void requestsBelongToThePhaseOfTheirPlan();
    void onlyAnswersInTheWindowAreCompleted();
    void failuresKeepTheirClass_data();
    void failuresKeepTheirClass();
    void intervalsAddUpToThePhase();
    void windowsAreAsTheyWereRun();

private:
    const TimePoint m_start { 1000s };
    Flight flightAt(Duration planned) const
    {
        return { Operation::Refresh, m_start + planned, m_start + planned + 2ms, m_start + planned + 3ms };
    }
    void begin(Recorder& recorder) const
    {
        recorder.beginLeg(
            legsOf({ .loginS = 0, .warmupS = 10, .measureS = 10, .logoutS = 0, .drainS = 5 })[0], m_start);
    }
    const OperationRecord& refreshes(const Recorder& recorder, Phase phase) const
    {
        return recorder.phases()[std::size_t(phase)].operations[plan::index(Operation::Refresh)];
    }
};

void RecorderTest::timesAreTakenFromThePlan()
{
    Recorder recorder;
    begin(recorder);
    const auto flight = flightAt(11s);
    recorder.planned(flight.operation, flight.planned);
    recorder.sent(flight);
    recorder.ended(flight, { flight.sent + 7ms, {}, true, 100 });
    const auto& record = refreshes(recorder, Phase::Measure);
    QCOMPARE(record.response.maxUs(), std::int64_t(10'000));
    QCOMPARE(record.service.maxUs(), std::int64_t(7'000));
    QCOMPARE(record.lag.maxUs(), std::int64_t(1'000));
    QCOMPARE(record.newConnections, std::uint64_t(1));
    QCOMPARE(record.bytesReceived, std::uint64_t(100));
    QVERIFY(record.counts.balanced());
}

void RecorderTest::requestsBelongToThePhaseOfTheirPlan()
{
    Recorder recorder;
    begin(recorder);
    const auto flight = flightAt(9999ms);
    recorder.planned(flight.operation, flight.planned);
    recorder.sent(flight);
    recorder.ended(flight, { m_start + 12s });
    QCOMPARE(refreshes(recorder, Phase::Warmup).counts.ok, std::uint64_t(1));
    QCOMPARE(refreshes(recorder, Phase::Warmup).completed, std::uint64_t(0));
    QCOMPARE(refreshes(recorder, Phase::Measure).counts.sent, std::uint64_t(0));
    QCOMPARE(refreshes(recorder, Phase::Measure).completed, std::uint64_t(1));
}

void RecorderTest::onlyAnswersInTheWindowAreCompleted()
{
    Recorder recorder;
    begin(recorder);
    const auto flight = flightAt(19s);
    for (int i = 0; i < 3; ++i) {
        recorder.planned(flight.operation, flight.planned);
        recorder.sent(flight);
    }
    recorder.ended(flight, { m_start + 20s });
    recorder.ended(flight, { m_start + 19500ms, Failure::Connect });
    recorder.censored(flight);
    const auto& record = refreshes(recorder, Phase::Measure);
    QCOMPARE(record.completed, std::uint64_t(0));
    QCOMPARE(record.counts.ok, std::uint64_t(1));
    QCOMPARE(record.counts.failed, std::uint64_t(1));
    QCOMPARE(record.counts.censored, std::uint64_t(1));
    QVERIFY(record.counts.balanced());
}

void RecorderTest::failuresKeepTheirClass_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<bool>("isAnswer");
    QTest::newRow("local resource") << Failure::LocalResource << false;
    QTest::newRow("connect") << Failure::Connect << false;
    QTest::newRow("timeout") << Failure::Timeout << false;
    QTest::newRow("status") << Failure::Status << true;
    QTest::newRow("assertion") << Failure::Assertion << true;
    QTest::newRow("session lost") << Failure::SessionLost << true;
}

void RecorderTest::failuresKeepTheirClass()
{
    QFETCH(Failure, failure);
    QFETCH(bool, isAnswer);
    Recorder recorder;
    begin(recorder);
    const auto flight = flightAt(11s);
    recorder.planned(flight.operation, flight.planned);
    recorder.sent(flight);
    recorder.ended(flight, { flight.sent + 1ms, failure });
    const auto& record = refreshes(recorder, Phase::Measure);
    QCOMPARE(record.counts.failures[std::size_t(failure)], std::uint64_t(1));
    QCOMPARE(record.counts.timeouts, std::uint64_t(failure == Failure::Timeout));
    QCOMPARE(record.counts.failed, std::uint64_t(failure != Failure::Timeout));
    QCOMPARE(record.completed, std::uint64_t(isAnswer));
    QVERIFY(record.response.isEmpty() && record.service.isEmpty());
    QCOMPARE(record.lag.count(), std::uint64_t(1));
    QVERIFY(record.counts.balanced());
}

void RecorderTest::intervalsAddUpToThePhase()
{
    Recorder recorder;
    begin(recorder);
    recorder.signedIn(2);
    OperationRecord sum;
    for (int i = 0; i < 10; ++i) {
        const auto flight = flightAt(10s + 100ms * i);
        recorder.planned(flight.operation, flight.planned);
        recorder.sent(flight);
        Interval busy;
        recorder.takeInterval(busy);
        QCOMPARE(busy.inFlight, 1);
        QCOMPARE(busy.signedIn, 2);
        recorder.ended(flight, { flight.sent + 1ms * i });
        Interval idle;
        recorder.takeInterval(idle);
        QCOMPARE(idle.inFlight, 0);
        QCOMPARE(idle.signedIn, 2);
        QCOMPARE(idle.operations[plan::index(Operation::Refresh)].completed, std::uint64_t(1));
        sum.add(busy.operations[plan::index(Operation::Refresh)]);
        sum.add(idle.operations[plan::index(Operation::Refresh)]);
    }
    const auto& phase = refreshes(recorder, Phase::Measure);
    QCOMPARE(sum.counts.planned, phase.counts.planned);
    QCOMPARE(sum.counts.ok, phase.counts.ok);
    QVERIFY(sum.response == phase.response);
    QVERIFY(sum.lag == phase.lag);
}

void RecorderTest::windowsAreAsTheyWereRun()
{
    Recorder whole;
    begin(whole);
    whole.endLeg(m_start + 20100ms);
    QCOMPARE(whole.phases()[std::size_t(Phase::Warmup)].windowS, 10.0);
    QCOMPARE(whole.phases()[std::size_t(Phase::Measure)].windowS, 10.0);
    Recorder stopped;
    begin(stopped);
    stopped.endLeg(m_start + 12s);
    QCOMPARE(stopped.phases()[std::size_t(Phase::Warmup)].windowS, 10.0);
    QCOMPARE(stopped.phases()[std::size_t(Phase::Measure)].windowS, 2.0);
}

QTEST_APPLESS_MAIN(RecorderTest)
#include "tst_recorder.moc"
