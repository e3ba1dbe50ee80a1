// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historymodel.h"
#include "app/models/tablemodel.h"
#include "app/pages/comparepage.h"
#include "app/pages/resultspage.h"
#include "app/results/files.h"
#include "tests/support/resultsmaker.h"
#include "widgets/chart/dotplot.h"
#include "widgets/chart/effectplot.h"
#include "widgets/chart/percentileplot.h"
#include "widgets/chart/timechart.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/emptystate.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace ceteris;

// Results and Compare over folders whose figures are known.
class TestResultsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void emptySaysWhatToDo();
    void verdictIsThatOfTheFile();
    void interruptedOffersToResume();
    void unreadableSaysWhy();
    void everyTabIsFilled();
    void aTickIsForViewingOnly();
    void filterNarrowsTheTable();
    void tagsAreKept();
    void deletedComesBack();
    void showsOnlyTheLatestChoice();
    void comparesArms();
    void comparesExperimentsWithoutIntervals();
    void swapsSides();
    void nothingToCompare();

private:
    template <class Widget>
    Widget* find(const char* name) const
    {
        auto* const found = m_page->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void show(const QString& folder)
    {
        if (m_page->shown() == folder)
            return; // chosen at the start, and loaded by init()
        QSignalSpy loaded(m_page.get(), &pages::ResultsPage::loaded);
        m_page->showFolder(folder);
        QTRY_VERIFY(!loaded.isEmpty());
    }
    QString cell(const QTableView* table, int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }

    QTemporaryDir m_dir;
    QString m_done, m_cut, m_other;
    std::unique_ptr<models::HistoryModel> m_history;
    std::unique_ptr<pages::ResultsPage> m_page;
};

void TestResultsPage::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_dir.filePath(u"data"_s).toLocal8Bit()); // where a trash would be
    const auto root = m_dir.filePath(u"root"_s);
    m_done = tests::makeResults(root, { .name = u"done"_s, .voidBlock = 2 });
    m_other = tests::makeResults(root, { .name = u"done"_s, .seconds = 2, .slower = 2.0 });
    m_cut = tests::makeResults(root, { .name = u"cut"_s, .complete = false });
}

void TestResultsPage::init()
{
    m_history = std::make_unique<models::HistoryModel>();
    m_page = std::make_unique<pages::ResultsPage>(m_history.get());
    QSignalSpy loaded(m_page.get(), &pages::ResultsPage::loaded);
    m_page->resize(1112, 700);
    m_history->setRoot(m_dir.filePath(u"root"_s));
    m_page->show();
    QTRY_COMPARE(m_history->rowCount(), 3);
    QTRY_VERIFY(!loaded.isEmpty()); // the newest, without a click
}

void TestResultsPage::cleanup()
{
    m_page.reset();
    m_history.reset();
}

