// SPDX-License-Identifier: GPL-3.0-or-later
// The main story of the window with the real engine and server, from a preset to a verdict on a projector.
#include "app/models/livestate.h"
#include "app/pages/comparepage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"
#include "app/plan/read.h"
#include "app/results/layout.h"
#include "app/results/resultsfolder.h"
#include "app/window/actions.h"
#include "app/window/exports.h"
#include "app/window/mainwindow.h"
#include "app/window/runfeed.h"
#include "app/window/settings.h"
#include "widgets/shell/theme.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::window;

namespace {

constexpr int longMs = 90'000; // for a trial of 4 s on a machine that compiles beside it

// The smallest experiment there is: one user level, one block, two trials.
const QByteArray tinyPlan = "format = 1\nname = \"tiny\"\nquestion = \"What does Redis cost?\"\nseed = 7\nblocks = 1\n"
                            "[guard]\naction = \"mark\"\nquiet_wait_s = 0\n"
                            "[decision]\nmetric = \"response_p50\"\n"
                            "[accounts]\ncount = 20\ncost = 4\n"
                            "[load]\nspawn_per_s = 50\ntimeout_s = 5\n"
                            "[phases]\nidle_s = 0.1\nlogin_grace_s = 1.2\nwarmup_s = 0.3\nmeasure_s = 1\n"
                            "drain_s = 1\nwashout_s = 0.2\n"
                            "[[level]]\nname = \"some\"\nusers = 10\nthink_s = [0.02, 0.1]\n"
                            "[[arm]]\nname = \"memory\"\nstore = \"memory\"\n"
                            "[[arm]]\nname = \"redis\"\nstore = \"redis\"\n";

} // namespace

