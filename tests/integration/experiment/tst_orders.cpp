// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stream.h"
#include "controlplan.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <csignal>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

constexpr Wanted wanted { .blocks = 2, .loginGraceS = 1.5 }; // a busy machine can sign in

bool isUnderLoad(const EngineRun& run, int trial)
{
    return std::ranges::any_of(run.lines(u"live.ndjson"_s), [trial](const QByteArray& line) {
        const auto entry = results::entryFromLine(line);
        const auto* phase = entry ? std::get_if<results::PhaseStarted>(&entry->event) : nullptr;
        return phase && phase->trial == trial && phase->phase == u"login";
    });
}

// The trial fails: its server is gone.
void killServer(const EngineRun& run)
{
    for (const auto& [pid, name] : childrenOf(run.pid()))
        if (name == "ceteris-server")
            ::kill(static_cast<pid_t>(pid), SIGKILL);
}

// "1 failed", "2 ok", … as trials.csv has it.
QStringList statuses(const EngineRun& run)
{
    const auto rows = run.table(u"trials.csv"_s);
    const auto trial = rows.front().indexOf(u"trial"_s);
    const auto status = rows.front().indexOf(u"status"_s);
    QStringList all;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
        all += row->at(trial) + u' ' + row->at(status);
    all.removeDuplicates();
    return all;
}

QStringList orders(const EngineRun& run)
{
    QStringList all;
    for (const auto& row : run.table(u"checks.csv"_s))
        if (row.contains(u"person"_s))
            all += row[1] + u' ' + row[5] + u' ' + row[11]; // trial, check, outcome
    return all;
}

QJsonObject verdict(const EngineRun& run)
{
    return QJsonDocument::fromJson(run.content(u"verdict.json"_s)).object();
}

} // namespace

// What a person may have done with a trial, and what comes of it.
class TestOrders : public QObject
{
    Q_OBJECT

private slots:
    void aSkippedTrialIsVoidAndItsBlockRunAgain()
    {
        EngineRun run;
        run.watch(planText(wanted));
        QTRY_VERIFY_WITH_TIMEOUT(isUnderLoad(run, 1), 30'000);
        run.say("{\"skip\":2}\n{\"skip\":0}\n{\"again\":1}\n{\"skip\":\"trial\"}\n"); // nothing of that is there
        QVERIFY(run.waitForOutput("\"phase\":\"measure\""));
        run.say("{\"skip\":1}\n");
        QVERIFY2(run.waitForOutput("\"trial_finished\""), run.output().constData());
        run.say("{\"skip\":1}\n"); // too late
        run.waitForEnd(120'000);
        QCOMPARE(statuses(run), (QStringList { u"1 void"_s, u"2 ok"_s, u"3 ok"_s, u"4 ok"_s, u"5 ok"_s, u"6 ok"_s }));
        QCOMPARE(orders(run), QStringList { u"1 skipped void"_s });
        QVERIFY(run.content(u"events.csv"_s).contains("user,skipped,A person skipped it "));
        const auto said = verdict(run);
        QCOMPARE(said[u"blocks_valid"_s].toInt(), 2);
        QCOMPARE(said[u"void_blocks"_s][0][u"block"_s].toInt(), 1);
        QVERIFY2(run.content(u"verdict.json"_s).contains("a person had 1 of 3 blocks run again"),
            run.content(u"verdict.json"_s).constData());
        run.resume(); // nothing is left
        run.waitForEnd(120'000);
        QCOMPARE(statuses(run).size(), 6);
    }

    void aFailedTrialsBlockIsRunAgainWhenAsked()
    {
        EngineRun run;
        run.watch(planText(wanted));
        QTRY_VERIFY_WITH_TIMEOUT(isUnderLoad(run, 1), 30'000);
        killServer(run);
        QTRY_VERIFY_WITH_TIMEOUT(isUnderLoad(run, 2), 30'000);
        run.say("{\"again\":2}\n{\"again\":1}\n{\"again\":1}\n");
        run.waitForEnd(120'000);
        QCOMPARE(statuses(run), (QStringList { u"1 failed"_s, u"2 ok"_s, u"3 ok"_s, u"4 ok"_s, u"5 ok"_s, u"6 ok"_s }));
        QCOMPARE(orders(run), QStringList { u"1 run_again void"_s });
        QVERIFY(run.content(u"events.csv"_s).contains("user,run_again,A person had its block run again."));
        QCOMPARE(verdict(run)[u"blocks_valid"_s].toInt(), 2);
        QCOMPARE(verdict(run)[u"blocks_void"_s].toInt(), 1);
    }

    void aResumeRunsItAgain()
    {
        EngineRun run;
        run.start(planText(wanted));
        QTRY_VERIFY_WITH_TIMEOUT(isUnderLoad(run, 4), 60'000);
        killServer(run);
        QCOMPARE(run.waitForEnd(120'000), 2);
        QVERIFY2(run.output().contains("--again 4\n"), run.output().constData());
        QCOMPARE(statuses(run).last(), u"4 failed"_s);
        run.resume({ u"--again"_s, u"3"_s });
        QCOMPARE(run.waitForEnd(120'000), 64);
        QVERIFY2(
            run.output().contains("Trial 3 cannot be run again: only a failed one can, and of those there are: 4."),
            run.output().constData());
        QVERIFY(orders(run).isEmpty());
        run.resume({ u"--again"_s, u"4"_s });
        run.waitForEnd(120'000);
        QCOMPARE(statuses(run).mid(3), (QStringList { u"4 failed"_s, u"5 ok"_s, u"6 ok"_s }));
        QCOMPARE(verdict(run)[u"blocks_valid"_s].toInt(), 2);
        QVERIFY2(!run.output().contains("--again"), run.output().constData());
    }
};

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
