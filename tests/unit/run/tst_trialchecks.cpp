// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/referee.h"
#include "app/run/trialchecks.h"
#include "tests/unit/run/gatecases.h"
#include "tests/unit/run/honesttrial.h"

#include <QtTest>

#include <algorithm>

using namespace ceteris;
using namespace ceteris::runtest;
using namespace Qt::StringLiterals;
using plan::GuardAction;
using plan::Trial;
using results::CheckRow;
using results::Outcome;
using run::Observation;
using run::Referee;

namespace {

// Two arms at two levels, as many requests a second as the honest trial has.
plan::Plan somePlan()
{
    plan::Plan plan;
    plan.blocks = 6;
    plan.load.model = plan::LoadModel::Rate;
    plan.arms.resize(2);
    plan.arms[0].name = u"memory"_s;
    plan.arms[1].name = u"redis"_s;
    plan.levels.resize(2);
    plan.levels[0].name = u"idle"_s;
    plan.levels[1].name = u"busy"_s;
    for (auto& level : plan.levels)
        level.users = 50;
    return plan;
}

// A trial in which nothing went wrong, on a machine that did nothing else.
Observation undisturbed()
{
    auto trial = openTrial();
    trial.load.signedIn = 50;
    trial.load.scheduleHash = 9;
    Observation seen;
    seen.spec = trial.spec;
    seen.load = trial.load;
    seen.counters = trial.counters;
    seen.environment = testing::quietWindow();
    return seen;
}

Observation disturbedBy(const QString& name)
{
    auto seen = undisturbed();
    seen.environment->foreignCores = seen.environment->foreignCores5s = monitor::Range { 1, 1 };
    seen.environment->foreign = std::vector<monitor::ProcessCores> { { 7, name, 1 } };
    return seen;
}

void breakPromise(Observation& seen)
{
    seen.load.oracle.counts[std::size_t(load::Invariant::Identity)] = { 100, 1, 0 };
    seen.load.oracle.first.push_back({ load::Invariant::Identity, 3, 1.5, "user3", "user4", { "GET /: 200" } });
}

CheckRow check(const QString& kind, Outcome outcome)
{
    CheckRow row;
    row.kind = kind;
    row.check = u"some"_s;
    row.outcome = outcome;
    row.text = u"It was %1."_s.arg(kind);
    return row;
}

constexpr auto trialOf = [](int number, int block, int arm, int level = 1) {
    return Trial { number, block, arm + 1, arm, level, 5 };
};

int rowsAbout(const std::vector<CheckRow>& rows, QStringView beginning)
{
    return int(std::ranges::count_if(rows, [&](const CheckRow& row) { return row.check.startsWith(beginning); }));
}

} // namespace

Q_DECLARE_METATYPE(std::vector<ceteris::results::CheckRow>)

class TestTrialChecks : public QObject
{
    Q_OBJECT

private slots:
    void disturbance_data();
    void disturbance();
    void everyCheckHasItsPlace();
    void withoutAFloorLimitsAreUnavailable();
    void anUndisturbedTrialCounts();
    void aDisturbedTrialIsVoid_data();
    void aDisturbedTrialIsVoid();
    void aFailedTrialIsNotVoid();
    void aTrialThatBrokeOffHasFailed();
    void aBrokenPromiseIsKept();
    void aLeakIsRemembered();
    void usualIsWhatWasAtThisLevel();
    void armsAreTreatedAlike();
    void aFailedTrialIsNoReference();
    void theCulpritIsNamed();
    void namesNobodyForTheGenerator();

private:
    const plan::Plan m_plan = somePlan();
};

