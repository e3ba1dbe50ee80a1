// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livestate.h"
#include "app/plan/read.h"
#include "app/results/layout.h"
#include "app/results/stream.h"
#include "app/window/actions.h"
#include "app/window/header.h"
#include "app/window/mainwindow.h"
#include "app/window/runfeed.h"
#include "app/window/settings.h"
#include "app/window/singleinstance.h"
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
using namespace ceteris::window;

namespace {

results::Entry started(const QString& folder)
{
    results::ExperimentStarted event;
    event.name = u"tiny"_s;
    event.folder = folder;
    event.arms = { u"memory"_s, u"redis"_s };
    event.levels = { u"some"_s };
    event.blocks = 1;
    event.trials = 2;
    event.plannedS = 16;
    return { 0, {}, event };
}

results::Entry stopped()
{
    return { 1, {}, results::ExperimentFinished { u"stopped"_s, 2, 0, {} } };
}

// Answers the visible question of that name.
bool answer(const QWidget& window, const QString& question, const QString& button)
{
    for (auto* box : window.findChildren<QMessageBox*>(question))
        for (auto* it : box->buttons())
            if (box->isVisible() && it->text() == button) {
                it->click();
                return true;
            }
    return false;
}

} // namespace

Q_DECLARE_METATYPE(models::LiveState)

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"CeterisTest"_s);
        QCoreApplication::setApplicationName(u"tst_window"_s);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Settings settings;
        settings.set(key::resultsFolder, m_folder->path());
        settings.set(key::recent, QStringList());
        settings.set(key::lastRun, QString());
        m_path = qgetenv("PATH");
        qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + m_path);
    }

    void cleanup() { qputenv("PATH", m_path); }

    void aSecondStartHandsItsFilesOver()
    {
        const auto name = m_folder->filePath(u"socket"_s);
        SingleInstance first(name);
        QVERIFY(!first.handOver({}));
        QVERIFY(first.listen());
        QSignalSpy received(&first, &SingleInstance::received);
        bool taken = false;
        const std::unique_ptr<QThread> second(QThread::create([&] {
            SingleInstance it(name);
            taken = it.handOver({ u"/plans/a.ceteris.toml"_s });
        }));
        second->start();
        QTRY_VERIFY(second->isFinished());
        QVERIFY(taken);
        QCOMPARE(received.value(0), QVariantList { QStringList { u"/plans/a.ceteris.toml"_s } });
    }

    void aSocketThatACrashLeftIsTakenOver()
    {
        const auto name = m_folder->filePath(u"socket"_s);
        QFile left(name);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        SingleInstance it(name);
        QVERIFY(!it.handOver({}));
        QVERIFY(it.listen());
    }

    void recentFilesAreThoseThatExist()
    {
        Settings settings;
        QStringList paths;
        for (int i = 0; i < 12; ++i) {
            QFile file(m_folder->filePath(u"%1.ceteris.toml"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            paths.prepend(file.fileName());
            settings.addRecent(file.fileName());
        }
        QCOMPARE(settings.recent(), paths.first(10));
        QFile::remove(paths[0]);
        settings.addRecent(paths[3]);
        QCOMPARE(settings.recent().first(), paths[3]);
        QVERIFY(!settings.recent().contains(paths[0]));
        QCOMPARE(settings.recent().size(), 9);
    }

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

    void keysAndMenusShowPages()
    {
        const auto window = shown();
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(window->page(), MainWindow::Page::Results);
        window->actions()->compare->trigger();
        QCOMPARE(window->page(), MainWindow::Page::Compare);
        QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window->page(), MainWindow::Page::Plan);
    }

    void everyOrderHasAKeyOrAMenu()
    {
        const auto window = shown();
        QSet<QKeySequence> keys;
        for (const auto* action : window->actions()->findChildren<QAction*>()) {
            for (const auto& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
                keys.insert(key);
            }
            QVERIFY2(!action->text().isEmpty() || action->isSeparator(), qPrintable(action->objectName()));
        }
        QVERIFY(keys.contains(QKeySequence(Qt::Key_F5)) && keys.contains(QKeySequence(Qt::CTRL | Qt::Key_Period)));
        QVERIFY(!keys.contains(QKeySequence(Qt::Key_Escape)));
    }

    void languageAndThemeChangeAtOnce()
    {
        const auto window = shown();
        window->setLanguage(u"ko"_s);
        QCoreApplication::processEvents();
        QVERIFY(window->actions()->plan->text() != u"&Plan"_s);
        window->setLanguage(u"en"_s);
        QCoreApplication::processEvents();
        QCOMPARE(window->actions()->plan->text(), u"&Plan"_s);
        window->setTheme(u"dark"_s);
        QVERIFY(widgets::theme().dark);
        window->setTheme(u"light"_s);
        QVERIFY(!widgets::theme().dark);
    }

    void aDroppedPlanIsOpened()
    {
        const auto path = plan();
        const auto window = shown();
        window->showPage(MainWindow::Page::Compare);
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(path) });
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &drop);
        QCOMPARE(window->document()->path(), path);
        QCOMPARE(window->page(), MainWindow::Page::Plan);
        QCOMPARE(Settings().recent(), QStringList { path });
        QVERIFY(primary(*window)->isEnabled());
    }

    void unsavedChangesAreNotLost()
    {
        const auto path = plan();
        const auto window = shown();
        window->open({ path });
        window->document()->setText(window->document()->text() + "# more\n");
        window->close();
        QVERIFY(window->isVisible());
        QVERIFY(answer(*window, u"unsavedQuestion"_s, u"Go back"_s));
        QVERIFY(window->isVisible());
        window->close();
        QVERIFY(answer(*window, u"unsavedQuestion"_s, u"Save"_s));
        QTRY_VERIFY(!window->isVisible());
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().endsWith("# more\n"));
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
        window->close();
        QVERIFY(window->isVisible());
        QVERIFY(answer(*window, u"quitQuestion"_s, u"Keep running"_s));
        QVERIFY(window->feed()->isRunning());
        window->close();
        QVERIFY(answer(*window, u"quitQuestion"_s, u"Stop and quit"_s));
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(window->liveModel()->state().stage, models::Stage::Stopped);
    }

    void theScheduleFollowsTheRun()
    {
        engine("cd \"$(dirname \"$0\")\"; trap 'cat stopped; exit 2' INT; cat started; while :; do sleep 0.1; done\n");
        auto begin = started(m_folder->path());
        const auto window = shown();
        window->open({ plan() });
        std::get<results::ExperimentStarted>(begin.event).name = window->document()->reading().plan.name;
        const results::Entry first { 1, {}, results::TrialStarted { 1, 1, 1, u"memory"_s, u"some"_s, 8, 2 } };
        const results::Entry over { 2, {}, results::TrialFinished { 1, u"ok"_s, {} } };
        auto* strip = window->findChild<QWidget*>(u"schedule"_s);
        const auto planned = strip->grab().toImage();
        write(u"started"_s, results::toLine(begin) + results::toLine(first));
        window->actions()->start->trigger();
        QTRY_VERIFY(window->liveModel()->state().trial());
        const auto running = strip->grab().toImage();
        QVERIFY(running != planned);
        window->liveModel()->take(over);
        QTRY_VERIFY(strip->grab().toImage() != running);
        window->feed()->stop();
        QTRY_VERIFY(!window->feed()->isRunning());
        QCOMPARE(strip->grab().toImage(), planned);
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

    void progressIsSaid_data()
    {
        QTest::addColumn<models::LiveState>("state");
        QTest::addColumn<QString>("pill");
        QTest::addColumn<QString>("progress");
        models::LiveState state;
        QTest::newRow("idle") << state << u"○ Idle"_s << QString();
        state.stage = models::Stage::Preparing;
        state.accountsDone = 20;
        state.accountsTotal = 100;
        QTest::newRow("accounts") << state << u"◔ Preflight"_s << u"Making accounts: 20 of 100"_s;
        state.stage = models::Stage::Waiting;
        state.waitedS = 12;
        state.waitAtMostS = 120;
        QTest::newRow("waiting") << state << u"◔ Waiting"_s
                                 << u"Waiting until the machine is quiet (00:12 of at most 02:00)"_s;
        state.stage = models::Stage::Running;
        state.experiment.arms = { u"memory"_s, u"redis"_s };
        state.experiment.trials = 20;
        models::LiveTrial trial;
        trial.number = 7;
        trial.arm = 1;
        state.trials = { trial };
        state.phases = { { u"measure"_s, 0, 120 } };
        state.phaseLeftS = 78;
        state.leftS = 38 * 60;
        QTest::newRow("measure") << state << u"▶ Running – measure"_s
                                 << u"Trial 7 of 20 · measure 00:42 of 02:00 · about 38 min left"_s;
        state.leftS = 0;
        QTest::newRow("late") << state << u"▶ Running – measure"_s
                              << u"Trial 7 of 20 · measure 00:42 of 02:00 · almost done"_s;
        state.stage = models::Stage::Failed;
        state.leftS.reset();
        QTest::newRow("failed") << state << u"✖ Failed"_s << QString();
    }

    void progressIsSaid()
    {
        QFETCH(const models::LiveState, state);
        const auto pill = HeaderText::pill(state);
        QTEST(QString(pill.glyph + u' ' + pill.word), "pill");
        QTEST(HeaderText::progress(state), "progress");
    }

    void demoHasNothingAround()
    {
        const auto window = shown();
        QTest::keyClick(window.get(), Qt::Key_F11);
        QVERIFY(window->isDemo());
        QVERIFY(!window->statusBar()->isVisible());
        QVERIFY(!window->findChild<widgets::HeaderBar*>()->isVisible());
        QTest::keyClick(window.get(), Qt::Key_F11);
        QVERIFY(!window->isDemo() && window->statusBar()->isVisible());
    }

private:
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    // In place of ceteris-cli: a script, with what it may say beside it.
    void engine(const QByteArray& script) const
    {
        write(u"started"_s, results::toLine(started(m_folder->path())));
        write(u"stopped"_s, results::toLine(stopped()));
        write(u"ceteris-cli"_s, "#!/bin/sh\n" + script);
    }

    qint64 pid() const
    {
        QFile file(m_folder->filePath(u"pid"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    }

    // Of an experiment that has begun; who holds its lock runs it.
    QString runFolder() const
    {
        const QString name = u"2026-01-31T12-00-00Z-tiny"_s;
        [&] { QVERIFY(QDir(m_folder->path()).mkpath(name)); }();
        write(QString(name + u'/' + results::file::live), results::toLine(started(m_folder->filePath(name))));
        return m_folder->filePath(name);
    }

    QString plan() const
    {
        const auto path = m_folder->filePath(u"tiny.ceteris.toml"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(plan::preset(u"quick-look"_s));
        return path;
    }

    static std::unique_ptr<MainWindow> shown()
    {
        StartOptions options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        auto window = std::make_unique<MainWindow>(options);
        window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
        return window;
    }

    static QPushButton* primary(const MainWindow& window) { return window.findChild<QPushButton*>(u"headerPrimary"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
