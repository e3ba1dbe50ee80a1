// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/agenda.h"

#include <QTest>

#include <numeric>

using namespace ceteris;
using namespace ceteris::load;
using namespace std::chrono_literals;
using plan::Operation;

class AgendaTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void usersSignInAtThePace();
    void withoutATokenNoLoginPage();
    void followUpsOutliveTheWindow();
    void whatWaitedIsBookedOnce();
    void probesAreNotBooked();
    void usersActAgainAfterThinking();
    void whatIsDueButNotTakenIsUnsent();
    void arrivalsQueueForAFreeUser();
    void whatAFreeUserCouldHaveSentIsNotHeldUp();
    void idleUsersTakeTurns();
    void thinkTimesDoNotDependOnAnswers();

private:
    LoadSpec m_spec;
    TimePoint m_start { 1000s };
    Counts countsOf(const Recorder& recorder, Phase phase, Operation operation) const
    {
        return recorder.phases()[std::size_t(phase)].operations[plan::index(operation)].counts;
    }
    std::vector<int> users() const
    {
        std::vector<int> all(std::size_t(m_spec.users));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }
};

void AgendaTest::init()
{
    m_spec = {};
    m_spec.users = 4;
    m_spec.spawnPerS = 2;
    m_spec.thinkMinS = 1;
    m_spec.thinkMaxS = 1;
    m_spec.timeline = { .loginS = 10, .warmupS = 1, .measureS = 9, .logoutS = 0, .drainS = 5 };
}

// A recorder and an agenda in a leg that has just begun.
struct Running
{
    Running(const LoadSpec& spec, std::size_t number, TimePoint start, const std::vector<int>& users)
        : leg(legsOf(spec.timeline)[number])
        , agenda(spec, {}, recorder)
    {
        recorder.beginLeg(leg, start);
        agenda.beginLeg(leg, start, users);
    }
    Recorder recorder;
    Leg leg;
    Agenda agenda;
};

void AgendaTest::usersSignInAtThePace()
{
    Running run(m_spec, 0, m_start, users());
    for (int user = 0; user < 4; ++user) {
        const auto due = m_start + 500ms * user;
        QCOMPARE(run.agenda.nextDue(), due);
        QVERIFY(!run.agenda.take(due - 1ns));
        const auto item = run.agenda.take(due + 3ms);
        QVERIFY(item);
        QCOMPARE(item->user, user);
        QCOMPARE(item->operation, Operation::LoginPage);
        QCOMPARE(item->planned, due);
        QCOMPARE(item->ready, due);
        run.agenda.release(user, due + 5ms);
    }
    QVERIFY(run.agenda.isEmpty());
    QCOMPARE(countsOf(run.recorder, Phase::Login, Operation::LoginPage).planned, std::uint64_t(4));
}

void AgendaTest::withoutATokenNoLoginPage()
{
    m_spec.mapping.csrfField.clear();
    Running run(m_spec, 0, m_start, users());
    QCOMPARE(run.agenda.take(m_start)->operation, Operation::Login);
}

void AgendaTest::followUpsOutliveTheWindow()
{
    Running run(m_spec, 0, m_start, { 0 });
    QVERIFY(run.agenda.take(m_start));
    run.agenda.follow(0, Operation::Login, m_start + 9s);
    run.agenda.close(m_start + 10s);
    QVERIFY(!run.agenda.isEmpty());
    const auto item = run.agenda.take(m_start + 11s);
    QVERIFY(item);
    QCOMPARE(item->operation, Operation::Login);
    QCOMPARE(item->planned, m_start + 9s);

    run.agenda.follow(0, Operation::Refresh, m_start + 11s);
    run.agenda.abandonFollowUps();
    const auto counts = countsOf(run.recorder, Phase::Login, Operation::Refresh);
    QCOMPARE(counts.planned, std::uint64_t(1));
    QCOMPARE(counts.unsent, std::uint64_t(1));
}

void AgendaTest::whatWaitedIsBookedOnce()
{
    Running run(m_spec, 1, m_start, { 0 });
    const auto taken = run.agenda.take(m_start + 2s);
    QVERIFY(taken);
    run.agenda.resume(*taken, m_start + 3s);
    run.agenda.close(m_start + 10s); // it goes on in the drain
    const auto item = run.agenda.take(m_start + 10s);
    QVERIFY(item && item->isResumed);
    QCOMPARE(item->planned, taken->planned);
    QCOMPARE(item->ready, m_start + 3s);
    run.agenda.resume(*item, m_start + 11s);
    run.agenda.abandonFollowUps();
    const auto phase = run.leg.phaseAt(taken->planned - m_start);
    const auto counts = countsOf(run.recorder, phase, taken->operation);
    QCOMPARE(counts.planned, std::uint64_t(1));
    QCOMPARE(counts.unsent, std::uint64_t(0)); // that is for who holds it
}