void TestTrialChecks::disturbance_data()
{
    QTest::addColumn<GuardAction>("action");
    QTest::addColumn<std::vector<CheckRow>>("rows");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, GuardAction action, const std::vector<CheckRow>& rows, const char* reason) {
        QTest::newRow(name) << action << rows << QString::fromLatin1(reason);
    };
    const auto guard = check(u"guard"_s, Outcome::Void);
    const auto generator = check(u"generator"_s, Outcome::Void);
    row("nothing", GuardAction::Void, {}, "");
    row("guard", GuardAction::Void, { guard }, "It was guard.");
    row("generator", GuardAction::Void, { generator }, "It was generator.");
    row("both", GuardAction::Void, { guard, check(u"guard"_s, Outcome::Ok), generator },
        "It was guard. It was generator.");
    row("only marked", GuardAction::Void, { check(u"guard"_s, Outcome::Mark) }, "");
    row("not readable", GuardAction::Void, { check(u"guard"_s, Outcome::Unavailable) }, "");
    row("a broken promise is a result", GuardAction::Void, { check(u"oracle"_s, Outcome::Void) }, "");
    row("the warm-up is the arm's", GuardAction::Void, { check(u"warmup"_s, Outcome::Void) }, "");
    row("nothing is void by this plan", GuardAction::Mark, { guard, generator }, "");
}

void TestTrialChecks::disturbance()
{
    QFETCH(GuardAction, action);
    QFETCH(std::vector<CheckRow>, rows);
    auto plan = m_plan;
    plan.guard.action = action;
    QTEST(run::disturbance(plan, rows), "reason");
}

void TestTrialChecks::everyCheckHasItsPlace()
{
    const auto rows = run::checksOf(m_plan, trialOf(7, 2, 1), undisturbed(), {});
    QMap<QString, int> kinds;
    for (const auto& row : rows) {
        QCOMPARE(row.block, 2);
        QCOMPARE(row.trial, 7);
        QCOMPARE(row.arm, u"redis"_s);
        QCOMPARE(row.level, u"busy"_s);
        ++kinds[row.kind];
    }
    QCOMPARE(kinds.keys(), (QStringList { u"generator"_s, u"guard"_s, u"oracle"_s, u"warmup"_s }));
    auto seen = undisturbed();
    seen.environment.reset(); // ended before Measure did
    for (const auto& row : run::checksOf(m_plan, trialOf(7, 2, 1), seen, {}))
        QVERIFY(row.kind != u"guard");
}

void TestTrialChecks::withoutAFloorLimitsAreUnavailable()
{
    run::Prepared prepared;
    prepared.floors = { std::nullopt, openTrial().floor };
    Referee referee(m_plan);
    referee.setPrepared(prepared);
    const auto idle = referee.judge(trialOf(1, 1, 0, 0), undisturbed(), {});
    const auto busy = referee.judge(trialOf(2, 1, 0, 1), undisturbed(), {});
    QCOMPARE(find(idle.checks, u"loop_hiccup")->outcome, Outcome::Unavailable);
    QCOMPARE(find(busy.checks, u"loop_hiccup")->outcome, Outcome::Ok);
}

void TestTrialChecks::anUndisturbedTrialCounts()
{
    const auto record = Referee(m_plan).judge(trialOf(1, 1, 0), undisturbed(), u"some"_s);
    QVERIFY2(record.status == u"ok", qPrintable(record.reason));
    QVERIFY(record.violations.empty());
    QCOMPARE(record.rows.front().experiment, u"some"_s);
}

void TestTrialChecks::aDisturbedTrialIsVoid_data()
{
    QTest::addColumn<GuardAction>("action");
    QTest::addColumn<QString>("status");
    QTest::newRow("void") << GuardAction::Void << u"void"_s;
    QTest::newRow("mark") << GuardAction::Mark << u"ok"_s;
}

void TestTrialChecks::aDisturbedTrialIsVoid()
{
    QFETCH(GuardAction, action);
    QFETCH(QString, status);
    auto plan = m_plan;
    plan.guard.action = action;
    const auto record = Referee(plan).judge(trialOf(1, 1, 0), disturbedBy(u"browser"_s), {});
    QCOMPARE(find(record.checks, u"foreign_cpu")->outcome, Outcome::Void); // it is said either way
    QCOMPARE(record.status, status);
    QVERIFY(record.rows.size() > 1);
    for (const auto& row : record.rows) {
        QCOMPARE(row.status, status);
        QCOMPARE(row.reason.contains(u"browser"_s), action == GuardAction::Void);
    }
    QVERIFY(!record.histograms.empty()); // what was measured is kept
}

