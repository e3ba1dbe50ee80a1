// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/cli/units.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtTest>

using namespace ceteris;

class TestCli : public QObject
{
    Q_OBJECT

    static int called(QByteArrayList arguments)
    {
        arguments.prepend("ceteris-cli");
        std::vector<char*> argv;
        for (auto& argument : arguments)
            argv.push_back(argument.data());
        return cli::runCommandLine(int(argv.size()), argv.data());
    }

private slots:
    void units_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString& shown, const char* expected) {
            QTest::newRow(expected) << shown << QString::fromUtf8(expected);
        };
        row(cli::duration(4'721), "4.72 ms");
        row(cli::duration(118), "118 us");
        row(cli::duration(999.7), "1.00 ms");
        row(cli::duration(1'240'000), "1.24 s");
        row(cli::rate(667.4), "667");
        row(cli::rate(12'380), "12.4 k");
        row(cli::bytes(326), "326 B");
        row(cli::bytes(1.21 * 1024 * 1024), "1.21 MiB");
        row(cli::span(8), "8 s");
        row(cli::span(179), "3 min");
        row(cli::span(7'500), "2 h 05 min");
        row(cli::threeDigits(0.01234), "0.0123");
        row(cli::threeDigits(0), "0");
        row(cli::counted(1, u"level"), "1 level");
        row(cli::counted(8, u"block"), "8 blocks");
        QTest::newRow("not measured") << cli::duration({}) << QStringLiteral("—");
    }

    void units()
    {
        QFETCH(QString, shown);
        QTEST(shown, "expected");
    }

    void think_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("one number") << QStringLiteral("0.5") << true << 0.5 << 0.5;
        QTest::newRow("range") << QStringLiteral("0.5-3") << true << 0.5 << 3.0;
        QTest::newRow("zero") << QStringLiteral("0") << true << 0.0 << 0.0;
        QTest::newRow("backwards") << QStringLiteral("3-1") << false << 0.0 << 0.0;
        QTest::newRow("negative") << QStringLiteral("-1") << false << 0.0 << 0.0;
        QTest::newRow("three") << QStringLiteral("1-2-3") << false << 0.0 << 0.0;
        QTest::newRow("word") << QStringLiteral("soon") << false << 0.0 << 0.0;
        QTest::newRow("empty") << QString() << false << 0.0 << 0.0;
    }

    void think()
    {
        QFETCH(QString, text);
        QFETCH(bool, ok);
        double low = -1;
        double high = -1;
        QCOMPARE(cli::parseThink(text, low, high), ok);
        if (ok) {
            QTEST(low, "low");
            QTEST(high, "high");
        }
    }

    void exitCodes_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArrayList& arguments, int code) {
            QTest::newRow(name) << arguments << code;
        };
        row("preflight without a plan", { "preflight" }, 64);
        row("preflight, no such plan", { "preflight", "nonsense" }, 64);
        row("preflight asks; it cannot be told not to", { "preflight", "blog", "--no-preflight" }, 64);
        row("calibrate without a plan", { "calibrate" }, 64);
        row("calibrate, no such plan", { "calibrate", "nonsense" }, 64);
        row("calibrate --aa, no such plan", { "calibrate", "nonsense", "--aa" }, 64);
        row("a pilot that is too short", { "calibrate", "blog", "--pilot-s", "19" }, 64);
        row("a pilot that is too long", { "calibrate", "blog", "--pilot-s", "961" }, 64);
        row("run --no-preflight without a plan", { "run", "--no-preflight" }, 64);
        row("run --no-preflight, no such plan", { "run", "nonsense", "--no-preflight" }, 64);
        row("--no-preflight takes no value", { "run", "nonsense", "--no-preflight=perhaps" }, 64);
        row("resume --no-preflight, no such folder", { "resume", "/nowhere", "--no-preflight" }, 3);
        row("analyse, no such folder", { "analyse", "/nowhere" }, 3);
        row("analyse: no verdict", { "analyse", "BLOG" }, 2);
    }

    void exitCodes()
    {
        QFETCH(QByteArrayList, arguments);
        QTemporaryDir blog; // the analysis writes beside what it reads
        const QDir data(QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/blog"));
        for (const auto& name : data.entryList(QDir::Files))
            QVERIFY(QFile::copy(data.filePath(name), blog.filePath(name)));
        if (arguments.last() == "BLOG")
            arguments.last() = blog.path().toLocal8Bit();
        QTEST(called(arguments), "code");
    }

    void imports_data()
    {
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("made");
        const QByteArray data = CETERIS_SOURCE_DIR "/tests/data/";
        const auto row = [](const char* name, const QByteArrayList& files, int code, int made) {
            QTest::newRow(name) << files << code << made;
        };
        row("no file", {}, 64, 0);
        row("no such file", { "/nowhere.json" }, 3, 0);
        row("a folder", { data + "blog" }, 0, 1);
        row("a file of it", { data + "blog/plan.ceteris.toml" }, 0, 1);
        row("tables of one run", { data + "locust/plain_stats.csv", data + "locust/plain_failures.csv" }, 0, 1);
        row("of two runs", { data + "locust/plain_stats.csv", data + "locust/full_stats.csv" }, 0, 2);
        row("one is not there", { data + "locust/plain_stats.csv", "/nowhere.json", data + "blog" }, 3, 2);
        row("a table of something else", { data + "blog/trials.csv" }, 3, 0);
    }

    void imports()
    {
        QFETCH(QByteArrayList, files);
        QFETCH(int, made);
        QTemporaryDir root;
        const auto into = root.filePath(QStringLiteral("results"));
        QTEST(called(QByteArrayList { "import", "--into", into.toLocal8Bit() } + files), "code");
        QCOMPARE(QDir(into).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), made);
    }

    void tableAligns()
    {
        const auto text = cli::aligned(
            { { QStringLiteral("a"), QStringLiteral("1") }, { QStringLiteral("long"), QStringLiteral("100") } }, 1);
        QCOMPARE(text, QStringLiteral("a       1\nlong  100\n"));
    }

    void summaryTakesMediansOfGoodTrials()
    {
        plan::Plan plan;
        plan.arms.resize(1);
        plan.arms[0].name = QStringLiteral("memory");
        plan.levels.resize(1);
        plan.levels[0].name = QStringLiteral("busy");
        std::vector<results::TrialRow> rows;
        for (const auto us : { 1'000.0, 3'000.0, 2'000.0, 999'000.0 }) {
            results::TrialRow row;
            row.arm = QStringLiteral("memory");
            row.level = QStringLiteral("busy");
            row.operation = QStringLiteral("refresh");
            row.status = us > 100'000 ? QStringLiteral("failed") : QStringLiteral("ok");
            row.sent = 10;
            row.failed = 1;
            row.response.p99 = us;
            rows.push_back(row);
        }
        const auto lines = cli::summary(plan, rows).split(u'\n');
        const auto cells = lines.at(1).simplified();
        QVERIFY2(cells.startsWith(QStringLiteral("busy refresh memory 3 30 3")), qPrintable(cells));
        QVERIFY2(cells.contains(QStringLiteral("2.00 ms")), qPrintable(cells));
    }

    void terminalWritesPlainLinesWhenPiped()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        auto* out = std::fopen(qPrintable(file.fileName()), "w");
        cli::Terminal terminal(out);
        results::ExperimentStarted started;
        started.name = QStringLiteral("quick-look");
        started.arms = { QStringLiteral("memory"), QStringLiteral("redis") };
        started.levels = { QStringLiteral("busy") };
        started.blocks = 2;
        started.trials = 4;
        started.plannedS = 40;
        terminal.show({ 0, {}, started });
        terminal.show(
            { 1, {}, results::TrialStarted { 1, 1, 1, QStringLiteral("redis"), QStringLiteral("busy"), 10 } });
        terminal.show({ 2, {}, results::PhaseStarted { 1, QStringLiteral("measure"), 5 } });
        terminal.show({ 3, {}, results::Tick {} });
        terminal.show({ 9, {}, results::TrialFinished { 1, QStringLiteral("ok"), {} } });
        std::fclose(out);
        const auto text = QString::fromUtf8(file.readAll());
        QVERIFY(!text.contains(u'\r') && !text.contains(u'\033'));
        QVERIFY2(text.contains(QStringLiteral("trial 1 of 4  block 1  redis, busy: ok\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("about 40 s")), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