void AgendaTest::probesAreNotBooked()
{
    Running run(m_spec, 0, m_start, {});
    run.agenda.close(m_start + 10s);
    run.agenda.probe(0, m_start + 11s);
    QCOMPARE(run.agenda.nextDue(), m_start + 11s);
    QVERIFY(!run.agenda.take(m_start + 10s));
    const auto item = run.agenda.take(m_start + 11s);
    QVERIFY(item && item->isProbe);
    run.agenda.probe(0, m_start + 12s);
    run.agenda.abandonFollowUps();
    QVERIFY(run.agenda.isEmpty());
    QCOMPARE(countsOf(run.recorder, Phase::Login, Operation::Refresh).planned, std::uint64_t(0));
}

void AgendaTest::usersActAgainAfterThinking()
{
    Running run(m_spec, 1, m_start, { 2 });
    const auto first = run.agenda.nextDue();
    QVERIFY(first >= m_start && first < m_start + 1s);
    QCOMPARE(run.agenda.take(first)->think, first - m_start);
    QVERIFY(run.agenda.isEmpty());
    run.agenda.release(2, first + 250ms);
    QCOMPARE(run.agenda.nextDue(), first + 1250ms);
    QCOMPARE(run.agenda.take(first + 1250ms)->think, Duration(1s));
    run.agenda.release(2, m_start + 9500ms); // the next one would be behind the end
    QVERIFY(run.agenda.isEmpty());
}

void AgendaTest::whatIsDueButNotTakenIsUnsent()
{
    Running run(m_spec, 1, m_start, users());
    run.agenda.close(m_start + 10s);
    QVERIFY(!run.agenda.take(m_start + 20s));
    std::uint64_t planned = 0;
    for (const auto phase : { Phase::Warmup, Phase::Measure }) {
        const auto counts = countsOf(run.recorder, phase, Operation::Refresh);
        QCOMPARE(counts.unsent, counts.planned);
        planned += counts.planned;
    }
    QCOMPARE(planned, std::uint64_t(4));
}

void AgendaTest::arrivalsQueueForAFreeUser()
{
    m_spec.model = plan::LoadModel::Rate;
    m_spec.ratePerS = 10;
    Running run(m_spec, 1, m_start, { 0 });
    QCOMPARE(run.agenda.take(m_start)->planned, m_start);
    QVERIFY(!run.agenda.take(m_start + 350ms)); // three more have come, the user is busy
    QCOMPARE(countsOf(run.recorder, Phase::Warmup, Operation::Refresh).planned, std::uint64_t(4));
    run.agenda.release(0, m_start + 350ms);
    const auto item = run.agenda.take(m_start + 360ms);
    QVERIFY(item);
    QCOMPARE(item->planned, m_start + 100ms);
    QCOMPARE(item->ready, m_start + 350ms);

    run.agenda.close(m_start + 10s);
    QVERIFY(run.agenda.isEmpty());
    const auto warmup = countsOf(run.recorder, Phase::Warmup, Operation::Refresh);
    const auto measure = countsOf(run.recorder, Phase::Measure, Operation::Refresh);
    QCOMPARE(warmup.planned, std::uint64_t(10));
    QCOMPARE(warmup.unsent, std::uint64_t(8));
    QCOMPARE(measure.planned, std::uint64_t(90));
    QCOMPARE(measure.unsent, std::uint64_t(90));
    QCOMPARE(run.agenda.heldUp(), std::uint64_t(98));
}

// Nobody was busy: that these were not sent is the generator's own fault.
void AgendaTest::whatAFreeUserCouldHaveSentIsNotHeldUp()
{
    m_spec.model = plan::LoadModel::Rate;
    m_spec.ratePerS = 10;
    Running run(m_spec, 1, m_start, { 0, 1, 2 });
    run.agenda.close(m_start + 450ms);
    QCOMPARE(countsOf(run.recorder, Phase::Warmup, Operation::Refresh).unsent, std::uint64_t(5));
    QCOMPARE(run.agenda.heldUp(), std::uint64_t(2));
}

void AgendaTest::idleUsersTakeTurns()
{
    m_spec.model = plan::LoadModel::Rate;
    m_spec.ratePerS = 10;
    Running run(m_spec, 1, m_start, users());
    for (int i = 0; i < 8; ++i) {
        const auto now = m_start + 100ms * i;
        const auto item = run.agenda.take(now);
        QVERIFY(item);
        QCOMPARE(item->user, i % 4);
        QCOMPARE(item->ready, item->planned);
        run.agenda.release(item->user, now + 10ms);
    }
}

void AgendaTest::thinkTimesDoNotDependOnAnswers()
{
    m_spec.thinkMaxS = 2;
    m_spec.writeShare = 0.5;
    const auto pauses = [this](Duration service) {
        std::vector<std::pair<Duration, Operation>> list;
        Running run(m_spec, 1, m_start, { 1 });
        auto done = m_start;
        for (int i = 0; i < 3; ++i) {
            const auto item = run.agenda.take(run.agenda.nextDue());
            list.emplace_back(item->planned - done, item->operation);
            done = item->planned + service;
            run.agenda.release(1, done);
        }
        return list;
    };
    QCOMPARE(pauses(1ms), pauses(900ms));
}

QTEST_APPLESS_MAIN(AgendaTest)
#include "tst_agenda.moc"
