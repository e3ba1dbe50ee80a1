// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"
#include "app/pages/planfield.h"
#include "app/pages/planpage.h"
#include "app/plan/read.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;
using namespace ceteris;

namespace {

// Marks every text that goes through tr().
class Marker : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString(u"«"_s + QString::fromUtf8(text) + u"»"_s);
    }
};

} // namespace

class TestPlanPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<models::PlanDocument>();
        m_page = std::make_unique<pages::PlanPage>(m_document.get());
        m_page->resize(1112, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void withoutAPlan()
    {
        QCOMPARE(label("emptyTitle")->text(), u"No plan yet"_s);
        QVERIFY(!m_page->canStart());
        QSignalSpy presets(m_page.get(), &pages::PlanPage::presetRequested);
        QSignalSpy files(m_page.get(), &pages::PlanPage::openRequested);
        click("preset.quick-look");
        QCOMPARE(presets.value(0), QVariantList { u"quick-look"_s });
        m_page->setRecent({ u"/plans/first.ceteris.toml"_s });
        auto* recent = m_page->findChild<QToolButton*>(u"recent"_s);
        QVERIFY(recent && recent->isVisible());
        recent->click();
        QCOMPARE(files.value(0), QVariantList { u"/plans/first.ceteris.toml"_s });
    }

    void aWrongValueIsNamedAndMended()
    {
        openPreset();
        QVERIFY(m_page->canStart());
        QCOMPARE(label("ready")->text(), u"✔ Ready: 2 arm(s) × 2 block(s)"_s);
        type("phases.measure_s", u"abc"_s);
        const auto& problems = m_document->reading().problems;
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problemOf("phases.measure_s"), QString(u"✖ "_s + plan::describe(problems.front())));
        QVERIFY(!m_page->canStart() && !button("start")->isEnabled());
        QCOMPARE(label("hindrance")->text(), u"Mend 1 problem(s) first."_s);
        type("blocks", u"0"_s);
        auto* count = m_page->findChild<QToolButton*>(u"problemCount"_s);
        QCOMPARE(count->text(), u"✖ 2 problem(s)"_s);
        button("save")->setFocus();
        count->click();
        QTRY_VERIFY(entry("phases.measure_s")->hasFocus());
        type("phases.measure_s", u"5.0"_s);
        QCOMPARE(entry("phases.measure_s")->text(), u"5.0"_s); // as it was typed
        type("blocks", u"2"_s);
        QVERIFY(button("start")->isEnabled());
        QCOMPARE(m_document->reading().plan, plan::read(plan::preset(u"quick-look"_s)).plan);
    }

    void aSecondDifferenceIsMadeEqual()
    {
        openPreset();
        m_document->removeKey(u"arm[1]"_s);
        m_document->duplicate(u"arm[1]"_s);
        m_document->setValue(u"arm[2].redis.save"_s, u"\"atomic\""_s);
        QCOMPARE(label("paribusSummary")->text(), u"✔ 1 intended difference(s)"_s);
        auto* transport = m_page->findChild<QComboBox*>(u"arm[2].redis.transport"_s);
        QVERIFY(transport);
        QTest::keyClick(transport, Qt::Key_Down);
        QCOMPARE(m_document->value(u"arm[2].redis.transport"_s), u"unix"_s);
        QCOMPARE(label("paribusSummary")->text(), u"⚠ 2 difference(s) – redis.save was not declared"_s);
        QVERIFY(!m_page->canStart());
        click("equal.redis.save");
        QVERIFY(m_page->canStart());
        QCOMPARE(label("paribusSummary")->text(), u"✔ 1 intended difference(s)"_s);
    }

    void armsComeAndGo()
    {
        openPreset();
        const auto before = m_document->text();
        click("add.arm");
        QTRY_COMPARE(m_document->count(u"arm"_s), 3);
        QVERIFY(entry("arm[3].name"));
        m_page->findChild<QWidget*>(u"arm[3]"_s)->findChild<QToolButton*>(u"remove"_s)->click();
        QTRY_COMPARE(m_document->count(u"arm"_s), 2);
        QCOMPARE(m_document->text(), before);
    }

    void whatTheTextDoesNotAllowIsSaid()
    {
        // Elements in one value are no tables that could be copied or taken away.
        m_document->startFrom(
            QByteArray("arm = [{ name = \"a\", store = \"memory\" }, { name = \"b\", store = \"redis\" }]\n"),
            u"inline"_s);
        auto* arm = m_page->findChild<QWidget*>(u"arm[1]"_s);
        QVERIFY(arm);
        const auto before = m_document->text();
        for (const auto& action : { u"duplicate"_s, u"remove"_s }) {
            auto* refusal = arm->findChild<QLabel*>(u"refusal"_s);
            refusal->hide();
            arm->findChild<QToolButton*>(action)->click();
            QTRY_VERIFY2(!refusal->isHidden(), qPrintable(action));
            QCOMPARE(refusal->text(), QString(u"✖ "_s + pages::PlanField::refusal()));
        }
        QCOMPARE(m_document->text(), before);
    }

    void whatCannotBeMadeEqualIsSaid()
    {
        m_document->startFrom(
            QByteArray("arm = [{ name = \"a\", store = \"redis\", redis = { save = \"atomic\", transport = "
                       "\"unix\" } }, { name = \"b\", store = \"redis\" }]\n"),
            u"inline"_s);
        click("equal.redis.save"); // its other arm has no place for the key
        QCOMPARE(label("paribusRefusal")->text(), QString(u"✖ "_s + pages::PlanField::refusal()));
    }

    void theListNamesTheSectionInUse()
    {
        openPreset();
        auto* list = m_page->findChild<QListWidget*>(u"sections"_s);
        entry("phases.measure_s")->setFocus();
        QTRY_VERIFY(list->currentItem() && list->currentItem()->text().startsWith(u"Phases"_s));
        type("phases.measure_s", u"-7"_s);
        m_page->focusFirstProblem(); // scrolls there: what stands at the top is another section
        QTRY_VERIFY(list->currentItem()->text().startsWith(u"Phases"_s));
    }

    void fieldsThatMakeNoSenseAreNotShown()
    {
        openPreset();
        QTRY_VERIFY(m_page->findChild<QWidget*>(u"arm[2].redis.save"_s)->isVisible());
        QVERIFY(!m_page->findChild<QWidget*>(u"arm[1].redis.save"_s)->isVisible());
        QVERIFY(label("closedLoop")->isVisible());
        QVERIFY(m_document->setValue(u"load.model"_s, u"\"rate\""_s));
        QVERIFY(m_page->findChild<QWidget*>(u"level[1].rate_per_s"_s)->isVisible());
        QVERIFY(!m_page->findChild<QWidget*>(u"level[1].think_s"_s)->isVisible());
        QVERIFY(!label("closedLoop")->isVisible());
    }

    void formAndTextAreTheSame()
    {
        openPreset();
        const auto comments = m_document->text().count('#');
        type("phases.measure_s", u"7"_s);
        auto* text = m_page->findChild<QPlainTextEdit*>(u"text"_s);
        QVERIFY(text->toPlainText().contains(u"\nmeasure_s = 7\n"));
        QCOMPARE(m_document->text().count('#'), comments);
        m_page->findChild<QTabBar*>(u"views"_s)->setCurrentIndex(1);
        text->setPlainText(text->toPlainText().replace(u"measure_s = 7"_s, u"measure_s = 9\nmeasures = 1"_s));
        QCOMPARE(entry("phases.measure_s")->text(), u"9"_s);
        auto* problems = m_page->findChild<QListWidget*>(u"problems"_s);
        QCOMPARE(problems->count(), 1);
        QCOMPARE(problems->item(0)->text(),
            QString(u"✖ "_s + plan::describe(m_document->reading().problems.front(), u"quick-look"_s)));
        emit problems->itemClicked(problems->item(0));
        QCOMPARE(text->textCursor().block().text(), u"measures = 1"_s);
    }

    void whatNoFieldShowsIsSaid()
    {
        openPreset();
        m_document->setText(m_document->text() + "\n[extra]\n");
        QVERIFY(label("otherProblems")->isVisible());
        QVERIFY(label("otherProblems")->text().contains(u"extra"));
        m_page->focusFirstProblem();
        QCOMPARE(m_page->findChild<QTabBar*>(u"views"_s)->currentIndex(), 1);
    }

    void whileRunningNothingIsEdited()
    {
        openPreset();
        auto* store = m_page->findChild<QComboBox*>(u"arm[1].store"_s);
        QTRY_VERIFY(store->isVisible());
        store->setFocus();
        m_page->setRunning(pages::PlanPage::Run::This);
        QCOMPARE(m_page->focusWidget()->objectName(), u"sections"_s);
        QVERIFY(entry("phases.measure_s")->isReadOnly());
        QVERIFY(!button("add.arm")->isEnabled() && !m_page->canStart());
        QVERIFY(m_page->findChild<QPlainTextEdit*>(u"text"_s)->isReadOnly());
        QSignalSpy copies(m_page.get(), &pages::PlanPage::duplicateRequested);
        bannerButton()->click();
        QCOMPARE(copies.size(), 1);
        m_page->setRunning(pages::PlanPage::Run::Another); // of what else runs this plan is free, but cannot start
        QVERIFY(!entry("phases.measure_s")->isReadOnly() && !m_page->canStart());
        QVERIFY(!bannerButton() || !bannerButton()->isVisible());
        m_page->setRunning(pages::PlanPage::Run::None);
        QVERIFY(!entry("phases.measure_s")->isReadOnly());
        QSignalSpy shows(m_page.get(), &pages::PlanPage::resultsRequested);
        m_page->setFinished(u"/results/1"_s);
        bannerButton()->click();
        QCOMPARE(shows.value(0), QVariantList { u"/results/1"_s });
    }

    void theScheduleShowsTheRun()
    {
        openPreset();
        auto* strip = m_page->findChild<QWidget*>(u"schedule"_s);
        QVERIFY(label("size")->text().startsWith(u"8 trial(s) · about "));
        const auto planned = strip->grab().toImage();
        m_page->setTrialStates({ { 1, widgets::SlotState::Done }, { 2, widgets::SlotState::Running } });
        QVERIFY(strip->grab().toImage() != planned);
        m_page->setTrialStates({});
        QCOMPARE(strip->grab().toImage(), planned);
    }

    // At any width every row has the height that its text needs there.
    void nothingIsSqueezed_data()
    {
        QTest::addColumn<int>("width");
        for (const auto width : { 968, 1112, 1752 })
            QTest::addRow("%d", width) << width;
    }

    void nothingIsSqueezed()
    {
        QFETCH(const int, width);
        openPreset();
        m_page->resize(width, 700);
        type("phases.measure_s", u"abc"_s);
        QVERIFY(m_document->setValue(u"arm[2].redis.namespace"_s, u"\"%1\""_s.arg(QString(200, u'ä'))));
        const auto fits = [this](const char* key) {
            const auto* row = m_page->findChild<QWidget*>(QString(u"row."_s + QString::fromLatin1(key)));
            const auto* problem = row->findChild<QLabel*>(u"problem"_s);
            return entry(key)->height() >= entry(key)->sizeHint().height()
                && problem->height() >= problem->heightForWidth(problem->width());
        };
        QTRY_VERIFY(fits("phases.measure_s") && fits("arm[2].redis.namespace"));
    }

    void theMachineIsChecked()
    {
        openPreset();
        m_page->setChecking(true);
        QVERIFY(label("preflightSummary")->text().contains(u"Checking"));
        m_page->setChecking(false);
        results::Preflight preflight;
        preflight.rows = { { u"Redis"_s, u"not found"_s, {}, results::Readiness::Fail, u"why"_s, u"install it"_s } };
        m_page->setPreflight(preflight);
        QVERIFY(!m_page->canStart());
        type("phases.measure_s", u"6"_s); // another plan: to be asked again
        QVERIFY(m_page->canStart());
        QVERIFY(label("preflightSummary")->text().contains(u"Not checked"));
    }

    void narrowWindowsHaveADrawer()
    {
        openPreset();
        auto* checks = m_page->findChild<QWidget*>(u"checks"_s);
        auto* drawer = m_page->findChild<QToolButton*>(u"drawer"_s);
        QVERIFY(checks->isVisible() && !drawer->isVisible());
        m_page->resize(968, 600);
        QTRY_VERIFY(!checks->isVisible() && drawer->isVisible());
        drawer->click();
        QTRY_VERIFY(checks->isVisible());
        QVERIFY(m_page->minimumSizeHint().width() <= 968);
    }

    void theLanguageChanges()
    {
        openPreset();
        Marker marker;
        QVERIFY(QCoreApplication::installTranslator(&marker));
        QTRY_COMPARE(button("save")->text(), u"«&Save»"_s);
        QVERIFY(label("ready")->text().startsWith(u"✔ «Ready: "));
        QVERIFY(label("paribusSummary")->text().startsWith(u"✔ «"));
        QVERIFY(label("preflightSummary")->text().contains(u"«Not checked yet»"));
        auto* sections = m_page->findChild<QListWidget*>(u"sections"_s);
        QCOMPARE(sections->item(0)->text(), u"«Question»"_s);
        QCOMPARE(m_page->findChild<QComboBox*>(u"arm[1].store"_s)->currentText(), u"«Memory of the server»"_s);
        QCoreApplication::removeTranslator(&marker);
        QTRY_COMPARE(button("save")->text(), u"&Save"_s);
    }

