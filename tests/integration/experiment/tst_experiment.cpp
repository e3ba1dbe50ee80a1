// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginerun.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// Two arms, one level, two blocks: four trials of about 3 s.
constexpr auto smallPlan = R"(format = 1
name = "small"
seed = 7
blocks = 2
[guard]
action = "mark"
[decision]
metric = "response_p50"
[accounts]
count = 50
cost = 4
[load]
spawn_per_s = 50
write_share = 0.2
logout = true
timeout_s = 5
[phases]
idle_s = 0.1
login_grace_s = 0.5
warmup_s = 0.3
measure_s = 1
drain_s = 1
washout_s = 0.2
[[level]]
name = "some"
users = 20
think_s = [0.02, 0.1]
[[arm]]
name = "memory"
store = "memory"
[[arm]]
name = "redis"
store = "redis"
)";

// A table as maps from column to cell.
QList<QHash<QString, QString>> rowsOf(const EngineRun& run, const QString& file)
{
    const auto table = run.table(file);
    QList<QHash<QString, QString>> rows;
    for (std::size_t i = 1; i < table.size(); ++i) {
        QHash<QString, QString> row;
        for (qsizetype column = 0; column < table[0].size() && column < table[i].size(); ++column)
            row.insert(table[0][column], table[i][column]);
        rows.append(row);
    }
    return rows;
}

quint64 number(const QHash<QString, QString>& row, const char* column)
{
    return row.value(QString::fromLatin1(column)).toULongLong();
}

QStringList trialKeys(const EngineRun& run)
{
    QStringList keys;
    for (const auto& row : rowsOf(run, u"trials.csv"_s))
        keys.append(row[u"trial"_s] % u'/' % row[u"block"_s] % u'/' % row[u"arm"_s] % u'/' % row[u"level"_s] % u'/'
            % row[u"operation"_s] % u'/' % row[u"seed"_s]);
    return keys;
}

constexpr int operations = 5; // login page, login, refresh, write, logout
constexpr int trials = 4;

} // namespace

