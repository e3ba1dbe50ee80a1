// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livelogmodel.h"
#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/pages/demopage.h"
#include "app/pages/livelines.h"
#include "app/pages/livepage.h"
#include "app/pages/livetile.h"
#include "app/results/layout.h"
#include "app/results/orders.h"
#include "tests/gui/played.h"
#include "widgets/chart/timechart.h"
#include "widgets/shell/banner.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
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

class TestLivePages : public QObject
{
    Q_OBJECT

private slots:
    void idleOffersToStartAndToReplay()
    {
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        QCOMPARE(page.findChild<QLabel*>(u"emptyTitle"_s)->text(), u"Nothing is running"_s);
        QVERIFY(page.findChild<QPushButton*>(u"liveReplayLast"_s)->isHidden());
        page.setLastRun(u"/r/2026-11-22T06-37-08Z-quick-look"_s);
        QSignalSpy start(&page, &pages::LivePage::startRequested);
        QSignalSpy replay(&page, &pages::LivePage::replayRequested);
        page.findChild<QPushButton*>(u"liveStart"_s)->click();
        page.findChild<QPushButton*>(u"liveReplayLast"_s)->click();
        QCOMPARE(start.size(), 1);
        QCOMPARE(replay.first().first().toString(), u"/r/2026-11-22T06-37-08Z-quick-look"_s);
    }

