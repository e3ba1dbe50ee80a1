// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "problemrows.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

namespace {

QStringList problemsOf(const QByteArray& toml)
{
    QStringList sentences;
    for (const auto& problem : read(toml).problems)
        sentences += describe(problem, u"p.toml"_s);
    return sentences;
}

} // namespace

class TestPlanRead : public QObject
{
    Q_OBJECT

private slots:
    void soundPlanHasNoProblems()
    {
        const auto reading = read(soundPlan);
        QCOMPARE(problemsOf(soundPlan), QStringList());
        QVERIFY(reading.ok());
        QCOMPARE(reading.plan.name, u"small"_s);
        QCOMPARE(reading.plan.accounts.count, 100);
        QCOMPARE(reading.plan.accounts.cost, 10); // not in the text: its default
        QCOMPARE(reading.plan.phases.measureS, 5.0); // an integer is a number of seconds too
        QCOMPARE(reading.plan.cpus.server, std::vector<int> { 1 });
        QCOMPARE(reading.plan.levels.at(0).thinkMaxS, 3.0);
        QCOMPARE(reading.plan.arms.size(), 2U);
        QCOMPARE(reading.plan.arms.at(1).store, StoreKind::Redis);
    }

    void oneNumberOfThinkTimeIsBothEnds()
    {
        const auto reading = read(soundPlanWith("[0.5, 3]", "1.25"));
        QVERIFY(reading.ok());
        QCOMPARE(reading.plan.levels.at(0).thinkMinS, 1.25);
        QCOMPARE(reading.plan.levels.at(0).thinkMaxS, 1.25);
    }

    void foreignService()
    {
        const auto reading = read(soundPlanWith("store = \"redis\"\n[arm.redis]\nnamespace = \"spring:session\"",
            "url = \"http://127.0.0.1:8080\"\n[arm.mapping]\ncsrf_field = \"\"\nuser = \"u{n}@example.org\""));
        QVERIFY(reading.ok());
        QCOMPARE(reading.plan.arms.at(1).mapping.csrfField, QString());
        QCOMPARE(reading.plan.arms.at(1).mapping.user, u"u{n}@example.org"_s);
    }

    void oneProblem_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("sentence");
        addProblemRows();
    }

    void oneProblem()
    {
        QFETCH(const QByteArray, toml);
        QFETCH(const QString, sentence);
        QCOMPARE(problemsOf(toml), QStringList { sentence });
    }

    void everyProblemAtOnceInTheOrderOfLines()
    {
        const QStringList expected {
            u"p.toml: name is missing; allowed: 1 to 64 letters, digits, '.', '_' and '-', "
            "the first a letter or digit."_s,
            u"p.toml:2: blocks is 0; allowed: a whole number from 1 to 1000."_s,
            u"p.toml:4: load.models is an unknown key (did you mean \"model\"?); allowed: \"model\", \"arrivals\", "
            "\"spawn_per_s\", \"count_visits\", \"write_share\", \"logout\", \"image_kib\", \"grow_bytes\", "
            "\"bot_share\", \"networks\", "
            "\"timeout_s\", \"threads\"."_s,
            u"p.toml:5: level[1].users is missing; allowed: a whole number from 1 to 1000000."_s,
            u"p.toml:7: level[1].think_s is [3, 1]; allowed: the smaller number first."_s,
            u"p.toml:8: arm[1].store is missing; allowed: \"memory\", \"redis\", \"sql\", \"memcached\", \"session-server\", \"token\", \"replicated\"."_s,
            u"p.toml:11: arm[2].name is \"a\"; allowed: a name of its own (arm[1].name in line 9 has this one)."_s,
            u"p.toml:12: arm[2].store is \"rediss\"; allowed: \"memory\", \"redis\", \"sql\", \"memcached\", \"session-server\", \"token\", \"replicated\"."_s,
        };
        QCOMPARE(problemsOf(R"(format = 1
blocks = 0
[load]
models = "rate"
[[level]]
name = "l"
think_s = [3, 1]
[[arm]]
name = "a"
[[arm]]
name = "a"
store = "rediss")"),
            expected);
    }

    void nothingButTheFormat()
    {
        const QStringList expected {
            u"p.toml: name is missing; allowed: 1 to 64 letters, digits, '.', '_' and '-', "
            "the first a letter or digit."_s,
            u"p.toml: level is missing; allowed: 1 to 100 tables, each under a line [[level]]."_s,
            u"p.toml: arm is missing; allowed: 2 to 16 tables, each under a line [[arm]]."_s,
        };
        QCOMPARE(problemsOf("format = 1"), expected);
    }

    // Both differences at once: which of the two made the difference, nobody could say.
    void armsMayDifferInOneThing()
    {
        auto text = soundPlanWith("store = \"memory\"",
            "store = \"redis\"\n[arm.redis]\nsave = \"atomic\"\n"
            "persistence = \"aof\"");
        QCOMPARE(read(text).problems.size(), 2U);
        QVERIFY(problemsOf(text).first().contains(u"arm[2].redis.persistence is \"none\", in arm[1] \"aof\""));
        QVERIFY(read(soundPlanWith("store = \"memory\"", "store = \"redis\"\n[arm.redis]\nsave = \"atomic\"")).ok());
        text.replace("name = \"small\"", "name = \"small\"\nfactor = [\"redis.save\", \"redis.persistence\"]");
        QCOMPARE(problemsOf(text), QStringList());
    }

    void twinIsTheControlAgain()
    {
        const auto reading = read(soundPlanWith("name = \"small\"", "name = \"small\"\ntwin = true"));
        QCOMPARE(reading.plan.arms.size(), 3U);
        QVERIFY(reading.plan.arms[2].isTwin);
        QCOMPARE(reading.plan.arms[2].name, u"memory twin"_s);
        QCOMPARE(reading.plan.arms[2].store, StoreKind::Memory);
        QVERIFY(!write(reading.plan).contains("memory twin"));
    }

    void fileThatIsNotThere()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"none.ceteris.toml"_s);
        const auto reading = readFile(path);
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, ceteris::ErrorCode::CannotReadFile);
        QVERIFY(describe(reading.error()).contains(path));
    }

    void fileThatIsNoPlan()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"large"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize((1 << 20) + 1));
        file.close();
        QCOMPARE(readFile(file.fileName()).error().facts.last(), u"it is larger than 1 MiB, which no plan is"_s);
        QVERIFY(file.resize(4));
        QCOMPARE(readFile(file.fileName())->problems.size(), 1U);
    }

    void fileOfAPlan()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"small.ceteris.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(soundPlan) == soundPlan.size());
        file.close();
        QVERIFY(readFile(file.fileName())->ok());
    }
};

QTEST_APPLESS_MAIN(TestPlanRead)
#include "tst_planread.moc"