class TestStory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
            QSKIP("redis-server is not installed: apt install redis-server");
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"CeterisTest"_s);
        QCoreApplication::setApplicationName(u"tst_story"_s);
        qputenv("PATH", QByteArray(CETERIS_BIN_DIR) + ':' + qgetenv("PATH"));
        Settings settings;
        settings.set(key::resultsFolder, m_root.path());
        settings.set(key::recent, QStringList());
        settings.set(key::lastRun, QString());
        StartOptions options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        m_window = std::make_unique<MainWindow>(options);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        connect(m_window->liveModel(), &models::LiveModel::changed, this,
            [this] { m_phases.insert(m_window->liveModel()->state().phaseName()); });
    }

    void cleanupTestCase() { m_window.reset(); }

    void aPresetIsOpened()
    {
        m_window->open({ u"quick-look"_s });
        QCOMPARE(m_window->page(), MainWindow::Page::Plan);
        QCOMPARE(m_window->document()->title(), u"quick-look"_s);
        QVERIFY(start()->isEnabled());
    }

    void aWrongValueIsNamedAndMended()
    {
        auto* field = m_window->findChild<QLineEdit*>(u"phases.measure_s"_s);
        QVERIFY(field);
        const auto before = field->text();
        field->selectAll();
        QTest::keyClicks(field, u"-3"_s);
        QTRY_VERIFY(!m_window->document()->reading().ok());
        const auto sentence = plan::describe(m_window->document()->reading().problems.front());
        QVERIFY2(m_window->document()->problem(u"phases.measure_s"_s).contains(sentence), qPrintable(sentence));
        QVERIFY(!start()->isEnabled());
        QVERIFY(!start()->toolTip().isEmpty());
        field->selectAll();
        QTest::keyClicks(field, before);
        QTRY_VERIFY(start()->isEnabled());
    }

    void aPlanIsStartedAndStopped()
    {
        QFile file(m_root.filePath(u"tiny.ceteris.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(tinyPlan) == tinyPlan.size());
        file.close();
        m_window->document()->startFrom({}, {}); // what was tried out is given up
        m_window->document()->clear();
        m_window->open({ file.fileName() });
        QVERIFY(start()->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(m_window->page(), MainWindow::Page::Live);
        QTRY_COMPARE_WITH_TIMEOUT(state().trials.size(), std::size_t(2), longMs);
        QCOMPARE(start()->text(), u"Stop"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed()->isRunning(), longMs);
        QCOMPARE(state().stage, models::Stage::Stopped);
        for (const auto& phase : { u"login"_s, u"warmup"_s, u"measure"_s })
            QVERIFY2(m_phases.contains(phase), qPrintable(phase));
        const auto kept = results::readResults(folder());
        QVERIFY(kept && !kept->trials.empty());
    }

    void itIsResumedToItsEnd()
    {
        QCOMPARE(start()->text(), u"Resume"_s);
        start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed()->isRunning(), longMs);
        QCOMPARE(state().stage, models::Stage::Finished);
        QCOMPARE(start()->text(), u"Show results"_s);
        QCOMPARE(Settings().get(key::lastRun), folder());
    }

    void theVerdictIsRead()
    {
        start()->click();
        QCOMPARE(m_window->page(), MainWindow::Page::Results);
        auto* page = m_window->findChild<pages::ResultsPage*>();
        QTRY_COMPARE(QFileInfo(page->shown()).fileName(), QFileInfo(folder()).fileName());
        // Whatever this machine made of one block: the page says what is in the file of this very run.
        const auto written = readVerdict();
        QVERIFY(!written.words.isEmpty() && !written.sentences.isEmpty());
        auto* word = page->findChild<QLabel*>(u"verdictWord"_s);
        auto* sentence = page->findChild<QLabel*>(u"verdictSentence"_s);
        QVERIFY(word && sentence);
        QTRY_COMPARE(sentence->text(), written.sentences.join(u'\n'));
        QVERIFY2(word->text().endsWith(written.words.join(u" · "_s)), qPrintable(word->text()));
        QVERIFY(word->isVisible() && sentence->isVisible());
        auto* name = page->findChild<QLabel*>(u"resultsName"_s);
        auto* said = page->findChild<QLabel*>(u"resultsState"_s);
        QVERIFY(name && said);
        QTRY_COMPARE(name->text(), u"tiny"_s);
        QTRY_VERIFY(!said->text().isEmpty());
        QVERIFY2(!said->text().contains(u"Interrupted"_s), qPrintable(said->text()));
    }

    void runsAreCompared()
    {
        auto* page = m_window->findChild<pages::ComparePage*>();
        page->setFolders({ folder() });
        m_window->actions()->compare->trigger();
        QCOMPARE(m_window->page(), MainWindow::Page::Compare);
        QCOMPARE(page->folders(), QStringList { folder() });
    }

    void theReportIsExported()
    {
        for (const auto& format : { u"html"_s, u"csv"_s, u"locust"_s }) {
            const auto files = exportAs(folder(), format, m_root.path());
            QVERIFY2(files && !files->isEmpty(), qPrintable(format));
            for (const auto& file : *files)
                QVERIFY2(QFileInfo(file).size() > 0, qPrintable(file));
        }
    }

    void aRecordingIsDemonstrated()
    {
        m_window->replay(folder());
        QVERIFY(m_window->feed()->recording());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(m_window->isDemo());
        m_window->feed()->recording()->seek(m_window->feed()->recording()->lengthS());
        QTRY_COMPARE(state().stage, models::Stage::Finished);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(!m_window->isDemo());
        m_window->actions()->endReplay->trigger();
        QVERIFY(!m_window->feed()->recording());
        QCOMPARE(state().stage, models::Stage::Idle);
    }

    void languageAndThemeChange()
    {
        m_window->setLanguage(u"ko"_s);
        QCoreApplication::processEvents();
        QVERIFY(m_window->actions()->start->text() != u"&Start"_s);
        m_window->setTheme(u"dark"_s);
        QVERIFY(widgets::theme().dark);
        m_window->setLanguage(u"en"_s);
        m_window->setTheme(u"light"_s);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->actions()->start->text(), u"&Start"_s);
    }

private:
    struct Verdict
    {
        QStringList words, sentences; // of the registered comparisons
    };
    Verdict readVerdict() const
    {
        Verdict verdict;
        QFile file(QDir(folder()).filePath(results::file::verdict));
        if (!file.open(QIODevice::ReadOnly))
            return verdict;
        for (const auto& it : QJsonDocument::fromJson(file.readAll()).object()[u"primary"_s].toArray()) {
            verdict.words += it.toObject()[u"verdict"_s].toString();
            verdict.sentences += it.toObject()[u"sentence"_s].toString();
        }
        verdict.words.removeDuplicates();
        return verdict;
    }
    const models::LiveState& state() const { return m_window->liveModel()->state(); }
    QString folder() const
    {
        const QDir root(m_root.path());
        const auto names = root.entryList({ u"*-tiny"_s }, QDir::Dirs);
        return names.isEmpty() ? QString() : root.absoluteFilePath(names.first());
    }
    QPushButton* start() const { return m_window->findChild<QPushButton*>(u"headerPrimary"_s); }

    QTemporaryDir m_root;
    std::unique_ptr<MainWindow> m_window;
    QSet<QString> m_phases;
};

QTEST_MAIN(TestStory)
#include "tst_story.moc"
