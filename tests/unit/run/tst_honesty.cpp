// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/run/honesttrial.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::runtest;
using namespace Qt::StringLiterals;
using results::CheckRow;
using results::Outcome;

namespace {

using Spoil = std::function<void(HonestTrial&)>;

QString notOk(const std::vector<CheckRow>& rows)
{
    for (const auto& row : rows) {
        if (row.outcome != Outcome::Ok || !row.text.isEmpty())
            return row.check + u": "_s + row.text;
    }
    return {};
}

// So many of the 2 000 requests are late by so much.
Spoil lags(std::uint64_t count, std::int64_t us)
{
    return [=](HonestTrial& trial) {
        auto& lag = trial.refreshes().lag;
        lag.clear();
        lag.record(100, 2000 - count);
        lag.record(us, count);
    };
}

Spoil hiccups(std::int64_t us)
{
    return [=](HonestTrial& trial) { trial.load.health.hiccup.record(us, 100); };
}

Spoil unsent(std::uint64_t count, std::uint64_t heldUp)
{
    return [=](HonestTrial& trial) {
        trial.refreshes().counts.planned += count;
        trial.refreshes().counts.unsent += count;
        trial.load.health.heldUp = heldUp;
    };
}

// In one second of a busier trial some requests are sent in the next.
Spoil movesInASecond(std::uint32_t count)
{
    return [=](HonestTrial& trial) {
        auto& health = trial.load.health;
        health.readyPerSlot.assign(200, 100);
        health.sentPerSlot = health.readyPerSlot;
        health.sentPerSlot[19] -= count;
        health.sentPerSlot[20] += count;
    };
}

Spoil everySlot(std::initializer_list<std::uint32_t> pattern)
{
    const std::vector<std::uint32_t> counts(pattern);
    return [=](HonestTrial& trial) {
        auto& health = trial.load.health;
        for (std::size_t i = 0; i < health.sentPerSlot.size(); ++i)
            health.sentPerSlot[i] = counts[i % counts.size()];
        health.readyPerSlot = health.sentPerSlot;
    };
}

void metronome(HonestTrial& trial)
{
    auto& times = trial.load.health.sendTimesS;
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = double(i) / 100;
}

Spoil cores(double value)
{
    return [=](HonestTrial& trial) { trial.load.busiestThreadCores = value; };
}

Spoil waitsForCpu(double share)
{
    return [=](HonestTrial& trial) { trial.runQueueShare = share; };
}

Spoil canSend(double perS)
{
    return [=](HonestTrial& trial) { trial.floor->maxPerS = perS; };
}

Spoil nullShows(double us)
{
    return [=](HonestTrial& trial) { trial.floor->nullP50Us = us; };
}

Spoil inside(double factor)
{
    return [=](HonestTrial& trial) { trial.load.health.insideS *= factor; };
}

Spoil thinks(double factor)
{
    return [=](HonestTrial& trial) { trial.load.health.thinkS *= factor; };
}

Spoil loses(std::uint64_t count)
{
    return [=](HonestTrial& trial) { trial.refreshes().counts.ok -= count; };
}

Spoil serverCounts(quint64 count)
{
    return [=](HonestTrial& trial) { trial.counters->requests[0].second = count; };
}

// Of 2 000 answers some took two seconds, four planned intervals of half a second.
Spoil waitsLong(std::uint64_t count)
{
    return [=](HonestTrial& trial) {
        auto& service = trial.refreshes().service;
        service.clear();
        service.record(10'000, 2000 - count);
        service.record(2'050'000, count);
    };
}

void nothing(HonestTrial&) { }

} // namespace

Q_DECLARE_METATYPE(Spoil)
Q_DECLARE_METATYPE(ceteris::results::Outcome)

class TestHonesty : public QObject
{
    Q_OBJECT

private slots:
    void honestTrialsPass()
    {
        QCOMPARE(notOk(openTrial().rows()), QString());
        QCOMPARE(notOk(closedTrial().rows()), QString());
    }

    void gates_data();
    void gates();

    void rowsHaveTheirPlace()
    {
        for (const auto& row : openTrial().rows()) {
            QCOMPARE(row.block, 2);
            QCOMPARE(row.trial, 7);
            QCOMPARE(row.arm, u"redis"_s);
            QCOMPARE(row.level, u"busy"_s);
            QCOMPARE(row.kind, u"generator"_s);
            QVERIFY(row.value.has_value());
            QVERIFY(!row.unit.isEmpty());
        }
    }

