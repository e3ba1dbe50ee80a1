// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/edit.h"
#include "app/plan/read.h"
#include "app/plan/tomlentries.h"
#include "tests/unit/plan/problemrows.h"
#include "tests/unit/plan/randomplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

class TestEdit : public QObject
{
    Q_OBJECT

private slots:
    void warmup_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        const auto with
            = [](const char* lines) { return soundPlanWith("[phases]\n", QByteArray("[phases]\n") + lines); };
        QTest::newRow("replaced") << with("warmup_s = 10\n") << QByteArray("\nwarmup_s = 35\n");
        QTest::newRow("comment stays") << with("  warmup_s=1.5   # too short\n")
                                       << QByteArray("\n  warmup_s=35   # too short\n");
        QTest::newRow("added") << soundPlan << QByteArray("[phases]\nmeasure_s = 5\nwarmup_s = 35\n");
        QTest::newRow("no table yet") << soundPlanWith("[phases]\nmeasure_s = 5\n", "")
                                      << QByteArray("\n[phases]\nwarmup_s = 35\n");
        QTest::newRow("not in a comment")
            << with("# warmup_s = 3\n") << QByteArray("[phases]\n# warmup_s = 3\nmeasure_s = 5\nwarmup_s = 35\n");
    }

    void warmup()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, line);
        const auto edited = withWarmup(text, 35);
        QVERIFY(edited);
        QVERIFY2(edited->contains(line), edited->constData());
        QCOMPARE(read(*edited).plan.phases.warmupS, 35.0);
    }

    void presetsKeepTheirComments()
    {
        for (const auto& name : presetNames()) {
            const auto edited = withWarmup(preset(name), 45);
            QVERIFY(edited);
            QCOMPARE(edited->count('#'), preset(name).count('#'));
            QCOMPARE(read(*edited).plan.phases.warmupS, 45.0);
        }
    }

    void whatIsNotUnderstoodIsLeftAlone()
    {
        QVERIFY(!withWarmup("format = 1", 35));
        const auto inlined = soundPlanWith("[phases]\nmeasure_s = 5\n", "").replace("name =", "phases = {}\nname =");
        QVERIFY(!withWarmup(inlined, 35));
        QVERIFY(!withValue("not TOML", u"seed"_s, u"1"_s));
        QVERIFY(!withValue(soundPlan, u"seed"_s, u"not TOML"_s));
        QVERIFY(!withoutKey("arm = [{ name = \"a\" }, { name = \"b\" }]", u"arm[1]"_s));
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value"); // null: removed
        QTest::addColumn<QByteArray>("edited");
        const QByteArray arms
            = "[[arm]] # first\nname = \"a\"\n\n[phases]\nidle_s = 1\n\n[[arm]]\n  name = \"b\" # \xed\x95\x9c\n";
        QTest::newRow("in an element") << arms << u"arm[2].name"_s << u"\"c\""_s
                                       << QByteArray(arms).replace("\"b\"", "\"c\"");
        QTest::newRow("new in an element")
            << arms << u"arm[2].store"_s << u"\"redis\""_s << QByteArray(arms + "  store = \"redis\"\n");
        QTest::newRow("new table of an element")
            << arms << u"arm[1].redis.save"_s << u"\"atomic\""_s
            << QByteArray(arms).replace("\"a\"\n", "\"a\"\n\n[arm.redis]\nsave = \"atomic\"\n");
        QTest::newRow("at the top") << arms << u"seed"_s << u"1"_s << QByteArray("seed = 1\n" + arms);
        QTest::newRow("removed") << arms << u"phases.idle_s"_s << QString()
                                 << QByteArray(arms).replace("idle_s = 1\n", "");
        QTest::newRow("comment stays") << arms << u"arm[2].name"_s << QString()
                                       << QByteArray(arms).replace("name = \"b\" #", "#");
        QTest::newRow("element removed") << arms << u"arm[1]"_s << QString() << arms.mid(arms.indexOf("\n[phases]"));
        QTest::newRow("in an inline table") << QByteArray("phases = { a = 1, idle_s = 2 }") << u"phases.idle_s"_s
                                            << u"3.5"_s << QByteArray("phases = { a = 1, idle_s = 3.5 }");
        QTest::newRow("dotted") << QByteArray("phases.idle_s = 2") << u"phases.idle_s"_s << u"3"_s
                                << QByteArray("phases.idle_s = 3");
        QTest::newRow("added between braces") << QByteArray("phases = { a = 1 }") << u"phases.idle_s"_s << u"3"_s
                                              << QByteArray("phases = { a = 1, idle_s = 3 }");
        QTest::newRow("added to dotted ones") << QByteArray("phases.a = 1\nx = 2\n") << u"phases.idle_s"_s << u"3"_s
                                              << QByteArray("phases.a = 1\nphases.idle_s = 3\nx = 2\n");
        QTest::newRow("over lines") << QByteArray("factor = [\n \"a\", # why\n]\nseed = 1\n") << u"factor"_s << u"[]"_s
                                    << QByteArray("factor = []\nseed = 1\n");
        QTest::newRow("no line end") << QByteArray("[phases]\nidle_s = 1") << u"phases.drain_s"_s << u"2"_s
                                     << QByteArray("[phases]\nidle_s = 1\ndrain_s = 2\n");
    }

    void values()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QByteArray, edited);
        const auto result = value.isNull() ? withoutKey(text, key) : withValue(text, key, value);
        QVERIFY(result);
        QCOMPARE(*result, edited);
    }

    void elements()
    {
        const auto copied = withCopy(preset(u"quick-look"_s), u"arm[2]"_s, u"redis over a socket"_s);
        QVERIFY(copied);
        QVERIFY(copied->contains("[[arm]]\nname = \"redis over a socket\"\nstore = \"redis\"\n\n[arm.redis]\n"));
        QCOMPARE(read(*copied).plan.arms.size(), std::size_t(3));
        const auto back = withoutKey(*copied, u"arm[3]"_s);
        QVERIFY(back);
        QCOMPARE(*back, preset(u"quick-look"_s));
        const auto added = withElement(*back, u"level"_s, { { u"name"_s, u"\"idle\""_s }, { u"users"_s, u"1"_s } });
        QVERIFY(added);
        QCOMPARE(read(*added).plan.levels.at(2).users, 1);
    }

    void everyKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto& name : presetNames())
            QTest::newRow(qPrintable(name)) << preset(name);
        for (const auto seed : { 1, 2, 3, 4 })
            QTest::addRow("random %d", seed) << write(randomPlan(static_cast<std::uint64_t>(seed)));
    }

    // Whatever is edited, the same plan but for that is read, and no comment goes.
    void everyKey()
    {
        QFETCH(const QByteArray, text);
        const auto entries = tomlEntries(text);
        QVERIFY(entries);
        const auto plan = read(text).plan;
        for (const auto& [key, entry] : *entries) {
            if (entry.isTable)
                continue;
            const auto same = withValue(text, key, entry.toml);
            QVERIFY2(same && read(*same).plan == plan, qPrintable(key));
            const auto without = withoutKey(text, key);
            QVERIFY2(without && without->count('#') == text.count('#') - entry.toml.count(u'#'), qPrintable(key));
            const auto again = withValue(*without, key, entry.toml);
            QVERIFY2(again && read(*again).plan == plan, qPrintable(key));
        }
    }
};

QTEST_APPLESS_MAIN(TestEdit)
#include "tst_edit.moc"
