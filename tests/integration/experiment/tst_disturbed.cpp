// SPDX-License-Identifier: GPL-3.0-or-later
#include "controlplan.h"

#include <QtTest>

#include <csignal>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

// Burns one core until it goes. Started apart: what descends from the engine is the experiment's own.
class Hog
{
public:
    Hog()
    {
        const auto loop = u"printf hog > /proc/self/comm; while kill -0 %1; do :; done"_s; // while this test is there
        QProcess::startDetached(u"/bin/sh"_s, { u"-c"_s, loop.arg(QCoreApplication::applicationPid()) }, {}, &m_pid);
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

// What a disturbed trial costs. Nothing else of ours may run meanwhile: it would be the culprit.
class TestDisturbed : public QObject
{
    Q_OBJECT

private slots:
    void aDisturbedBlockIsRunAgain_data();
    void aDisturbedBlockIsRunAgain();
};

void TestDisturbed::aDisturbedBlockIsRunAgain_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("to its end") << false;
    QTest::newRow("killed after the void trial") << true;
}

// Other blocks may be void by what else this machine does: then it ends as unfit, but by the same schedule.
void TestDisturbed::aDisturbedBlockIsRunAgain()
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

QTEST_GUILESS_MAIN(TestDisturbed)
#include "tst_disturbed.moc"