class TestExperiment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
            QSKIP("redis-server is not installed: apt install redis-server");
        m_whole.start(smallPlan);
        m_wholeExit = m_whole.waitForEnd();
    }

    void runsEveryTrial()
    {
        QVERIFY2(m_whole.wentWell(m_wholeExit), m_whole.output().right(1000).constData());
        const auto rows = rowsOf(m_whole, u"trials.csv"_s);
        QCOMPARE(rows.size(), operations * trials);
        const auto header = m_whole.lines(u"trials.csv"_s).first();
        QVERIFY(header.startsWith("experiment,block,position,trial,arm,level,operation,status,reason,planned,unsent,"
                                  "sent,ok,failed,timeouts,censored,requests_per_s,response_p50_us,response_p95_us,"
                                  "response_p99_us,response_p99_9_us,response_max_us,service_p50_us,"));
        QVERIFY2(m_whole.output().contains("refresh"), m_whole.output().constData());
        QVERIFY(m_whole.output().contains(m_whole.resultsFolder().toLocal8Bit().right(20)));
    }

    void everyRowBalances()
    {
        for (const auto& row : rowsOf(m_whole, u"trials.csv"_s)) {
            QCOMPARE(row[u"status"_s], u"ok"_s);
            QCOMPARE(number(row, "planned"), number(row, "sent") + number(row, "unsent"));
            QCOMPARE(number(row, "sent"),
                number(row, "ok") + number(row, "failed") + number(row, "timeouts") + number(row, "censored"));
            QCOMPARE(number(row, "server_requests"), number(row, "sent_all_phases"));
            QCOMPARE(number(row, "store_sessions"), 20u);
            QVERIFY(number(row, "sent") > 0);
            QCOMPARE(number(row, "failed"), 0u);
        }
    }

    void windowsAndLoadAreEqual()
    {
        QHash<QString, QSet<QString>> windows;
        QHash<QString, QSet<QString>> seeds;
        for (const auto& row : rowsOf(m_whole, u"trials.csv"_s)) {
            windows[row[u"operation"_s]].insert(row[u"window_s"_s]);
            seeds[row[u"block"_s]].insert(row[u"seed"_s]);
        }
        for (const auto& lengths : windows)
            QCOMPARE(lengths.size(), 1);
        for (const auto& ofBlock : seeds)
            QCOMPARE(ofBlock.size(), 1);
        QCOMPARE(seeds.size(), 2);
    }

    void storeFiguresOnlyWhereThereIsAStore()
    {
        for (const auto& row : rowsOf(m_whole, u"trials.csv"_s)) {
            QCOMPARE(row[u"store_cpu_us_per_request"_s].isEmpty(), row[u"arm"_s] == u"memory");
            QVERIFY(!row[u"app_cpu_us_per_request"_s].isEmpty());
        }
        const auto series = rowsOf(m_whole, u"timeseries.csv"_s);
        QVERIFY(series.size() > 50);
        QSet<QString> metrics;
        for (const auto& row : series)
            metrics.insert(row[u"metric"_s]);
        for (const auto& metric : { u"cpu_app"_s, u"cpu_store"_s, u"cpu_generator"_s, u"cpu_other"_s,
                 u"redis_used_memory"_s, u"sessions_live"_s, u"requests_per_s.refresh"_s, u"response_p99.refresh"_s })
            QVERIFY2(metrics.contains(metric), qPrintable(metric));
    }

    void theStreamIsReadable()
    {
        QSet<QString> types;
        for (const auto& line : m_whole.lines(u"live.ndjson"_s)) {
            const auto json = QJsonDocument::fromJson(line).object();
            QVERIFY2(!json.isEmpty(), line.constData());
            types.insert(json[u"type"_s].toString());
        }
        for (const auto& type : { u"experiment_started"_s, u"trial_started"_s, u"phase_started"_s, u"tick"_s,
                 u"trial_finished"_s, u"experiment_finished"_s })
            QVERIFY2(types.contains(type), qPrintable(type));
    }

    // Wherever it is killed, going on ends with the same trials, and nothing is left running meanwhile.
    void killedAndResumed_data()
    {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("in the first trial") << QByteArray("\"phase\":\"measure\"");
        QTest::newRow("between trials") << QByteArray("\"phase\":\"washout\"");
        QTest::newRow("late") << QByteArray("\"type\":\"trial_finished\",\"trial\":3");
    }

    void killedAndResumed()
    {
        QFETCH(QByteArray, when);
        EngineRun run;
        run.start(smallPlan);
        const auto seen = [&] {
            const auto keys = when.split(',');
            for (const auto& line : run.lines(u"live.ndjson"_s))
                if (std::all_of(keys.begin(), keys.end(), [&](const auto& key) { return line.contains(key); }))
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen(), 30'000);
        const auto children = childrenOf(run.pid());
        run.kill();
        for (const auto& [pid, name] : children)
            QTRY_VERIFY2_WITH_TIMEOUT(!isAlive(pid), name.constData(), 2'000);

        run.resume();
        const auto exit = run.waitForEnd();
        QVERIFY2(run.wentWell(exit), run.output().right(1000).constData());
        QCOMPARE(trialKeys(run), trialKeys(m_whole));
        const auto keys = trialKeys(run);
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    }

    void stoppedByCtrlC()
    {
        EngineRun run;
        run.start(smallPlan);
        QVERIFY2(run.waitForOutput("trial 1 of 4"), run.output().constData());
        const auto children = childrenOf(run.pid());
        run.signal(SIGINT);
        QCOMPARE(run.waitForEnd(10'000), 2);
        for (const auto& [pid, name] : children)
            QVERIFY2(!isAlive(pid), name.constData());
        QVERIFY2(run.output().contains("resume"), run.output().constData());
        const auto rows = rowsOf(run, u"trials.csv"_s);
        QVERIFY(rows.size() >= operations && rows.size() < operations * trials);
        QCOMPARE(rows.size() % operations, 0);
    }

    void analysedAgainItIsTheSame()
    {
        const auto comparison = m_whole.content(u"comparison.csv"_s);
        const auto verdict = m_whole.content(u"verdict.json"_s);
        const auto word = m_wholeExit == 0 ? "PILOT" : "NOT COMPARABLE";
        QVERIFY2(comparison.contains(word) && verdict.contains(word), comparison.constData());
        QCOMPARE(ceteris({ u"analyse"_s, m_whole.resultsFolder() }), m_wholeExit);
        QCOMPARE(m_whole.content(u"comparison.csv"_s), comparison);
        QCOMPARE(m_whole.content(u"verdict.json"_s), verdict);
    }

    void exports_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("file");
        QTest::newRow("Locust") << u"locust"_s << u"memory-some_stats.csv"_s;
        QTest::newRow("hgrm") << u"hgrm"_s << u"memory-some-refresh.hgrm"_s;
    }

    void exports()
    {
        QFETCH(QString, format);
        QFETCH(QString, file);
        const QTemporaryDir folder;
        const auto output = folder.filePath(u"out"_s);
        QCOMPARE(ceteris({ u"export"_s, m_whole.resultsFolder(), u"--format"_s, format, u"-o"_s, output }), 0);
        QVERIFY2(QFile::exists(output % u'/' % file), qPrintable(QDir(output).entryList(QDir::Files).join(u' ')));
    }

    void loadDrivesAnyUrl()
    {
        QProcess server;
        server.start(QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"),
            { u"--port"_s, u"0"_s, u"--users"_s, u"1"_s, u"--cost"_s, u"4"_s });
        const QRegularExpression address(u"http://127\\.0\\.0\\.1:\\d+"_s);
        QString said;
        QTRY_VERIFY_WITH_TIMEOUT(
            (server.waitForReadyRead(100), said += QString::fromUtf8(server.readAll()), said.contains(address)),
            20'000);
        QByteArray output;
        const auto exit = ceteris({ u"load"_s, address.match(said).captured() + u"/healthz"_s, u"--users"_s, u"3"_s,
                                      u"--duration"_s, u"0.5"_s, u"--think"_s, u"0.01-0.02"_s, u"--json"_s },
            &output);
        server.terminate();
        QVERIFY(server.waitForFinished());
        QCOMPARE(exit, 0);
        const auto json = QJsonDocument::fromJson(output).object();
        QVERIFY2(json[u"requests_per_s"_s].toDouble() > 1, output.constData());
        QCOMPARE(json[u"errors"_s].toInt(-1), 0);
        for (const auto& times : { u"response_us"_s, u"service_us"_s })
            for (const auto& key : { u"p50"_s, u"p95"_s, u"p99"_s, u"p99_9"_s, u"max"_s })
                QVERIFY2(json[times][key].isDouble(), qPrintable(QString(times % u'.' % key)));
        QVERIFY(json.contains(u"lag_p99_us"_s) && json.contains(u"generator_cores"_s));
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::newRow("no command") << QStringList {} << 64;
        QTest::newRow("unknown command") << QStringList { u"rum"_s } << 64;
        QTest::newRow("unknown preset") << QStringList { u"run"_s, u"nonsense"_s } << 64;
        QTest::newRow("not a URL") << QStringList { u"load"_s, u"ftp://x"_s } << 64;
        QTest::newRow("bad think time") << QStringList { u"load"_s, u"http://127.0.0.1:1/"_s, u"--think"_s, u"x"_s }
                                        << 64;
        QTest::newRow("nobody listens") << QStringList { u"load"_s, u"http://127.0.0.1:1/"_s, u"--duration"_s,
            u"0.2"_s } << 3;
        QTest::newRow("help") << QStringList { u"--help"_s } << 0;
        QTest::newRow("presets") << QStringList { u"presets"_s } << 0;
        QTest::newRow("check") << QStringList { u"check"_s, u"blog"_s } << 0;
    }

    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QByteArray output;
        QTEST(ceteris(arguments, &output), "exit");
        QVERIFY(!output.isEmpty());
    }

    void badPlansStartNothing()
    {
        EngineRun run;
        run.start("format = 1\nname = \"x\"\nblokcs = 2\n");
        QCOMPARE(run.waitForEnd(), 64);
        QVERIFY2(run.output().contains("test.ceteris.toml:3: blokcs"), run.output().constData());
        QVERIFY(run.resultsFolder().isEmpty());
    }

    void resumeNeedsAResultsFolder()
    {
        QProcess process;
        process.start(QStringLiteral(CETERIS_BIN_DIR "/ceteris-cli"), { u"resume"_s, u"/nowhere"_s });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("/nowhere"));
    }

private:
    // Runs a command to its end; its exit code, and what it wrote.
    static int ceteris(const QStringList& arguments, QByteArray* output = nullptr)
    {
        QProcess process;
        if (output)
            process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(CETERIS_BIN_DIR "/ceteris-cli"), arguments);
        if (!process.waitForFinished(30'000))
            return -1;
        if (output)
            *output = process.readAll();
        return process.exitCode();
    }

    EngineRun m_whole; // one complete run that several tests look at
    int m_wholeExit = -1;
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