    void preflightIsAList()
    {
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        model.take({ 0, {}, results::ExperimentStarted { u"x"_s, {}, {}, { u"a"_s }, { u"l"_s }, 1, 1, 0, 20 } });
        model.take({ 0, {}, results::Preparing { 300, 1000 } });
        const auto* sentence = page.findChild<QLabel*>(u"checklistSentence"_s);
        QTRY_COMPARE(sentence->text(), u"Making the accounts: 300 of 1000"_s);
        model.take({ 1, {}, results::Waiting { 3, 60, u"a compiler"_s } });
        QTRY_VERIFY(sentence->text().contains(u"a compiler"));
        const results::PreflightRow row { u"Disk"_s, u"1 GiB"_s, u"2 GiB"_s, results::Readiness::Fail, u"It fills."_s,
            u"Make room."_s };
        model.take({ 2, {}, results::Preflight { { row }, u"1 of 1 probes could be read"_s } });
        const auto* list = page.findChild<QTreeWidget*>(u"checklist"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QVERIFY(list->topLevelItem(0)->text(3).contains(u"in the way"));
        QVERIFY(list->topLevelItem(0)->text(4).contains(u"Make room."));
    }

    void warmUpIsNotCounted()
    {
        Played<pages::LivePage> live;
        QVERIFY(live.showWhen(Phase { u"warmup"_s }));
        auto* p99 = live.page.findChild<pages::LiveTile*>(u"tileP99"_s);
        QVERIFY2(p99->label().contains(u"warm-up"), qPrintable(p99->label()));
        QVERIFY(live.text(u"liveStatus"_s).contains(u"warm-up"));
    }

    void measuringShowsFiguresAgainstTheOtherArm()
    {
        Played<pages::LivePage> live;
        QVERIFY(live.showWhen(
            [](const models::LiveState& state) { return Phase { u"measure"_s }(state) && state.trials.size() == 2; }));
        auto* p99 = live.page.findChild<pages::LiveTile*>(u"tileP99"_s);
        QCOMPARE(p99->label(), u"p99 · refresh"_s);
        QVERIFY2(p99->value().endsWith(u"s"), qPrintable(p99->value()));
        QVERIFY2(p99->note().contains(u"redis"), qPrintable(p99->note()));
        QCOMPARE(live.page.findChild<pages::LiveTile*>(u"tileMemory"_s)->note(), u"no Redis in this arm"_s);
        auto* latency = live.page.findChild<widgets::TimeChart*>(u"chartLatency"_s);
        QVERIFY(latency->message().isEmpty());
        QVERIFY(latency->table().rows.size() > 3);
        live.page.findChild<QTabBar*>(u"liveTabs"_s)->setCurrentIndex(1); // what is hidden is not made
        const auto* stages = live.page.findChild<widgets::TimeChart*>(u"chartStages"_s);
        QVERIFY(!stages->table().rows.isEmpty());
        QVERIFY2(stages->message().isEmpty(), qPrintable(stages->message()));
    }

    void freezingStopsTheViewNotTheRun()
    {
        Played<pages::LivePage> live;
        live.showAt(45);
        const auto status = live.text(u"liveStatus"_s);
        QTest::keyClick(&live.page, Qt::Key_Space);
        QVERIFY(live.text(u"frozenChip"_s).startsWith(u"View frozen 00:00"));
        live.showAt(60);
        QCOMPARE(live.text(u"liveStatus"_s), status);
        QTest::keyClick(&live.page, Qt::Key_Space);
        QVERIFY(live.text(u"liveStatus"_s) != status);
    }

    void arrowsMoveOneCursor()
    {
        Played<pages::LivePage> live;
        live.showAt(52);
        QTest::keyClick(&live.page, Qt::Key_Left);
        const auto* latency = live.page.findChild<widgets::TimeChart*>(u"chartLatency"_s);
        const auto* cpu = live.page.findChild<widgets::TimeChart*>(u"chartCpu"_s);
        QVERIFY(latency->cursor());
        QCOMPARE(cpu->cursor(), latency->cursor());
    }

    void contaminationIsABanner()
    {
        Played<pages::LivePage> live(1);
        QVERIFY(live.showWhen([](const models::LiveState& state) {
            return isActive(state.stage) && state.countOf(models::TrialStatus::Void) > 0;
        }));
        const auto* banner = live.page.findChild<widgets::Banner*>(u"liveBanner"_s);
        QCOMPARE(banner->tone(), widgets::Tone::Warning);
        QVERIFY2(banner->text().contains(u"is contaminated"), qPrintable(banner->text()));
    }

    void aFaultIsNamedWithItsMarks()
    {
        Played<pages::LivePage> live(QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/recordings/redis-outage.ndjson.z"));
        QVERIFY(live.opened
            && live.showWhen([](const models::LiveState& state) { return pages::eventsOf(state).size() == 2; }));
        const auto events = pages::eventsOf(live.model.state());
        QCOMPARE(events[0].glyph + events[0].text, u"↯↯ Fault: kill store"_s);
        QCOMPARE(events[1].glyph + events[1].text, u"↺↺ Fault over: kill store"_s);
        const auto* log = live.page.findChild<QTableView*>(u"eventLog"_s)->model();
        QCOMPARE(log->index(log->rowCount() - 1, models::LiveLogModel::Text).data().toString(), events[1].text);
        QCOMPARE(log->index(log->rowCount() - 1, models::LiveLogModel::Source).data().toString(), u"fault"_s);
    }

    void severalInstancesHaveATab()
    {
        Played<pages::LivePage> live(QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/recordings/scale-out.ndjson.z"));
        const auto measured = [](int trial) {
            return [trial](const models::LiveState& state) {
                return Phase { u"measure"_s }(state) && state.trial()->number == trial && state.phaseLeftS < 4;
            };
        };
        QVERIFY(live.opened && live.showWhen(measured(1)));
        auto* tabs = live.page.findChild<QTabBar*>(u"liveTabs"_s);
        QVERIFY(!tabs->isTabVisible(2)); // of one there is nothing to compare
        QVERIFY(live.showWhen(measured(3)));
        QVERIFY(tabs->isTabVisible(2));
        tabs->setCurrentIndex(2);
        const auto* table = live.page.findChild<QTableView*>(u"instanceTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        const auto* header = table->horizontalHeader();
        QTRY_COMPARE(header->length(), header->width());
    }

    void aFailedTrialCanBeHadAgainOrLeft_data()
    {
        QTest::addColumn<bool>("mayOrder");
        QTest::addColumn<QStringList>("buttons");
        const QStringList always { u"Go on without it"_s, u"Save diagnostics"_s };
        QTest::addRow("its own engine") << true << (QStringList { u"Run it again"_s } + always);
        QTest::addRow("another's engine") << false << always;
    }

    void aFailedTrialCanBeHadAgainOrLeft()
    {
        QFETCH(const bool, mayOrder);
        QFETCH(const QStringList, buttons);
        models::LiveModel model;
        pages::LivePage page(&model);
        page.setMayOrder(mayOrder);
        page.show();
        begin(model);
        auto* skip = page.findChild<QPushButton*>(u"liveSkip"_s);
        QTRY_COMPARE(skip->isVisible(), mayOrder);
        QSignalSpy skipped(&page, &pages::LivePage::skipRequested);
        skip->click();
        QCOMPARE(skipped.first().first().toInt(), 1);
        model.take({ 2, {}, results::TrialFinished { 1, u"failed"_s, u"Redis ended. Its last lines: none."_s } });
        const auto* banner = page.findChild<widgets::Banner*>(u"liveBanner"_s);
        QTRY_COMPARE(banner->text(), u"Trial 1 failed: Redis ended. The experiment goes on without it."_s);
        QVERIFY(!skip->isVisible());
        QCOMPARE(banner->tone(), widgets::Tone::Bad);
        const auto* details = banner->findChild<QPlainTextEdit*>();
        QVERIFY2(details->toPlainText().contains(u"Its last lines: none.\n"_s), qPrintable(details->toPlainText()));
        QStringList texts;
        for (const auto* button : banner->buttons())
            texts += button->text();
        QCOMPARE(texts, buttons);
        QSignalSpy again(&page, &pages::LivePage::againRequested);
        banner->buttons()[0]->click();
        QCOMPARE(again.size(), mayOrder ? 1 : 0);
        if (mayOrder) {
            QCOMPARE(again.first().first().value<QList<int>>(), QList<int> { 1 });
            banner->buttons()[1]->click();
        }
        QTRY_VERIFY(!banner->isVisible());
        model.take({ 3, {}, results::TrialStarted { 2, 1, 2, u"a"_s, u"l"_s, 10, 2 } });
        model.take({ 4, {}, results::TrialFinished { 2, u"failed"_s, u"Redis ended."_s } });
        QTRY_VERIFY(banner->isVisible()); // another one
    }

    void whatWasOrderedIsNoAlarm()
    {
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        begin(model);
        results::TrialRow row;
        row.trial = row.block = 1;
        row.reason = u"A person skipped it 1 s after it began."_s;
        model.take({ 2, {}, results::Checked { 1, { results::orderRow(row, results::Order::Skip) } } });
        model.take({ 2, {}, results::TrialFinished { 1, u"void"_s, row.reason } });
        const auto* banner = page.findChild<widgets::Banner*>(u"liveBanner"_s);
        QTRY_COMPARE(
            banner->text(), QString(u"Trial 1 does not count: "_s + row.reason + u" Its block will be run again."_s));
        QCOMPARE(banner->tone(), widgets::Tone::Neutral);
        QVERIFY(banner->buttons().isEmpty());
    }

    void threeFailuresCanBeHadAgain()
    {
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        begin(model);
        for (int trial = 1; trial <= 3; ++trial) {
            model.take({ trial * 2.0, {}, results::TrialStarted { trial, trial, 1, u"a"_s, u"l"_s, 10, 8 } });
            model.take({ trial * 2.0 + 1, {}, results::TrialFinished { trial, u"failed"_s, u"Redis ended."_s } });
        }
        model.take({ 9, {}, results::ExperimentFinished { u"failed"_s, 3, 3, u"3 trials failed in a row."_s } });
        const auto* banner = page.findChild<widgets::Banner*>(u"liveBanner"_s);
        QTRY_COMPARE(banner->buttons().size(), 3);
        QCOMPARE(banner->buttons()[0]->text(), u"Run them again"_s);
        QCOMPARE(banner->buttons()[1]->text(), u"Resume"_s);
        QSignalSpy again(&page, &pages::LivePage::againRequested);
        banner->buttons()[0]->click();
        QCOMPARE(again.first().first().value<QList<int>>(), (QList<int> { 1, 2, 3 }));
    }

    void endingsSayWhatToDo_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("tone");
        QTest::addColumn<int>("buttons");
        QTest::addRow("done") << u"done"_s << int(widgets::Tone::Good) << 1;
        QTest::addRow("stopped") << u"stopped"_s << int(widgets::Tone::Neutral) << 2;
        QTest::addRow("failed") << u"failed"_s << int(widgets::Tone::Bad) << 2;
    }

    void endingsSayWhatToDo()
    {
        QFETCH(QString, outcome);
        QFETCH(int, tone);
        QFETCH(int, buttons);
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        model.take({ 0, {},
            results::ExperimentStarted { u"x"_s, {}, u"/r/x"_s, { u"a"_s, u"b"_s }, { u"l"_s }, 1, 2, 0, 20 } });
        model.take({ 1, {}, results::TrialStarted { 1, 1, 1, u"a"_s, u"l"_s, 10, 2 } });
        model.take({ 9, {}, results::TrialFinished { 1, u"ok"_s, {} } });
        model.take({ 10, {}, results::ExperimentFinished { outcome, 1, 0, u"Redis is gone."_s } });
        const auto* banner = page.findChild<widgets::Banner*>(u"liveBanner"_s);
        QTRY_COMPARE(int(banner->tone()), tone);
        QTRY_VERIFY(!banner->text().isEmpty());
        QCOMPARE(banner->buttons().size(), buttons);
    }

    void aForeignServiceHasNoStore_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("message");
        QTest::addRow("foreign") << u"cpu_generator"_s
                                 << u"Not measured: this arm is a service that Ceteris did not start"_s;
        QTest::addRow("not yet") << u"cpu_app"_s << u"No reading of the session store yet"_s;
        QTest::addRow("read") << u"session_store_bytes"_s << QString();
    }

    void aForeignServiceHasNoStore()
    {
        QFETCH(QString, metric);
        QFETCH(QString, message);
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        begin(model);
        const auto* memory = page.findChild<widgets::TimeChart*>(u"chartMemory"_s);
        QTRY_COMPARE(memory->message(), u"No load yet: nothing to measure"_s);
        results::Tick tick;
        tick.trial = 1;
        tick.phase = u"measure"_s;
        tick.readings = { { metric, 0.5 } };
        model.take({ 2, {}, tick });
        QTRY_COMPARE(memory->message(), message);
    }

    void theLogShowsWholeRows()
    {
        Played<pages::LivePage> live;
        live.showAt(52);
        const auto* log = live.page.findChild<QTableView*>(u"eventLog"_s);
        const auto* bar = log->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(log->rowViewportPosition(log->rowAt(0)), 0);
        live.page.resize(1112, 660); // a banner takes as much
        QTRY_COMPARE(log->rowViewportPosition(log->rowAt(0)), 0);
        QCOMPARE(bar->value(), bar->maximum());
    }

    void aStallIsSaidOnEveryChart()
    {
        models::LiveModel model;
        pages::LivePage page(&model);
        page.show();
        begin(model);
        model.advance(8);
        for (const auto* name : { "chartLatency", "chartThroughput", "chartCpu", "chartMemory" })
            QTRY_COMPARE(
                page.findChild<widgets::TimeChart*>(QLatin1StringView(name))->message(), u"No samples for 7 s"_s);
    }

    void nothingIsDrawnWhileHidden()
    {
        Played<pages::LivePage> live;
        live.replay.seek(45);
        QTest::qWait(0);
        QCOMPARE(live.text(u"liveStatus"_s), QString());
        live.page.show();
        QVERIFY(!live.text(u"liveStatus"_s).isEmpty());
    }
};

QTEST_MAIN(TestLivePages)
#include "tst_livepages.moc"
