// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"
#include "app/pages/livetile.h"
#include "app/results/layout.h"
#include "tests/gui/played.h"
#include "widgets/chart/timechart.h"
#include "widgets/shell/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace ceteris;
using namespace ceteris::tests;
using namespace Qt::StringLiterals;

class TestDemoPage : public QObject
{
    Q_OBJECT

private slots:
    void nothingInDemoIsSmallerThanAFiftieth_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("s");
        for (const auto size : { QSize(1280, 800), QSize(1920, 1080) })
            for (const double s : { 0.0, 5.0, 52.0, 500.0 })
                QTest::addRow("%d x %d at %g s", size.width(), size.height(), s) << size << s;
    }

    void nothingInDemoIsSmallerThanAFiftieth()
    {
        QFETCH(QSize, size);
        QFETCH(double, s);
        Played<pages::DemoPage> demo;
        demo.page.setReplay(&demo.replay);
        demo.showAt(s, size);
        QCOMPARE(demo.page.size(), size);
        int seen = 0;
        for (const auto* label : demo.page.findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty()) {
                QVERIFY2(QFontInfo(label->font()).pixelSize() >= size.height() / 50, qPrintable(label->text()));
                ++seen;
            }
        QVERIFY(seen > 2);
    }

    void demoKeepsItsSizeWhenContaminated()
    {
        Played<pages::DemoPage> demo(1);
        demo.showAt(42, { 1280, 800 });
        QVERIFY(demo.text(u"demoFooter"_s).contains(u"disturbed trial"));
        QCOMPARE(demo.page.size(), QSize(1280, 800));
    }

    void demoKeys()
    {
        Played<pages::DemoPage> demo;
        demo.page.setReplay(&demo.replay);
        demo.showAt(52);
        QVERIFY(demo.text(u"demoMark"_s).contains(u"REPLAY"));
        const auto* chart = demo.page.findChild<widgets::TimeChart*>(u"demoChart"_s);
        const auto title = chart->title();
        QTest::keyClick(&demo.page, Qt::Key_2);
        QVERIFY(chart->title() != title);
        QTest::keyClick(&demo.page, Qt::Key_B);
        QVERIFY(demo.page.findChild<QWidget*>(u"demoBlank"_s)->isVisible());
        QTest::keyClick(&demo.page, Qt::Key_Right);
        QCOMPARE(demo.replay.positionS(), 57.0);
        QTest::keyClick(&demo.page, Qt::Key_Space);
        QVERIFY(demo.replay.isPlaying());
        QSignalSpy theme(&demo.page, &pages::DemoPage::themeToggled);
        QSignalSpy leave(&demo.page, &pages::DemoPage::leaveRequested);
        QTest::keyClick(&demo.page, Qt::Key_D);
        QTest::keyClick(&demo.page, Qt::Key_Escape);
        QCOMPARE(theme.size() + leave.size(), 2);
    }

    void demoEndsWithTheVerdict()
    {
        Played<pages::DemoPage> demo;
        demo.page.setReplay(&demo.replay);
        demo.showAt(demo.replay.lengthS());
        const auto* sentence = demo.page.findChild<QLabel*>(u"demoVerdictSentence"_s);
        QVERIFY(sentence->isVisible());
        QVERIFY(sentence->text().contains(u"p99"));
        QTest::keyClick(&demo.page, Qt::Key_V);
        QVERIFY(!sentence->isVisible());
    }

    void demoKeepsTheVerdictOfARun()
    {
        const QTemporaryDir folder;
        QFile verdict(folder.filePath(results::file::verdict));
        QVERIFY(verdict.open(QIODevice::WriteOnly));
        verdict.write("{\"primary\":[{\"sentence\":\"b is 16 % faster than a.\"}]}");
        verdict.close();
        models::LiveModel model;
        pages::DemoPage page(&model);
        page.show();
        begin(model, folder.path());
        model.take({ 9, {}, results::ExperimentFinished { u"done"_s, 2, 0, {} } });
        const auto* sentence = page.findChild<QLabel*>(u"demoVerdictSentence"_s);
        QTRY_VERIFY(sentence->isVisible());
        page.setReplay(nullptr); // the engine has ended
        QVERIFY(sentence->isVisible());
        QCOMPARE(sentence->text(), u"b is 16 % faster than a."_s);
    }

    void theTitleCardPlaysRecordings()
    {
        models::LiveModel model;
        pages::DemoPage page(&model);
        page.show();
        QSignalSpy start(&page, &pages::DemoPage::startRequested);
        QSignalSpy replay(&page, &pages::DemoPage::replayRequested);
        QTest::keyClick(&page, Qt::Key_Space);
        QTest::keyClick(&page, Qt::Key_2);
        QCOMPARE(start.size(), 1);
        QCOMPARE(replay.first().first().toString(), models::recordings().at(1).path);
    }
};

QTEST_MAIN(TestDemoPage)
#include "tst_demopage.moc"