// It is lost already: whether something else disturbed it as well makes no difference.
void TestTrialChecks::aFailedTrialIsNotVoid()
{
    auto seen = disturbedBy(u"browser"_s);
    seen.load.signedIn = 49;
    const auto record = Referee(m_plan).judge(trialOf(1, 1, 0), seen, {});
    QCOMPARE(record.status, u"failed"_s);
    QVERIFY2(record.reason.contains(u"49 of 50 users"_s), qPrintable(record.reason));
}

void TestTrialChecks::aTrialThatBrokeOffHasFailed()
{
    const auto record = Referee(m_plan).judge(
        trialOf(1, 1, 0), tl::unexpected(Error { ErrorCode::ChildDied, { u"redis-server"_s, u"log"_s } }), {});
    QCOMPARE(record.status, u"failed"_s);
    QVERIFY(record.reason.contains(u"redis-server"_s));
    QVERIFY(record.checks.empty() && !record.rows.empty());
}

void TestTrialChecks::aBrokenPromiseIsKept()
{
    auto seen = undisturbed();
    breakPromise(seen);
    const auto record = Referee(m_plan).judge(trialOf(4, 2, 1), seen, {});
    QCOMPARE(record.status, u"ok"_s); // the trial was run well; it is the arm that is not
    QCOMPARE(find(record.checks, u"identity")->outcome, Outcome::Void);
    QCOMPARE(record.violations.size(), 1U);
    const results::ViolationRow expected { 2, 4, u"redis"_s, u"busy"_s, u"identity"_s, 3, 1.5, u"user3"_s, u"user4"_s,
        u"GET /: 200"_s };
    QVERIFY(record.violations.front() == expected);
    seen = disturbedBy(u"browser"_s);
    breakPromise(seen);
    QCOMPARE(Referee(m_plan).judge(trialOf(4, 2, 1), seen, {}).violations.size(), 1U);
}

void TestTrialChecks::aLeakIsRemembered()
{
    Referee referee(m_plan);
    referee.judge(trialOf(1, 1, 0), undisturbed(), {});
    QVERIFY(!referee.leaked());
    auto seen = undisturbed();
    seen.leaked = true;
    const auto record = referee.judge(trialOf(2, 1, 1), seen, {});
    QCOMPARE(record.status, u"failed"_s);
    QVERIFY(referee.leaked());
    referee.judge(trialOf(3, 2, 0), undisturbed(), {});
    QVERIFY(referee.leaked());
}

void TestTrialChecks::usualIsWhatWasAtThisLevel()
{
    const auto outcome
        = [](const run::TrialRecord& record, QStringView name) { return find(record.checks, name)->outcome; };
    Referee referee(m_plan);
    const auto first = referee.judge(trialOf(1, 1, 0, 0), undisturbed(), {});
    QCOMPARE(outcome(first, u"context_switches"), Outcome::Unavailable);
    auto busy = undisturbed();
    busy.environment->switchesPerS = 100 * *busy.environment->switchesPerS;
    QCOMPARE(outcome(referee.judge(trialOf(2, 1, 0, 1), busy, {}), u"context_switches"), Outcome::Unavailable);
    QCOMPARE(outcome(referee.judge(trialOf(3, 2, 0, 1), busy, {}), u"context_switches"), Outcome::Ok);
    QCOMPARE(outcome(referee.judge(trialOf(4, 2, 0, 0), busy, {}), u"context_switches"), Outcome::Mark);

    run::Prepared prepared;
    prepared.canaryUs = *testing::usual().canaryUs;
    Referee knowing(m_plan);
    QCOMPARE(outcome(first, u"canary"), Outcome::Unavailable);
    knowing.setPrepared(prepared);
    QCOMPARE(outcome(knowing.judge(trialOf(1, 1, 0, 1), undisturbed(), {}), u"canary"), Outcome::Ok);
}

