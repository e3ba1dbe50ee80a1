// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historymodel.h"
#include "app/pages/comparepage.h"
#include "app/pages/resultspage.h"
#include "app/results/export.h"
#include "app/window/actions.h"
#include "app/window/mainwindow.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/resultsmaker.h"
#include "tests/unit/results/k6lines.h"
#include "widgets/chart/percentileplot.h"
#include "widgets/chart/timechart.h"
#include "widgets/shell/banner.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::tests;
using namespace ceteris::window;

// What another tool has written, from the file to the pages.
class TestImports : public QObject, private WindowFixture
{
    Q_OBJECT

public:
    TestImports()
        : WindowFixture(u"tst_imports"_s)
    {
    }

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void theEmptyPageOffersIt()
    {
        models::HistoryModel history;
        history.setRoot(m_folder->path());
        pages::ResultsPage page(&history);
        page.show();
        auto* const button = page.findChild<QPushButton*>(u"importResults"_s);
        QTRY_VERIFY(button->isVisible());
        const QSignalSpy asked(&page, &pages::ResultsPage::importRequested);
        button->click();
        QCOMPARE(asked.size(), 1);
    }

    void aDroppedFileIsShown()
    {
        const auto window = shown();
        dropOn(window.get(), { putK6(600) });
        QCOMPARE(window->page(), MainWindow::Page::Results);
        QTRY_VERIFY(label(window.get(), "importedSentence").contains(u"600"_s));
        QVERIFY2(label(window.get(), "importedSentence").contains(u"10.0"_s),
            qPrintable(label(window.get(), "importedSentence")));
        const auto mark = window->findChild<widgets::Banner*>(u"importedMark"_s)->text();
        QVERIFY(mark.contains(u"k6"_s) && mark.contains(u"nothing was controlled"_s));
        QCOMPARE(rows(window.get(), "importedTable"), 2);
        QCOMPARE(rows(window.get(), "failureTable"), 1);
        QVERIFY(!window->findChild<widgets::Banner*>(u"importing"_s)->isVisible());
        QVERIFY(!window->findChild<QToolButton*>(u"resultsExport"_s)->isEnabled());
        QVERIFY(!window->findChild<QPushButton*>(u"resultsReplay"_s)->isEnabled());

        auto* const history = window->findChild<QTableView*>(u"historyTable"_s);
        QTRY_COMPARE(history->model()->rowCount(), 1);
        const auto at = [history](int column) { return history->model()->index(0, column).data().toString(); };
        QVERIFY(at(models::HistoryModel::State).contains(u"Imported"_s));
        QCOMPARE(at(models::HistoryModel::Name), u"run"_s);
        QCOMPARE(at(models::HistoryModel::Arms), u"k6"_s);
        QCOMPARE(at(models::HistoryModel::Blocks), u"—"_s);
        QVERIFY(at(models::HistoryModel::Headline).startsWith(u"p50 5.00"_s));
    }