void TestResultsPage::emptySaysWhatToDo()
{
    models::HistoryModel history;
    pages::ResultsPage page(&history);
    QSignalSpy asked(&page, &pages::ResultsPage::planRequested);
    page.show();
    history.setRoot(m_dir.filePath(u"nothing"_s));
    auto* const empty = page.findChild<widgets::EmptyState*>(u"resultsEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"No runs yet"_s);
    page.findChild<QPushButton*>(u"goToPlan"_s)->click();
    QCOMPARE(asked.count(), 1);
}

void TestResultsPage::verdictIsThatOfTheFile()
{
    show(m_done);
    QFile file(m_done + u"/verdict.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTRY_VERIFY(find<QLabel>("verdictSentence")->text().contains(u"redis"_s));
    QVERIFY(file.readAll().contains(find<QLabel>("verdictSentence")->text().toUtf8()));
    QVERIFY(find<QLabel>("verdictWord")->text().endsWith(u"WORSE"_s));
    const auto rows = find<widgets::EffectPlot>("effectPlot")->table().rows;
    QVERIFY(!rows.isEmpty());
    QVERIFY(cell(find<QTableView>("comparisonTable"), 0, 2).startsWith(u"+31 % ["_s));
}

void TestResultsPage::interruptedOffersToResume()
{
    QSignalSpy asked(m_page.get(), &pages::ResultsPage::resumeRequested);
    show(m_cut);
    QTRY_VERIFY(find<QPushButton>("resultsResume")->isVisible());
    QVERIFY(find<widgets::Banner>("summaryBanner")->text().contains(u"6 of 12"_s));
    QVERIFY(!find<QLabel>("verdictWord")->isVisible());
    find<QPushButton>("resultsResume")->click();
    QCOMPARE(asked.value(0).value(0).toString(), m_cut);
    show(m_done);
    QTRY_VERIFY(!find<QPushButton>("resultsResume")->isVisible());
}

void TestResultsPage::unreadableSaysWhy()
{
    show(m_dir.path()); // no results folder at all
    auto* const problem = find<widgets::EmptyState>("resultsProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->sentence().contains(u"plan.ceteris.toml"_s));
}

void TestResultsPage::everyTabIsFilled()
{
    show(m_done);
    auto* const tabs = find<QTabWidget>("resultsTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QVERIFY(!tabs->tabText(tab).isEmpty());
        tabs->setCurrentIndex(tab);
    }
    QCOMPARE(find<QTableView>("trialTable")->model()->rowCount(), 14);
    QCOMPARE(find<QTableView>("checkTable")->model()->rowCount(), 1); // the one that made a block void
    QCOMPARE(find<QTableView>("preflightTable")->model()->rowCount(), 1);
    QVERIFY(find<QTreeWidget>("manifestTree")->topLevelItemCount() > 0);
    QVERIFY(find<QTableView>("fileTable")->model()->rowCount() > 10);
    QTRY_VERIFY(!find<widgets::PercentilePlot>("percentilePlot")->table().rows.isEmpty());
    QTRY_VERIFY(!find<widgets::TimeChart>("timeLatency")->table().rows.isEmpty());
}

void TestResultsPage::aTickIsForViewingOnly()
{
    show(m_done);
    find<QTabWidget>("resultsTabs")->setCurrentWidget(find<QTableView>("trialTable")->parentWidget());
    auto* const trials = find<QTableView>("trialTable");
    QTRY_VERIFY(trials->model()->rowCount() > 0);
    const auto* const dots = find<widgets::DotPlot>("trialDots");
    const auto before = dots->table();
    trials->setCurrentIndex(trials->model()->index(0, 0));
    QTest::keyClick(trials, Qt::Key_Space);
    QCOMPARE(dots->table().rows.size(), before.rows.size() - 1);
    QCOMPARE(dots->table().rows.mid(dots->table().rows.size() - 2), before.rows.mid(before.rows.size() - 2)); // marks
    QVERIFY(find<QLabel>("omittedTrials")->text().contains(u"the verdict does not change"));
    find<QPushButton>("showAllTrials")->click();
    QCOMPARE(dots->table(), before);
    QVERIFY(find<QLabel>("omittedTrials")->isHidden());
}

void TestResultsPage::filterNarrowsTheTable()
{
    auto* const table = find<QTableView>("historyTable");
    QCOMPARE(table->model()->rowCount(), 3);
    m_page->focusFilter();
    QTest::keyClicks(find<QLineEdit>("historyFilter"), u"state:interrupted"_s);
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestResultsPage::tagsAreKept()
{
    show(m_done);
    auto* const tags = find<QLineEdit>("resultsTags");
    tags->setText(u"demo, thesis"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QCOMPARE(models::readAnnotations(m_done).tags, (QStringList { u"demo"_s, u"thesis"_s }));
    show(m_other);
    QTRY_VERIFY(tags->text().isEmpty());
}

void TestResultsPage::deletedComesBack()
{
    show(m_cut);
    find<QPushButton>("resultsDelete")->click();
    QVERIFY(!QDir(m_cut).exists());
    QTRY_COMPARE(m_history->rowCount(), 2);
    QTRY_VERIFY(m_page->shown() != m_cut);
    find<QPushButton>("undoButton")->click();
    QTRY_COMPARE(m_history->rowCount(), 3);
    QVERIFY(QDir(m_cut).exists());
}

void TestResultsPage::showsOnlyTheLatestChoice()
{
    m_page->showFolder(m_done);
    show(m_cut); // before the other was read
    QTRY_COMPARE(find<QLabel>("resultsName")->text(), u"cut"_s);
    QCOMPARE(m_page->shown(), m_cut);
}

void TestResultsPage::comparesArms()
{
    pages::ComparePage page(m_history.get());
    QSignalSpy loaded(&page, &pages::ComparePage::loaded);
    page.setFolders({ m_done });
    page.show();
    QTRY_VERIFY(!loaded.isEmpty());
    const auto* const metrics = page.findChild<QTableView*>(u"compareMetrics"_s);
    QVERIFY(cell(metrics, 0, 5).startsWith(u"1.3"_s)); // its own interval: paired
    QCOMPARE(cell(metrics, 0, 6), u"↑ worse"_s);
    const auto* const differences = page.findChild<QTableView*>(u"compareDifferences"_s);
    QCOMPARE(differences->model()->rowCount(), 1);
    QCOMPARE(cell(differences, 0, 0), u"✔ the factor"_s);
    QVERIFY(page.findChild<widgets::Banner*>(u"compareBanner"_s)->text().isEmpty());
    QVERIFY(page.findChild<QPushButton*>(u"compareExport"_s)->isEnabled());
    const auto path = m_dir.filePath(u"compared.csv"_s);
    QVERIFY(page.exportTo(path));
    const auto rows = results::readWhole(path)->split('\n');
    QVERIFY(rows[1].startsWith("metric,A,") && rows[2].startsWith("metric,B,"));
    QCOMPARE(rows[2].count(','), rows[0].count(','));
    QVERIFY(rows[2].contains(",redis,") && rows[2].contains(",response_p99,"));
    QVERIFY(std::ranges::any_of(rows, [](const auto& row) { return row.startsWith("factor,A,"); }));
}

void TestResultsPage::comparesExperimentsWithoutIntervals()
{
    pages::ComparePage page(m_history.get());
    QSignalSpy loaded(&page, &pages::ComparePage::loaded);
    page.setFolders({ m_done, m_other });
    page.show();
    QTRY_VERIFY(!loaded.isEmpty());
    const auto* const metrics = page.findChild<QTableView*>(u"compareMetrics"_s);
    QCOMPARE(cell(metrics, 0, 5), u"—"_s);
    QCOMPARE(cell(metrics, 0, 6), u"no interval"_s);
    QCOMPARE(page.folders(), (QStringList { m_done, m_other }));
}

void TestResultsPage::swapsSides()
{
    pages::ComparePage page(m_history.get());
    QSignalSpy loaded(&page, &pages::ComparePage::loaded);
    page.setFolders({ m_done });
    page.show();
    QTRY_VERIFY(!loaded.isEmpty());
    page.findChild<QPushButton*>(u"compareSwap"_s)->click();
    QCOMPARE(cell(page.findChild<QTableView*>(u"compareMetrics"_s), 0, 6), u"↓ better"_s);
}

void TestResultsPage::nothingToCompare()
{
    pages::ComparePage page(m_history.get());
    page.show();
    const auto* const empty = page.findChild<widgets::EmptyState*>(u"compareEmpty"_s);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Choose two runs"_s);
    QSignalSpy loaded(&page, &pages::ComparePage::loaded);
    page.findChild<QPushButton*>(u"compareLatest"_s)->click(); // the two of plan "done"
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(page.folders().size(), 2);
    QVERIFY(!empty->isVisible());
}

QTEST_MAIN(TestResultsPage)
#include "tst_resultspage.moc"
