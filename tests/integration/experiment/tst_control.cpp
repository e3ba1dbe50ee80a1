// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/comparison.h"
#include "app/run/experiment.h"
#include "balancedarm.h"
#include "controlplan.h"

#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;
using results::Outcome;

// What makes it an experiment, from end to end. None of it may depend on how quiet the machine is.
class TestControl : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void everyTrialIsChecked();
    void aServerThatSwapsUsersEndsIt();
    void anArmThatLosesSessionsGetsNoVerdict();
    void probesAreRunOnce();
    void instancesSayWhatTheyAre();

private:
    // Runs the plan in this process, on the server with a fault.
    struct Ran
    {
        Result<run::Ending> ending = fail(ErrorCode::Stopped, {});
        results::Results results;
        std::vector<results::Comparison> comparisons;
        QByteArray violations;
    };
    Ran runOnMutant(const QByteArray& mutant, const QByteArray& rate);

    QTemporaryDir m_folder;
};

void TestControl::initTestCase()
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toLocal8Bit());
}

void TestControl::cleanup()
{
    qunsetenv("CETERIS_MUTANT");
    qunsetenv("CETERIS_MUTANT_RATE");
}

// The one run that asks the machine first.
void TestControl::everyTrialIsChecked()
{
    EngineRun run;
    run.start(planText({ .twin = true, .oneLevel = false }), EngineRun::WithPreflight);
    const auto exit = run.waitForEnd(120'000);
    const auto results = resultsOf(run);
    QVERIFY2(!results.trials.empty(), run.output().constData());
    QCOMPARE(trialsIn(results).size(), 5U); // the twin only where it is decided
    QMap<int, QStringList> kinds;
    for (const auto& row : results.checks)
        if (!kinds[row.trial].contains(row.kind))
            kinds[row.trial] += row.kind;
    QCOMPARE(kinds.keys(), (QList<int> { 1, 2, 3, 4, 5 }));
    for (auto& ofTrial : kinds) {
        ofTrial.sort();
        QCOMPARE(ofTrial, (QStringList { u"generator"_s, u"guard"_s, u"oracle"_s, u"warmup"_s }));
    }
    for (const auto& row : results.trials)
        QVERIFY2(row.status == u"ok", qPrintable(row.reason)); // whatever the machine did
    for (const auto& row : results.checks)
        if (row.check == u"loop_hiccup")
            QVERIFY(row.outcome != Outcome::Unavailable); // there is a floor to stand on
    bool hasTwin = false;
    for (const auto& it : results::compare(results.plan, results.trials, results.checks)) {
        QCOMPARE(it.isTwin, it.arm == u"one twin");
        QVERIFY(!it.isTwin || it.level == u"some");
        hasTwin = hasTwin || it.isTwin;
    }
    QVERIFY(hasTwin && run.content(u"comparison.csv"_s).contains("one twin"));
    QVERIFY(eventIs(run, { "\"type\":\"preflight\"" }));
    QVERIFY2(run.wentWell(exit), run.output().right(1000).constData());
}

TestControl::Ran TestControl::runOnMutant(const QByteArray& mutant, const QByteArray& rate)
{
    qputenv("CETERIS_MUTANT", mutant);
    qputenv("CETERIS_MUTANT_RATE", rate);
    const auto text = planText({});
    const auto reading = plan::read(text);
    const auto folder
        = results::ResultsFolder::create(m_folder.filePath(QString::fromLatin1(mutant)), reading.plan, text);
    if (!reading.ok() || !folder)
        return {};
    const run::StopSignal stop;
    Ran ran;
    ran.ending = run::runExperiment(
        **folder, { QStringLiteral(CETERIS_BIN_DIR "/ceteris_mutantserver"), false }, stop, [](const auto&) {});
    if (auto read = results::readResults((*folder)->path()))
        ran.results = *std::move(read);
    ran.comparisons = results::compare(ran.results.plan, ran.results.trials, ran.results.checks);
    QFile violations((*folder)->path() % u"/violations.csv");
    if (violations.open(QIODevice::ReadOnly))
        ran.violations = violations.readAll();
    return ran;
}

void TestControl::aServerThatSwapsUsersEndsIt()
{
    const auto ran = runOnMutant("swap", "0.05");
    QVERIFY(!ran.ending);
    QCOMPARE(ran.ending.error().code, ErrorCode::SessionsLeaked);
    const auto trials = trialsIn(ran.results);
    QCOMPARE(trials.size(), 1U); // at once
    const auto arm = ran.results.plan.arms[std::size_t(trials[0].arm)].name;
    QCOMPARE(ran.ending.error().facts, (QStringList { arm, u"1"_s }));
    QVERIFY(std::ranges::any_of(
        ran.results.checks, [](const auto& row) { return row.kind == u"oracle" && row.outcome == Outcome::Void; }));
    QVERIFY2(ran.violations.contains("refresh ok, status 200") && ran.violations.count('\n') > 2,
        ran.violations.constData());
    for (const auto& it : ran.comparisons)
        QVERIFY(!it.primary || it.decision.verdict == stats::Verdict::NotComparable);
}

void TestControl::anArmThatLosesSessionsGetsNoVerdict()
{
    const auto ran = runOnMutant("drop", "0.03");
    QVERIFY2(ran.ending, ran.ending ? "" : qPrintable(describe(ran.ending.error())));
    QVERIFY(ran.ending->complete);
    const auto lost = [](const results::CheckRow& row) { return row.check == u"lost_session"; };
    QCOMPARE(std::ranges::count_if(ran.results.checks, lost), 2);
    for (const auto& row : ran.results.checks)
        QVERIFY(!lost(row) || row.outcome == Outcome::Void);
    const auto primary = std::ranges::find_if(ran.comparisons, &results::Comparison::primary);
    QVERIFY(primary != ran.comparisons.end());
    QCOMPARE(primary->decision.verdict, stats::Verdict::NotComparable);
    QVERIFY2(primary->reason.contains(u"a wrong answer is not fast"_s), qPrintable(primary->reason));
    QVERIFY(ran.violations.contains("lost_session"));
}

void TestControl::probesAreRunOnce()
{
    EngineRun run;
    run.start(planText({ .probes = true }));
    QTRY_VERIFY_WITH_TIMEOUT(eventIs(run, { "\"trial_started\"" }), 60'000);
    run.kill();
    run.resume();
    const auto exit = run.waitForEnd();
    QVERIFY2(run.wentWell(exit), run.output().right(1000).constData());
    const auto results = resultsOf(run);
    QCOMPARE(trialsIn(results).size(), 2U);
    QStringList probed;
    for (const auto& row : results.checks) {
        if (row.trial != 0)
            continue;
        QVERIFY(row.outcome == Outcome::Ok && row.block == 0);
        QCOMPARE(row.kind, row.check == u"revocation_lag" ? u"probe"_s : u"oracle"_s);
        probed += QString(row.arm % u' ' % row.check);
    }
    probed.sort();
    QCOMPARE(probed,
        (QStringList { u"one concurrent_writes"_s, u"one expiry"_s, u"one isolation"_s, u"one logout_race"_s,
            u"one revocation_lag"_s, u"two concurrent_writes"_s, u"two expiry"_s, u"two isolation"_s,
            u"two logout_race"_s, u"two revocation_lag"_s }));
}

// An arm that forgets is measured to the end, and it is said why its figures are not to be compared.
void TestControl::instancesSayWhatTheyAre()
{
    for (const auto& program : { u"nginx"_s, u"haproxy"_s })
        if (!isInstalled(program))
            QSKIP(qPrintable(QString(u"apt install "_s + program)));
    EngineRun engine;
    engine.start(
        "format = 1\n"
        "name = \"sticky\"\n"
        "blocks = 1\n"
        "factor = [\"balancer.kind\", \"balancer.method\"]\n"
        "guard.action = \"mark\"\n"
        "accounts = { count = 30, cost = 4 }\n"
        "load = { spawn_per_s = 20, write_share = 0.2, grow_bytes = 100, bot_share = 0.3, networks = 5, image_kib = 10 "
        "}\n"
        "phases = { idle_s = 0, login_grace_s = 1, warmup_s = 0.5, measure_s = 3, drain_s = 2, washout_s = 0 }\n"
        "[[level]]\n"
        "name = \"few\"\n"
        "users = 30\n"
        "think_s = [0.05, 0.1]\n"
        "[[arm]]\n"
        "name = \"sticky\"\n"
        "store = \"memory\"\n"
        "instances = 3\n"
        "balancer = { kind = \"haproxy\", method = \"sticky-cookie\" }\n"
        "[[arm]]\n"
        "name = \"round robin\"\n"
        "store = \"memory\"\n"
        "instances = 3\n");
    engine.waitForEnd();
    const auto rows = engine.table(u"trials.csv"_s);
    QVERIFY2(rows.size() > 1, engine.output().constData());
    const auto cell = [&rows](const QString& arm, const QString& operation, const QString& column) {
        const auto at = rows.front().indexOf(column);
        for (const auto& row : rows)
            if (row.value(rows.front().indexOf(u"arm"_s)) == arm
                && row.value(rows.front().indexOf(u"operation"_s)) == operation)
                return row.value(at);
        return QString();
    };
    const auto number = [&cell](const QString& arm, const QString& operation, const QString& column) {
        return cell(arm, operation, column).toDouble();
    };
    QCOMPARE(cell(u"sticky"_s, u"refresh"_s, u"status"_s), u"ok"_s);
    QCOMPARE(cell(u"sticky"_s, u"refresh"_s, u"reason"_s), QString());
    QCOMPARE(number(u"sticky"_s, u"refresh"_s, u"failed_session_lost"_s), 0.0);
    QCOMPARE(number(u"sticky"_s, u"image"_s, u"ok"_s), 30.0);
    QCOMPARE(number(u"sticky"_s, u"login"_s, u"store_sessions"_s), 30.0); // visits make none
    QCOMPARE(number(u"sticky"_s, u"visit"_s, u"failed"_s), 0.0);
    const auto visits = number(u"sticky"_s, u"visit"_s, u"ok"_s);
    const auto refreshes = number(u"sticky"_s, u"refresh"_s, u"ok"_s);
    QVERIFY2(std::abs(visits / (visits + refreshes) - 0.3) < 0.1, qPrintable(QString::number(visits)));
    QVERIFY(number(u"sticky"_s, u"refresh"_s, u"bytes_per_session"_s) > 10'000); // the image is in it
    QVERIFY(number(u"sticky"_s, u"refresh"_s, u"imbalance"_s) >= 1);
    QCOMPARE(number(u"round robin"_s, u"login"_s, u"signed_in"_s), 30.0);
    const auto lost = number(u"round robin"_s, u"refresh"_s, u"failed_session_lost"_s);
    const auto sent = number(u"round robin"_s, u"refresh"_s, u"sent"_s);
    QVERIFY2(std::abs(lost / sent - 2.0 / 3) < 0.15, qPrintable(QString::number(lost / sent)));
    QVERIFY(number(u"round robin"_s, u"refresh"_s, u"imbalance"_s) < 1.2);
    QVERIFY(engine.content(u"timeseries.csv"_s).contains("instance_requests.3"));
    QVERIFY(engine.content(u"timeseries.csv"_s).contains("cpu_balancer"));
    QVERIFY2(engine.content(u"violations.csv"_s).contains("lost"), engine.content(u"violations.csv"_s).constData());
}

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