private:
    void openPreset() { m_document->startFrom(plan::preset(u"quick-look"_s), u"quick-look"_s); }

    QLineEdit* entry(const char* key) { return m_page->findChild<QLineEdit*>(QString::fromLatin1(key)); }
    QLabel* label(const char* name) { return m_page->findChild<QLabel*>(QString::fromLatin1(name)); }
    QPushButton* button(const char* name) { return m_page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QPushButton* bannerButton() { return m_page->findChild<QWidget*>(u"planBanner"_s)->findChild<QPushButton*>(); }

    void click(const char* name)
    {
        QVERIFY2(button(name), name);
        button(name)->click();
    }

    void type(const char* key, const QString& text)
    {
        QVERIFY2(entry(key), key);
        entry(key)->setFocus();
        entry(key)->selectAll();
        QTest::keyClicks(entry(key), text);
    }

    QString problemOf(const char* key)
    {
        const auto* row = m_page->findChild<QWidget*>(QString(u"row."_s + QString::fromLatin1(key)));
        const auto* problem = row->findChild<QLabel*>(u"problem"_s);
        return problem->isVisible() ? problem->text() : QString();
    }

    std::unique_ptr<models::PlanDocument> m_document;
    std::unique_ptr<pages::PlanPage> m_page;
};

QTEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
