// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/resultsfolder.h"
#include "enginerun.h"

#include <QStandardPaths>
#include <QtTest>

#include <algorithm>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

constexpr int users = 60;

// While they sign out, no replica hears from the master; then it dies.
constexpr auto lossyPlan = R"(format = 1
name = "signouts"
seed = 12
blocks = 1
factor = ["redis.wait_replicas"]
[guard]
action = "mark"
quiet_wait_s = 0
[accounts]
count = 60
cost = 4
[load]
spawn_per_s = 40
logout = true
[phases]
idle_s = 0
login_grace_s = 2
warmup_s = 0.2
measure_s = 1
drain_s = 9
washout_s = 0
[[level]]
name = "few"
users = 60
think_s = [0.2, 0.4]
[[arm]]
name = "at its word"
store = "redis"
redis.deployment = "sentinel"
redis.replicas = 2
redis.down_after_ms = 500
[[arm]]
name = "confirmed"
store = "redis"
redis.deployment = "sentinel"
redis.replicas = 2
redis.down_after_ms = 500
redis.wait_replicas = 1
[[event]]
at_s = 1
what = "hold"
where = "replica-1"
arms = ["at its word", "confirmed"]
[[event]]
at_s = 1
what = "hold"
where = "replica-2"
arms = ["at its word", "confirmed"]
[[event]]
at_s = 1.75
what = "kill"
where = "master"
arms = ["at its word", "confirmed"]
)";

} // namespace

// A failover that forgets sign-outs, as an experiment shows it.
class TestSignOuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
            QSKIP("needs the package redis-server");
        m_run.start(lossyPlan);
        const auto exit = m_run.waitForEnd(120'000);
        QVERIFY2(
            exit == 0 || exit == 2, m_run.output().constData()); // 2: sign-outs were undone, so there is no verdict
        auto results = results::readResults(m_run.resultsFolder());
        QVERIFY(results);
        m_results = *std::move(results);
        for (const auto& row : m_results.trials)
            QVERIFY2(row.status == u"ok", qPrintable(row.arm + u": "_s + row.reason));
    }

    void theyComeBackAtTheMastersWord()
    {
        const auto signedOut = acknowledged(u"at its word"_s);
        const auto row = kill(u"at its word"_s);
        QVERIFY(signedOut > 10 && signedOut < users && row);
        qInfo("of %llu acknowledged sign-outs %llu were undone", qulonglong(signedOut),
            qulonglong(row->sessionsResurrected));
        QVERIFY(row->sessionsResurrected > signedOut / 2); // the first were with the replicas before the link was held
        QVERIFY(row->sessionsResurrected <= signedOut);
    }

    void noneThatAReplicaHasConfirmed()
    {
        const auto row = kill(u"confirmed"_s);
        QVERIFY(row && acknowledged(u"confirmed"_s) < users / 4);
        QCOMPARE(row->sessionsResurrected, 0U);
    }

    // at_s counts from the first of them, however long the drain before was.
    void theMomentIsOneOfTheSignOuts()
    {
        const auto events = m_run.table(u"events.csv"_s);
        int found = 0;
        double beganS = 0;
        for (const auto& cells : events) {
            if (cells.contains(u"logout"_s))
                beganS = cells.front().toDouble();
            if (!cells.contains(u"kill master"_s))
                continue;
            ++found;
            const auto intoS = cells.front().toDouble() - beganS;
            QVERIFY2(intoS > 0.7 && intoS < 1.2, qPrintable(QString::number(intoS)));
        }
        QCOMPARE(found, 2);
    }

private:
    const results::FaultRow* kill(const QString& arm) const
    {
        const auto row = std::ranges::find_if(
            m_results.faults, [&](const results::FaultRow& it) { return it.arm == arm && it.what == u"kill"; });
        return row != m_results.faults.end() ? &*row : nullptr;
    }

    std::uint64_t acknowledged(const QString& arm) const
    {
        const auto row = std::ranges::find_if(
            m_results.trials, [&](const results::TrialRow& it) { return it.arm == arm && it.operation == u"logout"; });
        return row != m_results.trials.end() ? row->ok : 0;
    }

    EngineRun m_run;
    results::Results m_results;
};

QTEST_GUILESS_MAIN(TestSignOuts)
#include "tst_signouts.moc"
