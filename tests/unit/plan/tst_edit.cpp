// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/edit.h"
#include "app/plan/read.h"
#include "tests/unit/plan/problemrows.h"

#include <QTest>

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
        QTest::newRow("added") << soundPlan << QByteArray("[phases]\nwarmup_s = 35\nmeasure_s");
        QTest::newRow("no table yet") << soundPlanWith("[phases]\nmeasure_s = 5\n", "")
                                      << QByteArray("\n[phases]\nwarmup_s = 35\n");
        QTest::newRow("not in a comment")
            << with("# warmup_s = 3\n") << QByteArray("[phases]\nwarmup_s = 35\n# warmup_s = 3\n");
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
        QVERIFY(!withWarmup(
            soundPlanWith("[phases]\nmeasure_s = 5\n", "").replace("name =", "phases.warmup_s = 3\nname ="), 35));
    }
};

QTEST_APPLESS_MAIN(TestEdit)
#include "tst_edit.moc"
