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

Q_DECLARE_METATYPE(models::LiveState)

class TestWindow : public QObject, private WindowFixture
{
    Q_OBJECT

public:
    TestWindow()
        : WindowFixture(u"tst_window"_s)
    {
    }

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