void TestTrialChecks::armsAreTreatedAlike()
{
    Referee referee(m_plan);
    const auto compared = [&](const Trial& trial, std::uint64_t schedule) {
        auto seen = undisturbed();
        seen.load.scheduleHash = schedule;
        return referee.judge(trial, seen, {});
    };
    QCOMPARE(rowsAbout(compared(trialOf(1, 1, 1), 9).checks, u"equal_"), 0); // the first of its block
    const auto same = compared(trialOf(2, 1, 0), 9);
    QCOMPARE(same.status, u"ok"_s);
    QCOMPARE(rowsAbout(same.checks, u"equal_schedule"), 1);
    QCOMPARE(find(same.checks, u"equal_schedule")->trial, 2);
    QCOMPARE(find(same.checks, u"equal_schedule")->arm, u"memory"_s);
    const auto other = compared(trialOf(3, 1, 0), 8);
    QCOMPARE(rowsAbout(other.checks, u"equal_schedule"), 1);
    QCOMPARE(find(other.checks, u"equal_schedule")->outcome, Outcome::Void);
    QCOMPARE(other.status, u"void"_s);
    QCOMPARE(rowsAbout(compared(trialOf(4, 1, 0, 0), 7).checks, u"equal_"), 0); // another level
    QCOMPARE(rowsAbout(compared(trialOf(5, 2, 0, 0), 6).checks, u"equal_"), 0); // another block
    QCOMPARE(compared(trialOf(6, 2, 1, 0), 6).status, u"ok"_s);
}

// What was not run as planned cannot tell how the others ought to have been.
void TestTrialChecks::aFailedTrialIsNoReference()
{
    Referee referee(m_plan);
    auto broken = undisturbed();
    broken.load.signedIn = 10;
    broken.load.phases[std::size_t(load::Phase::Measure)].operations[plan::index(plan::Operation::Refresh)].counts = {};
    QCOMPARE(referee.judge(trialOf(1, 1, 0), broken, {}).status, u"failed"_s);
    const auto good = referee.judge(trialOf(2, 1, 1), undisturbed(), {});
    QVERIFY2(good.status == u"ok", qPrintable(good.reason));
    QCOMPARE(rowsAbout(good.checks, u"equal_"), 0);
}

void TestTrialChecks::theCulpritIsNamed()
{
    Referee referee(m_plan);
    referee.judge(trialOf(1, 1, 0), disturbedBy(u"browser"_s), {});
    QVERIFY(!referee.unfit({ { 1, true } }));
    referee.judge(trialOf(3, 2, 0), disturbedBy(u"indexer"_s), {});
    QVERIFY(!referee.unfit({ { 1, true }, { 2, true } }));
    referee.judge(trialOf(5, 3, 0), disturbedBy(u"browser"_s), {});
    const auto unfit = referee.unfit({ { 1, true }, { 2, true }, { 3, true } });
    QVERIFY(unfit);
    QVERIFY2(unfit->contains(u"3 blocks in a row; most often browser"_s), qPrintable(*unfit));
    QVERIFY(!referee.unfit({ { 1, true }, { 2, false }, { 3, true } }));
}

// Whoever used a little CPU meanwhile is not to blame for a generator at its own limit.
void TestTrialChecks::namesNobodyForTheGenerator()
{
    Referee referee(m_plan);
    auto seen = undisturbed();
    seen.load.busiestThreadCores = 0.95;
    for (int block = 1; block <= 3; ++block) {
        const auto record = referee.judge(trialOf(block, block, 0), seen, {});
        QCOMPARE(record.status, u"void"_s);
        QVERIFY2(record.reason.contains(u"busiest thread"_s), qPrintable(record.reason));
    }
    const auto unfit = referee.unfit({ { 1, true }, { 2, true }, { 3, true } });
    QVERIFY(unfit);
    QVERIFY2(!unfit->contains(u"browser"_s), qPrintable(*unfit));
    QVERIFY2(unfit->contains(u"busiest thread"_s), qPrintable(*unfit)); // but the reason is told
}

QTEST_APPLESS_MAIN(TestTrialChecks)
#include "tst_trialchecks.moc"
