// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livestate.h"
#include "app/pages/planpage.h"
#include "app/plan/read.h"
#include "app/results/layout.h"
#include "app/results/stream.h"
#include "app/window/actions.h"
#include "app/window/header.h"
#include "app/window/mainwindow.h"
#include "app/window/runfeed.h"
#include "app/window/settings.h"
#include "app/window/singleinstance.h"
#include "tests/gui/windowfixture.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/headerbar.h"
#include "widgets/shell/theme.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLockFile>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::tests;
using namespace ceteris::window;

class TestWindowRuns : public QObject, private WindowFixture
{
    Q_OBJECT

public:
    TestWindowRuns()
        : WindowFixture(u"tst_windowruns"_s)
    {
    }

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void theEngineIsHeardToItsEnd_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("unread");
        QTest::addColumn<QString>("lastLine");
        QTest::addColumn<int>("exitCode");
        const QByteArray say = "cat \"$(dirname \"$0\")/stopped\"\n";
        QTest::newRow("says all") << QByteArray(say + "exit 2\n") << 1 << 0 << QString() << 2;
        QTest::newRow("a torn line") << QByteArray("echo broken\n" + say) << 1 << 1 << QString() << 0;
        QTest::newRow("a log") << QByteArray("seq 30 >&2; printf 'No room.' >&2; exit 3\n") << 0 << 0 << u"No room."_s
                               << 3;
    }

    void theEngineIsHeardToItsEnd()
    {
        QFETCH(const QByteArray, script);
        engine(script);
        EngineProcess process;
        QSignalSpy entries(&process, &EngineProcess::entry);
        Ending ending;
        connect(&process, &EngineProcess::ended, this, [&](const Ending& it) { ending = it; });
        process.run(u"plan"_s, m_folder->path());
        QTRY_VERIFY(!process.isRunning());
        QTEST(static_cast<int>(entries.size()), "entries");
        QTEST(process.unreadLines(), "unread");
        QTEST(ending.log.isEmpty() ? QString() : ending.log.last(), "lastLine");
        QVERIFY(ending.log.size() <= 21);
        QTEST(ending.exitCode, "exitCode");
    }

    void withoutAnEngineSomethingIsSaid()
    {
        qputenv("PATH", "/nowhere");
        EngineProcess process;
        Ending ending;
        connect(&process, &EngineProcess::ended, this, [&](const Ending& it) { ending = it; });
        process.run(u"plan"_s, m_folder->path());
        QTRY_VERIFY(!process.isRunning());
        QVERIFY(!ending.started);
        QVERIFY(ending.log.value(0).contains(u"ceteris-cli"_s));
    }

    void theEngineOutlivesTheWindow()
    {
        engine("echo $$ >\"$(dirname \"$0\")/pid\"; exec sleep 60\n");
        {
            EngineProcess process;
            process.run(u"plan"_s, m_folder->path());
            QTRY_VERIFY(pid() > 0);
            QCOMPARE(getsid(static_cast<pid_t>(pid())), static_cast<pid_t>(pid())); // of its own
        }
        QCOMPARE(::kill(static_cast<pid_t>(pid()), 0), 0);
        QCOMPARE(::kill(static_cast<pid_t>(pid()), SIGKILL), 0);
    }

    void quittingWhileRunningAsks()
    {
        engine("cd \"$(dirname \"$0\")\"; trap 'cat stopped; exit 2' INT; cat started; while :; do sleep 0.1; done\n");
        const auto window = shown();
        window->open({ plan() });
        QTest::keyClick(window.get(), Qt::Key_F5);
        QTRY_COMPARE(window->liveModel()->state().experiment.name, u"tiny"_s);
        QCOMPARE(window->page(), MainWindow::Page::Live);
        QCOMPARE(primary(*window)->text(), u"Stop"_s);
        QTest::keyClick(window.get(), Qt::Key_Escape);
        QVERIFY(!window->feed()->isStopping());
        auto* page = window->findChild<pages::PlanPage*>();
        QCOMPARE(page->startHindrance(), u"This plan is running."_s);
        window->open({ u"quick-look"_s }); // is not the one that runs
        QCOMPARE(page->startHindrance(), u"Another experiment is running."_s);
        window->open({ plan() });
        QCOMPARE(page->startHindrance(), u"This plan is running."_s);
        window->close();
        QVERIFY(window->isVisible());
        QVERIFY(answer(*window, u"quitQuestion"_s, u"Keep running"_s));
        QVERIFY(window->feed()->isRunning());
        window->close();
        QVERIFY(answer(*window, u"quitQuestion"_s, u"Stop and quit"_s));
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(window->liveModel()->state().stage, models::Stage::Stopped);
    }

    void anEngineThatDiesIsAFailure()
    {
        engine("echo 'Redis did not start.' >&2; exit 3\n");
        const auto window = shown();
        window->open({ plan() });
        window->actions()->start->trigger();
        QTRY_VERIFY(!window->feed()->isRunning());
        QCOMPARE(window->liveModel()->state().stage, models::Stage::Failed);
        QVERIFY(window->liveModel()->state().lastLines.contains(u"Redis did not start."_s));
    }

    void anEngineThatIsKilledCanBeResumed()
    {
        engine("cd \"$(dirname \"$0\")\"; echo $1 >>orders; cat started\n"
               "[ $1 = resume ] && cat stopped && exit 2; kill -9 $$\n");
        const auto window = shown();
        window->open({ plan() });
        window->actions()->start->trigger();
        QTRY_VERIFY(!window->feed()->isRunning());
        QCOMPARE(window->liveModel()->state().stage, models::Stage::Failed);
        QVERIFY(!window->liveModel()->state().failure.isEmpty());
        QCOMPARE(window->page(), MainWindow::Page::Live);
        QTRY_COMPARE(primary(*window)->text(), u"Resume"_s);
        primary(*window)->click();
        QTRY_COMPARE(window->liveModel()->state().stage, models::Stage::Stopped);
        QFile orders(m_folder->filePath(u"orders"_s));
        QVERIFY(orders.open(QIODevice::ReadOnly));
        QCOMPARE(orders.readAll(), QByteArray("run\nresume\n"));
    }

    // The engine hears what is clicked: while it runs on its standard input, afterwards by its arguments.
    void ordersReachTheEngine()
    {
        write(u"begun"_s,
            results::toLine({ 1, {}, results::TrialStarted { 1, 1, 1, u"memory"_s, u"some"_s, 8, 2 } })
                + results::toLine({ 61, {}, results::PhaseStarted { 1, u"measure"_s, 90 } }));
        write(u"failed"_s, results::toLine({ 70, {}, results::TrialFinished { 1, u"failed"_s, u"Redis ended."_s } }));
        write(u"given_up"_s,
            results::toLine({ 71, {}, results::ExperimentFinished { u"failed"_s, 1, 1, u"No more."_s } }));
        engine("cd \"$(dirname \"$0\")\"; echo \"$@\" >>orders; cat started begun\n"
               "[ $1 = resume ] && cat stopped && exit 2\n"
               "read order; echo \"$order\" >>orders; cat failed\n"
               "read order; echo \"$order\" >>orders; cat given_up; exit 3\n");
        const auto orders = [this] {
            QFile file(m_folder->filePath(u"orders"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n').mid(1) : QList<QByteArray>();
        };
        const auto window = shown();
        window->open({ plan() });
        QVERIFY(!window->actions()->skip->isEnabled());
        window->actions()->start->trigger();
        QTRY_VERIFY(window->actions()->skip->isEnabled());
        window->actions()->skip->trigger();
        QVERIFY(answer(*window, u"skipQuestion"_s, u"Keep running"_s));
        window->findChild<QPushButton*>(u"liveSkip"_s)->click();
        QVERIFY(answer(*window, u"skipQuestion"_s, u"Skip"_s));
        const auto* banner = window->findChild<widgets::Banner*>(u"liveBanner"_s);
        QTRY_COMPARE(banner->text(), u"Trial 1 failed: Redis ended. The experiment goes on without it."_s);
        QVERIFY(!window->actions()->skip->isEnabled());
        QCOMPARE(orders().value(0), QByteArray(R"({"skip":1})"));
        banner->buttons()[0]->click();
        QTRY_VERIFY(!window->feed()->isRunning());
        QCOMPARE(orders().value(1), QByteArray(R"({"again":1})"));
        QTRY_COMPARE(banner->buttons()[0]->text(), u"Run it again"_s);
        banner->buttons()[0]->click();
        QTRY_COMPARE(window->liveModel()->state().stage, models::Stage::Stopped);
        QCOMPARE(orders().value(2), "resume " + m_folder->path().toUtf8() + " --events --again 1");
    }

    void aRunningFolderIsShownLive_data()
    {
        QTest::addColumn<bool>("asReplay");
        QTest::newRow("opened") << false;
        QTest::newRow("to be replayed") << true;
    }

    void aRunningFolderIsShownLive()
    {
        QFETCH(const bool, asReplay);
        const auto folder = runFolder();
        QLockFile lock(folder + u'/' + results::file::lock);
        QVERIFY(lock.tryLock());
        StartOptions options;
        options.language = u"en"_s;
        options.page = u"results"_s;
        (asReplay ? options.replay : options.files.emplaceBack()) = folder;
        MainWindow window(options);
        window.show();
        QCOMPARE(window.page(), MainWindow::Page::Live);
        QCOMPARE(window.feed()->source(), RunFeed::Source::Other);
        QVERIFY(!window.findChild<widgets::Banner*>(u"windowBanner"_s)->isVisible());
        QTRY_COMPARE(window.liveModel()->state().experiment.name, u"tiny"_s);
        QTRY_COMPARE(window.findChild<QLabel*>(u"headerPlan"_s)->text(), u"tiny"_s);
        QCOMPARE(primary(window)->text(), u"Stop"_s);
        window.open({ folder }); // again: it stays
        QCOMPARE(window.page(), MainWindow::Page::Live);
        lock.unlock();
        QTRY_VERIFY(!window.feed()->isRunning());
    }

    void aRunThatGoesOnElsewhereIsOffered()
    {
        const auto folder = runFolder();
        QLockFile lock(folder + u'/' + results::file::lock);
        QVERIFY(lock.tryLock());
        const auto window = shown();
        auto* banner = window->findChild<widgets::Banner*>(u"windowBanner"_s);
        QVERIFY(banner->isVisible() && banner->text().contains(u"-tiny"_s));
        banner->buttons()[0]->click();
        QCOMPARE(window->feed()->source(), RunFeed::Source::Other);
        QCOMPARE(window->page(), MainWindow::Page::Live);
    }
};

QTEST_MAIN(TestWindowRuns)
#include "tst_windowruns.moc"
