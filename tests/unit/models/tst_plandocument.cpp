// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"
#include "app/models/planfacts.h"
#include "app/models/plantyped.h"
#include "app/models/texthistory.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;
using models::PlanDocument;

class TestPlanDocument : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_document.startFrom(plan::preset(u"quick-look"_s), u"quick-look"_s); }

    void typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("span");
        QTest::newRow("whole") << u"5"_s << u"5"_s << u"5"_s;
        QTest::newRow("fraction") << u" 0.50 "_s << u"0.50"_s << u"0.50"_s;
        QTest::newRow("exponent") << u"1e3"_s << u"1e3"_s << u"1e3"_s;
        QTest::newRow("negative") << u"-3"_s << u"-3"_s << u"-3"_s;
        QTest::newRow("word") << u"abc"_s << u"\"abc\""_s << u"\"abc\""_s;
        QTest::newRow("decimal comma") << u"0,5"_s << u"\"0,5\""_s << u"[0, 5]"_s;
        QTest::newRow("half typed") << u"5."_s << u"\"5.\""_s << u"\"5.\""_s;
        QTest::newRow("no number in TOML") << u"007"_s << u"\"007\""_s << u"\"007\""_s;
        QTest::newRow("two") << u"0.5 – 3"_s << u"\"0.5 – 3\""_s << u"[0.5, 3]"_s;
        QTest::newRow("two, one wrong") << u"0.5 – x"_s << u"\"0.5 – x\""_s << u"\"0.5 – x\""_s;
    }

    void typed()
    {
        QFETCH(const QString, typed);
        QTEST(models::tomlOfNumber(typed), "number");
        QTEST(models::tomlOfSpan(typed), "span");
    }

    void valuesAreShownAsTyped()
    {
        QCOMPARE(m_document.value(u"phases.measure_s"_s), u"5"_s);
        QCOMPARE(m_document.value(u"level[1].think_s"_s), u"0.1, 0.3"_s);
        QCOMPARE(m_document.value(u"arm[2].redis.namespace"_s), u"spring:session"_s);
        QVERIFY(m_document.value(u"oracle.probes"_s).isNull());
        QCOMPARE(m_document.fallback(u"oracle.probes"_s), u"false"_s);
        QCOMPARE(m_document.count(u"arm"_s), 2);
        QVERIFY(m_document.applies(u"arm[2].redis.save"_s));
        QVERIFY(!m_document.applies(u"arm[1].redis.save"_s));
        QVERIFY(!m_document.applies(u"load.arrivals"_s));
    }

    void wrongValuesAreKeptAndNamed()
    {
        QVERIFY(m_document.setValue(u"phases.measure_s"_s, models::tomlOfNumber(u"abc"_s)));
        QCOMPARE(m_document.value(u"phases.measure_s"_s), u"abc"_s);
        const auto& problems = m_document.reading().problems;
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(m_document.problem(u"phases.measure_s"_s), plan::describe(problems.front()));
        QCOMPARE(m_document.problem(u"phases.warmup_s"_s), QString());
        QVERIFY(plan::describe(problems.front(), u"a.toml"_s).endsWith(plan::describe(problems.front())));
    }

    void whatMakesNoSenseAnyMoreGoes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("gone");
        QTest::newRow("redis of memory") << u"arm[2].store"_s << u"\"memory\""_s << u"arm[2].redis"_s;
        QTest::newRow("think time of a rate") << u"load.model"_s << u"\"rate\""_s << u"level[1].think_s"_s;
        QTest::newRow("store of a service") << u"arm[1].url"_s << u"\"http://localhost:1\""_s << u"arm[1].store"_s;
    }

    void whatMakesNoSenseAnyMoreGoes()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QString, gone);
        const auto before = m_document.text();
        QVERIFY(m_document.setValue(key, value));
        QVERIFY(!plan::tomlEntries(m_document.text())->contains(gone));
        for (const auto& problem : m_document.reading().problems)
            QVERIFY2(problem.found == u"missing" || problem.key == u"arm", qPrintable(plan::describe(problem)));
        m_document.undo();
        QCOMPARE(m_document.text(), before);
    }

    void aWrongChoiceTakesNothingAway()
    {
        QVERIFY(m_document.setValue(u"arm[2].store"_s, u"\"rediss\""_s));
        QCOMPARE(m_document.value(u"arm[2].redis.transport"_s), u"tcp"_s);
    }

    void stepsBackAndForth()
    {
        const auto original = m_document.text();
        QVERIFY(!m_document.canUndo());
        for (const auto* typed : { u"1", u"12", u"120" })
            QVERIFY(m_document.setValue(u"phases.measure_s"_s, QString::fromUtf16(typed)));
        QVERIFY(m_document.setValue(u"blocks"_s, u"6"_s));
        const auto edited = m_document.text();
        QVERIFY(m_document.isModified());
        m_document.undo();
        QCOMPARE(m_document.value(u"phases.measure_s"_s), u"120"_s);
        m_document.undo(); // all that was typed in one field
        QCOMPARE(m_document.text(), original);
        QVERIFY(!m_document.canUndo() && !m_document.isModified());
        m_document.redo();
        m_document.redo();
        QCOMPARE(m_document.text(), edited);
        QVERIFY(!m_document.canRedo());
    }

    void savingEndsAStep()
    {
        QTemporaryDir folder;
        QVERIFY(m_document.setValue(u"blocks"_s, u"6"_s));
        QVERIFY(m_document.saveAs(folder.filePath(u"a.ceteris.toml"_s)));
        QVERIFY(!m_document.isModified());
        QVERIFY(m_document.setValue(u"blocks"_s, u"7"_s));
        m_document.undo();
        QVERIFY(!m_document.isModified());
        PlanDocument other;
        QVERIFY(other.open(folder.filePath(u"a.ceteris.toml"_s)));
        QCOMPARE(other.text(), m_document.text());
        QVERIFY(!other.open(folder.filePath(u"none"_s)));
    }

    void textThatIsNoTomlKeepsTheValues()
    {
        QSignalSpy changes(&m_document, &PlanDocument::changed);
        m_document.setText(m_document.text() + "what is this");
        QCOMPARE(changes.size(), 1);
        QVERIFY(!m_document.isToml());
        QCOMPARE(m_document.value(u"phases.measure_s"_s), u"5"_s);
        QVERIFY(!m_document.setValue(u"phases.measure_s"_s, u"6"_s));
    }

    void armsThatDiffer()
    {
        const auto of = [this] { return models::armDifferences(m_document.reading().plan); };
        QCOMPARE(of(), (QList<models::ArmDifference> { { u"store"_s, { u"\"memory\""_s, u"\"redis\""_s }, true } }));
        QVERIFY(m_document.duplicate(u"arm[2]"_s));
        QCOMPARE(m_document.value(u"arm[3].name"_s), u"redis copy"_s);
        QCOMPARE(of().size(), 1);
        QVERIFY(m_document.removeKey(u"arm[1]"_s));
        QVERIFY(of().isEmpty());
        QVERIFY(m_document.setValue(u"arm[2].redis.transport"_s, u"\"unix\""_s));
        QVERIFY(m_document.setValue(u"arm[2].redis.save"_s, u"\"atomic\""_s));
        QCOMPARE(of().size(), 2);
        QVERIFY(of()[0].intended && !of()[1].intended);
        QVERIFY(!m_document.reading().ok());
    }

    void aDifferenceIsDeclaredOrMadeEqual()
    {
        armsThatDiffer();
        const auto doubtful = m_document.text();
        QVERIFY(m_document.declareFactor(u"redis.save"_s));
        QVERIFY(m_document.reading().ok());
        QCOMPARE(m_document.reading().plan.factor, (QStringList { u"redis.transport"_s, u"redis.save"_s }));
        m_document.undo();
        QCOMPARE(m_document.text(), doubtful);
        QVERIFY(m_document.makeEqual(u"redis.save"_s));
        QVERIFY(m_document.reading().ok());
        QCOMPARE(models::armDifferences(m_document.reading().plan).size(), 1);
    }

    void size()
    {
        const auto size = models::sizeOf(m_document.reading().plan);
        QCOMPARE(size.arms, 2);
        QCOMPARE(size.blocks, 2);
        QCOMPARE(size.trials, 8);
        QVERIFY(size.seconds > 60 && size.seconds < 120 && size.bytes > 1e6);
        QVERIFY(m_document.setValue(u"twin"_s, u"true"_s));
        QCOMPARE(models::sizeOf(m_document.reading().plan).arms, 2);
        QCOMPARE(models::sizeOf(m_document.reading().plan).trials, 10); // at the deciding level only
    }

private:
    PlanDocument m_document;
};

QTEST_GUILESS_MAIN(TestPlanDocument)
#include "tst_plandocument.moc"
