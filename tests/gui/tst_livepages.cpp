// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"
#include "app/pages/livetile.h"
#include "app/results/layout.h"
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
using namespace Qt::StringLiterals;

namespace {

// A page over a recording; its model's time is the recording's.
template <class Page>
struct Played
{
    explicit Played(int recording = 0)
    {
        model.setRecorded(true);
        QObject::connect(&replay, &models::Replay::rewound, &model, &models::LiveModel::reset);
        QObject::connect(&replay, &models::Replay::entry, &model, &models::LiveModel::take);
        QObject::connect(&replay, &models::Replay::advanced, &model, &models::LiveModel::advance);
        opened = replay.open(models::recordings().at(recording).path).has_value();
    }

    void showAt(double s, QSize size = { 1112, 700 })
    {
        page.resize(size);
        page.show();
        replay.seek(s);
        QSignalSpy changed(&model, &models::LiveModel::changed);
        QVERIFY(changed.wait());
    }
    // The first moment at which it holds, in steps of half a second.
    template <class Condition>
    bool showWhen(const Condition& condition)
    {
        for (double s = 0; s <= replay.lengthS(); s += 0.5) {
            replay.seek(s);
            if (condition(model.state())) {
                showAt(s);
                return true;
            }
        }
        return false;
    }
    QString text(const QString& name) const
    {
        const auto* label = page.template findChild<QLabel*>(name);
        return label ? label->text() : QString();
    }

    models::LiveModel model;
    models::Replay replay;
    Page page { &model };
    bool opened = false;
};

// An experiment whose first trial measures.
void begin(models::LiveModel& model, const QString& folder = u"/r/x"_s)
{
    model.take(
        { 0, {}, results::ExperimentStarted { u"x"_s, {}, folder, { u"a"_s, u"b"_s }, { u"l"_s }, 1, 2, 0, 20 } });
    model.take({ 1, {}, results::TrialStarted { 1, 1, 1, u"a"_s, u"l"_s, 10, 2 } });
    model.take({ 1, {}, results::PhaseStarted { 1, u"measure"_s, 10 } });
}

struct Phase
{
    QString name;
    bool operator()(const models::LiveState& state) const
    {
        return state.stage == models::Stage::Running && state.phaseName() == name && state.phaseLeftS < 1.5;
    }
};

} // namespace

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
        const auto* stages = live.page.findChild<widgets::TimeChart*>(u"chartStages"_s);
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

QTEST_MAIN(TestLivePages)
#include "tst_livepages.moc"