    void everyTabHasSomethingOrSaysWhyNot_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("hasHistogram");
        QTest::addColumn<bool>("hasMoments");
        const QString data = QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/locust/");
        QTest::newRow("k6") << QString() << true << true;
        QTest::newRow("Locust, full history") << data + u"full_stats.csv" << false << true;
        QTest::newRow("Locust") << data + u"plain_stats.csv" << false << false;
    }

    void everyTabHasSomethingOrSaysWhyNot()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, hasHistogram);
        QFETCH(const bool, hasMoments);
        const auto window = shown();
        window->open({ file.isEmpty() ? putK6(600) : file });
        QTRY_VERIFY(!label(window.get(), "importedSentence").isEmpty());
        auto* const tabs = window->findChild<QTabWidget*>(u"resultsTabs"_s);
        QStringList seen;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (!tabs->isTabVisible(tab))
                continue;
            seen += tabs->tabText(tab);
            tabs->setCurrentIndex(tab);
        }
        QCOMPARE(seen, (QStringList { u"Summary"_s, u"Distribution"_s, u"Over time"_s, u"Environment"_s, u"Raw"_s }));
        auto* const latency = window->findChild<widgets::TimeChart*>(u"timeLatency"_s);
        auto* const rates = window->findChild<widgets::TimeChart*>(u"timeThroughput"_s);
        auto* const plot = window->findChild<widgets::PercentilePlot*>(u"percentilePlot"_s);
        QTRY_VERIFY(!rates->table().rows.isEmpty());
        QCOMPARE(!latency->table().rows.isEmpty(), hasMoments);
        if (hasHistogram)
            QTRY_VERIFY(!plot->table().rows.isEmpty());
        else
            QTRY_VERIFY(plot->message().contains(u"Not recorded"_s));
    }

    void aBundleSaysWhatItHasNot()
    {
        const auto made = makeResults(m_folder->filePath(u"elsewhere"_s));
        const auto zip = m_folder->filePath(u"bundle.zip"_s);
        QVERIFY(results::exportAs(made, results::ExportFormat::Csv, zip));
        const auto window = shown();
        window->open({ zip });
        auto* const page = window->findChild<pages::ResultsPage*>();
        QTRY_VERIFY(!page->shown().isEmpty());
        QTRY_VERIFY(!label(window.get(), "verdictSentence").isEmpty()); // the verdict came with it
        window->findChild<QTabWidget*>(u"resultsTabs"_s)->setCurrentIndex(1);
        auto* const plot = window->findChild<widgets::PercentilePlot*>(u"percentilePlot"_s);
        QTRY_VERIFY(plot->message().contains(u"histograms"_s));
    }

    void besideAnythingItIsNotComparable()
    {
        const auto made = makeResults(m_folder->path());
        const auto window = shown();
        window->open({ putK6(6000), made });
        QTRY_VERIFY(!label(window.get(), "importedSentence").isEmpty());
        auto* const page = window->findChild<pages::ComparePage*>();
        const auto imported = window->findChild<pages::ResultsPage*>()->shown();
        for (const auto& folders : { QStringList { imported, made }, QStringList { made, imported } }) {
            page->setFolders(folders);
            window->showPage(MainWindow::Page::Compare);
            auto* const banner = window->findChild<widgets::Banner*>(u"compareBanner"_s);
            QTRY_VERIFY(banner->text().contains(u"Not comparable"_s));
            QCOMPARE(rows(window.get(), "compareDifferences"), 1);
            QVERIFY(rows(window.get(), "compareMetrics") > 0);
            page->setFolders({});
        }
    }

    void whatCannotBeReadIsSaid()
    {
        const auto window = shown();
        write(u"bad.json"_s, "{\"a\":1}\n");
        window->open({ m_folder->filePath(u"bad.json"_s), putK6(50) });
        QTRY_VERIFY(!window->findChildren<QMessageBox*>().isEmpty());
        QVERIFY(window->findChildren<QMessageBox*>().first()->text().contains(u"bad.json"_s));
        QTRY_VERIFY(label(window.get(), "importedSentence").contains(u"50"_s)); // the other one is there
    }

    // However slow this thread is, ten readings are not over before it comes to end them.
    void cancelledAndClosedLeaveNothing()
    {
        const QStringList files(10, putK6(60'000));
        const auto made = [this](const QString& name) {
            return QDir(m_folder->path()).entryList({ name }, QDir::Dirs | QDir::Hidden).size();
        };
        {
            const auto window = shown();
            window->open(files);
            auto* const banner = window->findChild<widgets::Banner*>(u"importing"_s);
            QVERIFY(banner->isVisible());
            QVERIFY(banner->text().contains(u"run.json"_s));
            banner->buttons().first()->click();
            QTRY_VERIFY(!banner->isVisible());
            QVERIFY(window->findChildren<QMessageBox*>().isEmpty()); // it was asked for
            QVERIFY(made(u"2026-*"_s) < files.size());
            window->open(files);
        } // closed in the middle of it
        QCOMPARE(made(u".import-*"_s), 0);
        QVERIFY(made(u"2026-*"_s) < 2 * files.size());
    }

private:
    QString putK6(int requests) const
    {
        write(u"run.json"_s, results::sample::k6Text(requests));
        return m_folder->filePath(u"run.json"_s);
    }

    static void dropOn(MainWindow* window, const QStringList& files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const auto& file : files)
            urls.append(QUrl::fromLocalFile(file));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &drop);
    }

    static QString label(const MainWindow* window, const char* name)
    {
        const auto* const it = window->findChild<QLabel*>(QString::fromLatin1(name));
        return it ? it->text() : QString();
    }

    static int rows(const MainWindow* window, const char* name)
    {
        return window->findChild<QTableView*>(QString::fromLatin1(name))->model()->rowCount();
    }
};

QTEST_MAIN(TestImports)
#include "tst_imports.moc"
