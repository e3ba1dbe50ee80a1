// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/banner.h"
#include "widgets/shell/emptystate.h"
#include "widgets/shell/headerbar.h"
#include "widgets/shell/navrail.h"
#include "widgets/shell/statepill.h"
#include "widgets/shell/statusstrip.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/undobar.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace ceteris::widgets;

namespace {

// WCAG 2: relative luminance and the ratio of two of them.
double luminance(const QColor& colour)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({ luminance(a), luminance(b) }); // by value
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyTheme(ThemeChoice::Light); }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadable()
    {
        QFETCH(const bool, dark);
        const auto look = dark ? darkTheme() : lightTheme();
        QVERIFY(contrast(look.text, look.window) >= 4.5);
        QVERIFY(contrast(look.muted, look.surface) >= 4.5);
        QVERIFY2(contrast(look.onAccent, look.accent) >= 4.5, "the primary button");
        QVERIFY(contrast(look.fieldOutline, look.surface) >= 3);
        QVERIFY(contrast(look.fieldOutline, look.window) >= 3);
        for (const auto tone : { Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Bad }) {
            QVERIFY(contrast(look.tone(tone), look.surface) >= 4.5);
            QVERIFY2(contrast(look.tone(tone), look.fill(tone)) >= 4.5, "a pill's word on its ground");
        }
    }

    void fieldsHaveTheThemesOutline()
    {
        applyTheme(ThemeChoice::Dark);
        QLineEdit field;
        QCheckBox box;
        QPlainTextEdit text;
        QSpinBox number;
        QPushButton button;
        const auto looks = darkTheme();
        for (QWidget* widget : QList<QWidget*> { &field, &box, &text, &number, &button }) {
            widget->resize(widget->sizeHint());
            const auto edge = widget->grab().toImage().pixelColor(0, widget->height() / 2);
            QVERIFY2(contrast(edge, looks.window) >= 2.9, widget->metaObject()->className());
        }
    }

    void everyToneHasItsOwnGlyph()
    {
        QSet<QString> glyphs;
        for (const auto tone : { Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Bad })
            glyphs.insert(glyph(tone));
        QCOMPARE(glyphs.size(), 5);
    }

    void pillSaysGlyphAndWordAndFollowsTheTheme()
    {
        StatePill pill;
        pill.setState(u"▶"_s, u"Running"_s, Tone::Info);
        QVERIFY(pill.text().contains(u"▶"_s) && pill.text().contains(u"Running"_s));
        QCOMPARE(pill.accessibleName(), u"Running"_s);
        const auto before = pill.palette().color(QPalette::WindowText);
        QCOMPARE(before, lightTheme().tone(Tone::Info));
        pill.show();
        applyTheme(ThemeChoice::Dark);
        QCoreApplication::processEvents();
        QCOMPARE(pill.palette().color(QPalette::WindowText), darkTheme().tone(Tone::Info));
    }

    void railFollowsItsActions()
    {
        QActionGroup group(nullptr);
        QList<QAction*> pages;
        for (const auto& name : { u"&Plan"_s, u"&Live"_s }) {
            auto* page = group.addAction(name);
            page->setCheckable(true);
            pages.append(page);
        }
        NavRail rail;
        rail.setPages(pages);
        rail.show();
        const auto buttons = rail.findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 2);
        QTest::keyClick(buttons[1], Qt::Key_Space);
        QVERIFY(pages[1]->isChecked() && !buttons[0]->isChecked());
        pages[0]->setChecked(true);
        QVERIFY(buttons[0]->isChecked() && !buttons[1]->isChecked());
        const auto wide = rail.width();
        rail.setCompact(true);
        QCOMPARE(rail.width(), 56);
        QVERIFY(wide >= 168);
    }

    void thePrimaryButtonStaysWhereItIs()
    {
        HeaderBar header;
        header.resize(1112, 48);
        QAction start(u"&Start"_s, nullptr);
        QAction stop(u"S&top"_s, nullptr);
        header.setPrimary(&start);
        header.show();
        QVERIFY(QTest::qWaitForWindowExposed(&header));
        const auto before = header.primaryButton()->geometry();
        header.setPlan(u"a plan with a rather long name that nobody would want to read whole"_s, true);
        header.setTrial(u"redis · 3/16"_s);
        header.setState(u"▶"_s, u"Running – measure"_s, Tone::Info);
        header.setDoubt(u"2 contaminated"_s);
        header.setProgress(0.4, u"Trial 7 of 20 · measure 00:42 of 02:00 · about 38 min left"_s);
        header.setPrimary(&stop);
        QCoreApplication::processEvents();
        QCOMPARE(header.primaryButton()->geometry(), before);
        QSignalSpy started(&start, &QAction::triggered);
        QSignalSpy stopped(&stop, &QAction::triggered);
        header.primaryButton()->click();
        QCOMPARE(stopped.size(), 1);
        QCOMPARE(started.size(), 0);
        stop.setEnabled(false);
        QVERIFY(!header.primaryButton()->isEnabled());
    }

    void progressKeepsItsText()
    {
        HeaderBar header;
        const auto text = u"Trial 7 of 20 · 40 % of block 1"_s;
        header.setProgress(1.5, text);
        const auto* bar = header.findChild<QProgressBar*>();
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(bar->text(), text);
        header.setProgress(-1, {});
        QVERIFY(bar->isHidden());
    }

    void bannerKeepsItsButtons()
    {
        Banner banner;
        QVERIFY(banner.isHidden());
        banner.setMessage(Tone::Warning, u"Trial 3 is contaminated."_s, { u"Details"_s, u"Redo"_s });
        QVERIFY(!banner.isHidden());
        const auto buttons = banner.buttons();
        QSignalSpy chosen(&banner, &Banner::chosen);
        buttons[1]->click();
        QCOMPARE(chosen.value(0), QVariantList { 1 });
        banner.setMessage(Tone::Bad, u"Failed."_s, { u"Retry"_s });
        QCOMPARE(banner.buttons(), buttons.first(1)); // the same, so that focus stays
        QCOMPARE(banner.buttons()[0]->text(), u"Retry"_s);
        banner.setDetails(u"line 1\nline 2"_s);
        auto* fold = banner.findChild<QToolButton*>(u"bannerFold"_s);
        QVERIFY(!fold->isHidden());
        banner.setDetails({});
        QVERIFY(fold->isHidden());
        banner.clear();
        QVERIFY(banner.isHidden());
    }

    void anOfferIsTakenOrExpires()
    {
        UndoBar bar;
        QSignalSpy undone(&bar, &UndoBar::undone);
        QSignalSpy expired(&bar, &UndoBar::expired);
        auto* button = bar.findChild<QPushButton*>(u"undoButton"_s);
        bar.offer(u"Deleted 2 runs."_s);
        button->click();
        QCOMPARE(undone.size(), 1);
        QCOMPARE(expired.size(), 0);
        bar.offer(u"Deleted 1 run."_s);
        bar.offer(u"Deleted another."_s);
        QCOMPARE(expired.size(), 1);
        bar.offer(u"Gone soon."_s, 1);
        QTRY_COMPARE(expired.size(), 3);
        bool shown = false;
        bar.offer(u"Saved 4 files."_s, u"Show in folder"_s, [&shown] { shown = true; });
        QCOMPARE(button->text(), u"Show in folder"_s);
        button->click();
        QVERIFY(shown);
        QCOMPARE(undone.size(), 1);
    }

    void emptyStateOffersSomething()
    {
        EmptyState empty;
        empty.setTitle(u"No runs yet"_s);
        empty.setSentence(u"A run is kept here when it ends."_s);
        auto* button = empty.addButton(u"goToPlan"_s);
        QVERIFY(button->isDefault());
        QCOMPARE(empty.findChild<QPushButton*>(u"goToPlan"_s), button);
    }

    void statusSaysWhatTheWindowCosts()
    {
        StatusStrip status;
        auto* cpu = status.findChild<QLabel*>(u"statusCpu"_s);
        QVERIFY(cpu->isHidden()); // nothing is said before it is measured
        status.setOwnCpu(0.0234);
        QCOMPARE(cpu->text(), u"UI 2 % CPU"_s);
        status.setDroppedSamples(3);
        QCOMPARE(status.findChild<QLabel*>(u"statusDropped"_s)->text(), u"dropped samples 3"_s);
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
