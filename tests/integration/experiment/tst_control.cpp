// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/plan/schedule.h"
#include "app/results/comparison.h"
#include "app/results/resultsfolder.h"
#include "app/run/experiment.h"
#include "enginerun.h"

#include <QtTest>

#include <csignal>

using namespace ceteris;
using namespace Qt::StringLiterals;
using results::Outcome;

namespace {

// Two equal arms, so that nothing but the server is needed; trials of about 4 s.
constexpr auto plainPlan = R"(format = 1
name = "control"
seed = 7
blocks = 1
twin = %TWIN%
[guard]
action = "%ACTION%"
quiet_wait_s = 0
[oracle]
probes = %PROBES%
[decision]
metric = "response_p50"
[accounts]
count = 50
cost = 4
[server]
csrf = false
[load]
spawn_per_s = 50
write_share = 0.2
timeout_s = 5
[phases]
idle_s = 0.1
login_grace_s = 1
warmup_s = 0.3
measure_s = 2
drain_s = 1
washout_s = 0
[[level]]
name = "few"
users = 5
think_s = [0.02, 0.1]
[[level]]
name = "some"
users = 20
think_s = [0.02, 0.1]
[[arm]]
name = "one"
store = "memory"
[[arm]]
name = "two"
store = "memory"
)";

struct Wanted
{
    const char* action = "mark";
    bool twin = false;
    bool probes = false;
    bool oneLevel = true;
};

QByteArray planText(const Wanted& wanted)
{
    QByteArray text(plainPlan);
    text.replace("%ACTION%", wanted.action);
    text.replace("%TWIN%", wanted.twin ? "true" : "false");
    text.replace("%PROBES%", wanted.probes ? "true" : "false");
    if (wanted.oneLevel) {
        const auto begin = text.indexOf("[[level]]");
        text.remove(begin, text.indexOf("[[level]]", begin + 1) - begin);
    }
    return text;
}

// What is in the folder of a run, as the analysis sees it.
results::Results resultsOf(const EngineRun& run)
{
    const auto read = results::readResults(run.resultsFolder());
    return read ? *read : results::Results {};
}

std::vector<plan::Trial> trialsIn(const results::Results& results)
{
    const auto schedule = plan::schedule(results.plan, 20);
    std::vector<plan::Trial> trials;
    for (const auto& row : results.trials) {
        const auto& planned = schedule.at(std::size_t(row.trial) - 1);
        const bool isAsPlanned = row.block == planned.block && row.position == planned.position
            && row.arm == results.plan.arms[std::size_t(planned.arm)].name && row.seed == planned.seed
            && row.level == results.plan.levels[std::size_t(planned.level)].name;
        if (isAsPlanned && (trials.empty() || trials.back().number != row.trial))
            trials.push_back(planned);
    }
    return trials;
}

bool eventIs(const EngineRun& run, const QByteArrayList& parts)
{
    const auto lines = run.lines(u"live.ndjson"_s);
    return std::ranges::any_of(lines, [&](const QByteArray& line) {
        return std::ranges::all_of(parts, [&](const QByteArray& part) { return line.contains(part); });
    });
}

// Burns one core until it goes. Started apart: what descends from the engine is the experiment's own.
class Hog
{
public:
    Hog()
    {
        QProcess::startDetached(
            u"/bin/sh"_s, { u"-c"_s, u"printf hog > /proc/self/comm; while :; do :; done"_s }, {}, &m_pid);
    }
    ~Hog() { stop(); }
    void stop()
    {
        if (m_pid > 0)
            ::kill(static_cast<pid_t>(m_pid), SIGKILL);
        m_pid = 0;
    }
    Hog(const Hog&) = delete;
    Hog& operator=(const Hog&) = delete;

private:
    qint64 m_pid = 0;
};

} // namespace

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
    void aDisturbedBlockIsRunAgain_data();
    void aDisturbedBlockIsRunAgain();

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
        QVERIFY(row.kind == u"oracle" && row.outcome == Outcome::Ok && row.block == 0);
        probed += QString(row.arm % u' ' % row.check);
    }
    probed.sort();
    QCOMPARE(probed,
        (QStringList { u"one concurrent_writes"_s, u"one expiry"_s, u"one isolation"_s, u"one logout_race"_s,
            u"two concurrent_writes"_s, u"two expiry"_s, u"two isolation"_s, u"two logout_race"_s }));
}

void TestControl::aDisturbedBlockIsRunAgain_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("to its end") << false;
    QTest::newRow("killed after the void trial") << true;
}

// Other blocks may be void by what else this machine does: then it ends as unfit, but by the same schedule.
void TestControl::aDisturbedBlockIsRunAgain()
{
    QFETCH(bool, killed);
    Hog hog;
    EngineRun run;
    run.start(planText({ .action = "void" }));
    QTRY_VERIFY_WITH_TIMEOUT(eventIs(run, { "\"trial_finished\"", "\"trial\":1," }), 60'000);
    hog.stop();
    if (killed) {
        run.kill();
        run.resume();
    }
    const auto exit = run.waitForEnd(120'000);
    const auto results = resultsOf(run);
    QVERIFY2(!results.trials.empty(), run.output().constData());
    const auto& first = results.trials.front();
    QCOMPARE(first.status, u"void"_s);
    QVERIFY2(first.reason.contains(u"hog"_s), qPrintable(first.reason));
    const auto trials = trialsIn(results);
    QVERIFY(trials.size() > 2);
    const auto schedule = plan::schedule(results.plan, 20);
    QVERIFY(std::equal(trials.begin(), trials.end(), schedule.begin()));
    QCOMPARE(trials[1].block, 1); // was ended
    QCOMPARE(trials[2].block, 2);
    QVERIFY(trials[2].seed != trials[0].seed);

    const auto isUnfit = run.output().contains("environment is unfit");
    QVERIFY2(isUnfit || eventIs(run, { "\"experiment_finished\"", "\"done\"" }), run.output().constData());
    QVERIFY2(exit == (isUnfit ? 2 : exit) && (exit == 0 || exit == 2), run.output().constData());
    if (!isUnfit)
        QVERIFY(results.trials.back().status == u"ok");
}

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