    void sentencesNameValueLimitAndEffect()
    {
        auto trial = openTrial();
        lags(100, 4'200)(trial);
        const auto rows = trial.rows();
        QCOMPARE(find(rows, u"lag_p99")->text,
            u"The generator sent late: 4.2 ms at p99, limit 2.0 ms; latency may be overstated."_s);
        QCOMPARE(find(rows, u"lag_p99")->markLimit, std::optional(1000.0));
        QCOMPARE(find(rows, u"lag_p99")->voidLimit, std::optional(2000.0));
    }

    void limitsFollowTheFloor()
    {
        auto trial = openTrial();
        lags(100, 4'200)(trial);
        trial.floor->hiccupP99Us = 3'000;
        QCOMPARE(find(trial.rows(), u"lag_p99")->outcome, Outcome::Ok);
        trial.floor->hiccupP99Us = 400;
        trial.refreshes().response.record(100'000, 2000); // 5 % of it are 5 ms
        QCOMPARE(find(trial.rows(), u"lag_p99")->outcome, Outcome::Ok);
        hiccups(25'000)(trial);
        QCOMPARE(find(trial.rows(), u"loop_hiccup")->outcome, Outcome::Void);
        trial.floor->hiccupP999Us = 13'000;
        QCOMPARE(find(trial.rows(), u"loop_hiccup")->outcome, Outcome::Ok);
    }

    void rareHiccupsOfTheMachineAreNotTheGenerators()
    {
        auto trial = openTrial();
        lags(6, 7'000)(trial);
        QCOMPARE(find(trial.rows(), u"lag_share")->outcome, Outcome::Void);
        trial.floor->hiccupP999Us = 4'000;
        QCOMPARE(find(trial.rows(), u"lag_share")->outcome, Outcome::Ok);
    }

    void shortGapsAreNotHeldAgainstTheClock()
    {
        auto trial = openTrial();
        metronome(trial);
        trial.refreshes().lag.clear();
        trial.refreshes().lag.record(201, 2000); // of gaps of 10 ms
        QCOMPARE(find(trial.rows(), u"arrival_gaps")->outcome, Outcome::Unavailable);
        trial.load.health.sendTimesS.resize(1);
        QCOMPARE(find(trial.rows(), u"arrival_gaps")->outcome, Outcome::Unavailable);
    }

    void aSlowGeneratorIsNotExcusedByItsOwnLag()
    {
        auto trial = openTrial();
        lags(100, 4'200)(trial);
        trial.floor->lagP99Us = 100'000;
        QCOMPARE(find(trial.rows(), u"lag_p99")->outcome, Outcome::Void);
    }

    void whatIsMissingIsSaid()
    {
        auto trial = openTrial();
        trial.floor.reset();
        trial.counters.reset();
        trial.runQueueShare.reset();
        const auto rows = trial.rows();
        for (const auto* check : { u"loop_hiccup", u"headroom", u"resolution", u"server_counter" }) {
            const auto* row = find(rows, check);
            QCOMPARE(row->outcome, Outcome::Unavailable);
            QVERIFY(!row->value && !row->text.isEmpty());
        }
        QCOMPARE(find(rows, u"run_queue")->outcome, Outcome::Unavailable);
        QCOMPARE(find(rows, u"lag_p99")->outcome, Outcome::Ok);
    }

    void eachModelHasItsChecks()
    {
        const auto open = openTrial().rows();
        const auto closed = closedTrial().rows();
        for (const auto* check : { u"arrival_dispersion", u"arrival_gaps", u"saturation" })
            QVERIFY(find(open, check) && !find(closed, check));
        QVERIFY(find(closed, u"littles_law_users") && !find(open, u"littles_law_users"));
        auto fixed = openTrial();
        fixed.spec.arrivals = plan::Arrivals::Fixed;
        everySlot({ 10 })(fixed);
        QCOMPARE(notOk(fixed.rows()), QString());
    }

    void theClosedModelFlagsItself()
    {
        auto trial = closedTrial();
        waitsLong(20)(trial);
        const auto rows = trial.rows();
        QVERIFY(find(rows, u"omission")->text.startsWith(u"closed: latency understates stalls"));
        auto open = openTrial();
        waitsLong(20)(open);
        QVERIFY(*find(open.rows(), u"omission")->value > 0);
        QCOMPARE(find(open.rows(), u"omission")->outcome, Outcome::Ok);
    }
};

void TestHonesty::gates_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char* name, const QString& check, const Spoil& spoil, Outcome outcome) {
        QTest::newRow(name) << check << false << spoil << outcome;
    };
    const auto closed = [](const char* name, const QString& check, const Spoil& spoil, Outcome outcome) {
        QTest::newRow(name) << check << true << spoil << outcome;
    };
    row("lag below", u"lag_p99"_s, lags(100, 990), Outcome::Ok);
    row("lag marks", u"lag_p99"_s, lags(100, 1'100), Outcome::Mark);
    row("lag voids", u"lag_p99"_s, lags(100, 2'100), Outcome::Void);
    row("few heavy lags", u"lag_share"_s, lags(5, 5'100), Outcome::Ok);
    row("heavy lags void", u"lag_share"_s, lags(6, 5'100), Outcome::Void);
    row("many light lags", u"lag_share"_s, lags(30, 4'900), Outcome::Ok);
    row("hiccup below", u"loop_hiccup"_s, hiccups(1'900), Outcome::Ok);
    row("hiccup marks", u"loop_hiccup"_s, hiccups(2'100), Outcome::Mark);
    row("hiccup voids", u"loop_hiccup"_s, hiccups(11'000), Outcome::Void);
    row("rate below", u"rate"_s, unsent(9, 0), Outcome::Ok);
    row("rate marks", u"rate"_s, unsent(15, 0), Outcome::Mark);
    row("rate voids", u"rate"_s, unsent(25, 0), Outcome::Void);
    row("the server held them up", u"rate"_s, unsent(500, 500), Outcome::Ok);
    row("saturation below", u"saturation"_s, unsent(9, 9), Outcome::Ok);
    row("saturation marks, however bad", u"saturation"_s, unsent(500, 500), Outcome::Mark);
    row("second below", u"rate_second"_s, movesInASecond(6), Outcome::Ok);
    row("second marks", u"rate_second"_s, movesInASecond(10), Outcome::Mark);
    row("second voids", u"rate_second"_s, movesInASecond(20), Outcome::Void);
    row("Poisson", u"arrival_dispersion"_s, nothing, Outcome::Ok);
    row("too even", u"arrival_dispersion"_s, everySlot({ 10 }), Outcome::Mark);
    row("bursts", u"arrival_dispersion"_s, everySlot({ 0, 20 }), Outcome::Mark);
    row("exponential gaps", u"arrival_gaps"_s, nothing, Outcome::Ok);
    row("even gaps", u"arrival_gaps"_s, metronome, Outcome::Mark);
    row("CPU below", u"cpu_busiest"_s, cores(0.59), Outcome::Ok);
    row("CPU marks", u"cpu_busiest"_s, cores(0.61), Outcome::Mark);
    row("CPU voids", u"cpu_busiest"_s, cores(0.81), Outcome::Void);
    row("run queue below", u"run_queue"_s, waitsForCpu(0.009), Outcome::Ok);
    row("run queue marks", u"run_queue"_s, waitsForCpu(0.011), Outcome::Mark);
    row("run queue voids", u"run_queue"_s, waitsForCpu(0.051), Outcome::Void);
    row("headroom enough", u"headroom"_s, canSend(201), Outcome::Ok);
    row("headroom marks", u"headroom"_s, canSend(199), Outcome::Mark);
    row("headroom voids", u"headroom"_s, canSend(129), Outcome::Void);
    row("resolution enough", u"resolution"_s, nullShows(3'300), Outcome::Ok);
    row("resolution marks", u"resolution"_s, nullShows(3'400), Outcome::Mark);
    row("Little's law holds", u"littles_law"_s, inside(0.985), Outcome::Ok);
    row("Little's law marks", u"littles_law"_s, inside(0.97), Outcome::Mark);
    row("Little's law voids", u"littles_law"_s, inside(1.07), Outcome::Void);
    closed("users do their part", u"littles_law_users"_s, thinks(0.985), Outcome::Ok);
    closed("users mark", u"littles_law_users"_s, thinks(0.96), Outcome::Mark);
    closed("users void", u"littles_law_users"_s, thinks(0.92), Outcome::Void);
    row("nothing lost", u"conservation"_s, loses(0), Outcome::Ok);
    row("one lost", u"conservation"_s, loses(1), Outcome::Mark);
    row("three lost", u"conservation"_s, loses(3), Outcome::Void);
    row("the server agrees", u"server_counter"_s, serverCounts(2000), Outcome::Ok);
    row("the server missed one", u"server_counter"_s, serverCounts(1999), Outcome::Mark);
    row("the server saw one more", u"server_counter"_s, serverCounts(2001), Outcome::Mark);
    row("the server missed three", u"server_counter"_s, serverCounts(1997), Outcome::Void);
    closed("few long waits", u"omission"_s, waitsLong(6), Outcome::Ok);
    closed("long waits", u"omission"_s, waitsLong(8), Outcome::Mark);
    row("long waits in the open model", u"omission"_s, waitsLong(500), Outcome::Ok);
}

void TestHonesty::gates()
{
    QFETCH(QString, check);
    QFETCH(bool, isClosed);
    QFETCH(Spoil, spoil);
    auto trial = isClosed ? closedTrial() : openTrial();
    spoil(trial);
    const auto rows = trial.rows();
    const auto* row = find(rows, check);
    QVERIFY(row);
    QTEST(row->outcome, "outcome");
    QCOMPARE(row->text.isEmpty(), row->outcome == Outcome::Ok);
    QVERIFY(!row->text.contains(u'%') || !row->text.contains(u"%1"));
}

QTEST_GUILESS_MAIN(TestHonesty)
#include "tst_honesty.moc"
