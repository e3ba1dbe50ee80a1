// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/chiplist.h"
#include "widgets/input/choiceentry.h"
#include "widgets/input/fieldrow.h"
#include "widgets/input/flowlayout.h"
#include "widgets/input/tonelabel.h"
#include "widgets/input/valueentry.h"
#include "widgets/shell/theme.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ceteris::widgets;

class TestInput : public QObject
{
    Q_OBJECT

private slots:
    void arrowKeysStepNumbers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("after");
        QTest::newRow("up") << u"9"_s << int(Qt::Key_Up) << u"10"_s;
        QTest::newRow("last digit") << u"0.05"_s << int(Qt::Key_Down) << u"0.04"_s;
        QTest::newRow("page") << u"25"_s << int(Qt::Key_PageUp) << u"35"_s;
        QTest::newRow("not below zero") << u"3"_s << int(Qt::Key_PageDown) << u"0"_s;
        QTest::newRow("what holds") << QString() << int(Qt::Key_Up) << u"61"_s;
        QTest::newRow("no number") << u"abc"_s << int(Qt::Key_Up) << u"abc"_s;
    }

    void arrowKeysStepNumbers()
    {
        QFETCH(const QString, before);
        QFETCH(const int, key);
        ValueEntry entry(ValueEntry::Kind::Number);
        entry.setPlaceholderText(u"60"_s);
        entry.setValue(before);
        QSignalSpy edits(&entry, &QLineEdit::textEdited);
        QTest::keyClick(&entry, Qt::Key(key));
        QTEST(entry.text(), "after");
        QCOMPARE(edits.size(), entry.text() == before ? 0 : 1);
    }

    void valuesAreNoEdits()
    {
        ValueEntry entry(ValueEntry::Kind::Text);
        QSignalSpy edits(&entry, &QLineEdit::textEdited);
        entry.setValue(u"abcd"_s);
        QCOMPARE(edits.size(), 0);
        QTest::keyClicks(&entry, u"e"_s);
        QCOMPARE(edits.size(), 1);
    }

    void aChoiceShowsWhatIsNone()
    {
        ChoiceEntry entry;
        entry.setChoices({ { u"tcp"_s, u"TCP"_s, {} }, { u"unix"_s, u"Socket"_s, {} } });
        QSignalSpy choices(&entry, &ChoiceEntry::chosen);
        entry.setValue(u"rediss"_s);
        QCOMPARE(entry.currentText(), u"rediss"_s);
        entry.setValue(u"tcp"_s);
        QCOMPARE(entry.currentText(), u"TCP"_s);
        QCOMPARE(entry.count(), 2);
        QCOMPARE(choices.size(), 0);
        QTest::keyClick(&entry, Qt::Key_Down);
        QCOMPARE(choices.value(0), QVariantList { u"unix"_s });
    }

    void chipsByKeyboard()
    {
        ChipList list;
        list.setChoices({ { u"0"_s, u"0"_s, {} }, { u"1"_s, u"1"_s, {} } });
        list.setChosen({ u"7"_s });
        QCOMPARE(list.chosen(), QStringList { u"7"_s });
        auto* second = list.findChild<QToolButton*>(u"chip.1"_s);
        QVERIFY(second);
        QSignalSpy edits(&list, &ChipList::edited);
        QTest::keyClick(second, Qt::Key_Space);
        QCOMPARE(edits.value(0), (QVariantList { QVariant(QStringList { u"1"_s, u"7"_s }) }));
        QVERIFY(second->text().contains(u'✔'));
    }

    void chipsTakeAsManyLinesAsTheyNeed()
    {
        ChipList list;
        QList<Choice> choices;
        for (int i = 0; i < 40; ++i)
            choices += Choice { QString::number(i), QString::number(i), {} };
        list.setChoices(choices);
        list.setChosen({});
        QVERIFY(list.heightForWidth(200) > 2 * list.heightForWidth(2000));
        list.resize(200, list.heightForWidth(200));
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        for (const auto* chip : list.findChildren<QToolButton*>())
            QVERIFY(list.rect().contains(chip->geometry()));
    }

    void aRowSaysWhatIsWrong()
    {
        FieldRow row;
        auto* entry = new ValueEntry(ValueEntry::Kind::Number);
        row.setEditor(entry, false);
        row.setLabel(u"&Measure"_s);
        row.setHint(u"In seconds."_s);
        QCOMPARE(entry->accessibleName(), u"Measure"_s);
        QCOMPARE(entry->accessibleDescription(), u"In seconds."_s);
        row.setProblem(u"too long"_s);
        auto* problem = row.findChild<QLabel*>(u"problem"_s);
        QVERIFY(problem->isVisibleTo(&row));
        QCOMPARE(problem->text(), u"✖ too long"_s);
        QCOMPARE(entry->accessibleDescription(), u"too long"_s);
        row.setProblem({});
        QVERIFY(!problem->isVisibleTo(&row));
    }

    void aTickCarriesItsOwnName()
    {
        FieldRow row;
        auto* box = new QCheckBox;
        row.setEditor(box, true);
        row.setLabel(u"&Twin"_s);
        QCOMPARE(box->text(), u"&Twin"_s);
    }

    void tonesFollowTheTheme()
    {
        ToneLabel label;
        label.setMessage(Tone::Bad, u"no"_s);
        for (const auto choice : { ThemeChoice::Dark, ThemeChoice::Light }) {
            applyTheme(choice);
            QTRY_COMPARE(label.palette().color(QPalette::WindowText), theme().tone(Tone::Bad));
        }
    }
};

QTEST_MAIN(TestInput)
#include "tst_input.moc"
