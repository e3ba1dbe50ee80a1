// SPDX-License-Identifier: GPL-3.0-or-later
#include "states.h"

#include "running.h"

#include "app/models/plandocument.h"
#include "app/pages/comparepage.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"
#include "app/results/import/import.h"
#include "app/results/layout.h"

#include <QCheckBox>
#include <QDir>
#include <QEventLoop>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ceteris::screenshots {
namespace {

using window::MainWindow;
using Page = MainWindow::Page;

constexpr int trialToShow = 3; // both arms have been seen by then

template <class T>
T* page(MainWindow& window)
{
    return window.findChild<T*>();
}

void untilMeasured(Running& running, const Story& story)
{
    story.untilTick(running.teller(), trialToShow, u"measure"_s, 3);
    running.watch();
}

State plan(const QString& name, std::function<void(MainWindow&, pages::PlanPage*)> show)
{
    return { u"plan"_s, name, [show = std::move(show)](MainWindow& window, const Material&) -> QWidget* {
                window.showPage(Page::Plan);
                show(window, page<pages::PlanPage>(window));
                return nullptr;
            } };
}

void openExample(MainWindow& window)
{
    window.open({ u"quick-look"_s });
}

void addPlanStates(std::vector<State>& all)
{
    all.push_back(plan(u"empty"_s, [](MainWindow&, pages::PlanPage*) {}));
    all.push_back(plan(u"valid"_s, [](MainWindow& window, pages::PlanPage*) { openExample(window); }));
    all.push_back(plan(u"invalid"_s, [](MainWindow& window, pages::PlanPage* plan) {
        openExample(window);
        window.document()->setValue(u"phases.measure_s"_s, u"-7"_s);
        settle(100); // its field has to have a place to scroll to
        plan->focusFirstProblem();
    }));
    all.push_back(plan(u"preflight"_s, [](MainWindow& window, pages::PlanPage* plan) {
        openExample(window);
        plan->setPreflight(preflight(true));
    }));
    all.push_back(plan(u"unfit"_s, [](MainWindow& window, pages::PlanPage* plan) {
        openExample(window);
        plan->setPreflight(preflight(false));
    }));
    all.push_back({ u"plan"_s, u"running"_s, [](MainWindow& window, const Material& material) -> QWidget* {
                       const QString plan = material.folders.front() + u'/' + results::file::plan;
                       window.open({ plan });
                       auto* running = new Running(&window);
                       running->setPlan(plan);
                       untilMeasured(*running, material.story);
                       window.showPage(Page::Plan);
                       return nullptr;
                   } });
}

State live(const QString& name, std::function<void(Running&, const Story&)> tell)
{
    return { u"live"_s, name, [tell = std::move(tell)](MainWindow& window, const Material& material) -> QWidget* {
                window.showPage(Page::Live);
                auto* running = new Running(&window);
                tell(*running, material.story);
                page<pages::LivePage>(window)->setMayOrder(true); // as of a run of its own
                return nullptr;
            } };
}

Story recording(const QString& name)
{
    return Story(QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/recordings/") + name + u".ndjson.z"_s);
}

// Of plans whose arms differ in more than the store.
void addLiveRecordings(std::vector<State>& all)
{
    all.push_back(live(u"fault"_s, [](Running& running, const Story&) {
        recording(u"redis-outage"_s).untilTick(running.teller(), 2, u"measure"_s, 8);
        running.watch();
    }));
    all.push_back(live(u"trialfailed"_s, [](Running& running, const Story&) {
        const auto story = recording(u"scale-out"_s);
        double lateS = 0;
        story.untilTick(
            [&, tell = running.teller()](const results::Entry& entry) {
                tell(entry);
                lateS = entry.tS;
            },
            2, u"measure"_s, 4);
        running.teller()({ lateS, {},
            results::TrialFinished { 2, u"failed"_s,
                u"nginx ended in the middle of the work. Its last lines:\nsignal 9 (SIGKILL) received"_s } });
        running.watch();
    }));
    all.push_back({ u"live"_s, u"instances"_s, [](MainWindow& window, const Material&) -> QWidget* {
                       window.showPage(Page::Live);
                       auto* running = new Running(&window);
                       recording(u"scale-out"_s).untilTick(running->teller(), 3, u"measure"_s, 6);
                       running->watch();
                       page<pages::LivePage>(window)->setMayOrder(true);
                       window.findChild<QTabBar*>(u"liveTabs"_s)->setCurrentIndex(2);
                       return nullptr;
                   } });
}

void addLiveStates(std::vector<State>& all)
{
    all.push_back(live(u"idle"_s, [](Running&, const Story&) {}));
    all.push_back(live(u"preflight"_s, [](Running& running, const Story& story) {
        double lateS = 0;
        story.untilPreflight([&, tell = running.teller()](const results::Entry& entry) {
            tell(entry);
            lateS = entry.tS;
        });
        running.teller()({ lateS, {}, preflight(true) });
        running.watch();
    }));
    all.push_back(live(u"warmup"_s, [](Running& running, const Story& story) {
        story.untilTick(running.teller(), trialToShow, u"warmup"_s, 1);
        running.watch();
    }));
    all.push_back(live(u"measure"_s, untilMeasured));
    all.push_back(live(u"contaminated"_s, [](Running& running, const Story& story) {
        story.untilContaminated(running.teller(), trialToShow, 2);
        running.watch();
    }));
    all.push_back(live(u"stalled"_s, [](Running& running, const Story& story) {
        untilMeasured(running, story);
        running.stall(8);
    }));
    all.push_back(live(u"failed"_s, [](Running& running, const Story& story) {
        untilMeasured(running, story);
        running.end();
    }));
    all.push_back(live(u"done"_s, [](Running& running, const Story& story) {
        story.untilTheEnd(running.teller());
        running.watch();
        running.end();
    }));
}

void load(MainWindow& window, const QString& folder)
{
    auto* results = page<pages::ResultsPage>(window);
    QEventLoop waiting;
    QObject::connect(results, &pages::ResultsPage::loaded, &waiting, &QEventLoop::quit);
    QTimer::singleShot(5000, &waiting, &QEventLoop::quit);
    if (results->shown() == folder)
        return;
    results->showFolder(folder);
    waiting.exec();
}

void addResultsStates(std::vector<State>& all)
{
    all.push_back({ u"results"_s, u"empty"_s, [](MainWindow& window, const Material&) -> QWidget* {
                       window.showPage(Page::Results);
                       return nullptr;
                   } });
    const QStringList tabs { u"summary"_s, u"distribution"_s, u"overtime"_s, u"trials"_s, u"checks"_s, u"environment"_s,
        u"raw"_s };
    for (int tab = 0; tab < tabs.size(); ++tab)
        all.push_back({ u"results"_s, tabs[tab], [tab](MainWindow& window, const Material& material) -> QWidget* {
                           window.showPage(Page::Results);
                           load(window, material.folders.front());
                           if (auto* widget = window.findChild<QTabWidget*>(u"resultsTabs"_s))
                               widget->setCurrentIndex(tab);
                           return nullptr;
                       } });
    all.push_back({ u"results"_s, u"excluded"_s, [](MainWindow& window, const Material& material) -> QWidget* {
                       window.showPage(Page::Results);
                       load(window, material.folders.front());
                       if (auto* excluded = window.findChild<QCheckBox*>(u"withVoided"_s))
                           excluded->setChecked(true);
                       return nullptr;
                   } });
}

// What Locust has written, read into a folder that is not in the list.
QString importedRun()
{
    const QString file = QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/locust/full_stats.csv");
    return results::importResults(file, QDir::home().filePath(u"Imported"_s)).value_or(QString());
}

void addImportedStates(std::vector<State>& all)
{
    for (const int tab : { 0, 2 })
        all.push_back({ u"results"_s, tab == 0 ? u"imported"_s : u"importedovertime"_s,
            [tab](MainWindow& window, const Material&) -> QWidget* {
                window.showPage(Page::Results);
                load(window, importedRun());
                if (auto* widget = window.findChild<QTabWidget*>(u"resultsTabs"_s))
                    widget->setCurrentIndex(tab);
                return nullptr;
            } });
}

State compare(const QString& name, std::function<QStringList(const QStringList&)> choose)
{
    return { u"compare"_s, name,
        [choose = std::move(choose)](MainWindow& window, const Material& material) -> QWidget* {
            window.showPage(Page::Compare);
            page<pages::ComparePage>(window)->setFolders(choose(material.folders));
            return nullptr;
        } };
}

void addCompareStates(std::vector<State>& all)
{
    all.push_back(compare(u"empty"_s, [](const QStringList&) { return QStringList(); }));
    all.push_back(compare(u"clean"_s, [](const QStringList& folders) { return folders.mid(0, 1); }));
    all.push_back(compare(
        u"imported"_s, [](const QStringList& folders) { return folders.mid(0, 1) + QStringList { importedRun() }; }));
    all.push_back(compare(u"notcomparable"_s, [](const QStringList& folders) { return folders.mid(0, 2); }));
}

// Demo as the whole screen: its own page over the window's run, without the window around it.
State demo(const QString& name, std::function<void(Running&, const Story&)> tell)
{
    return { u"demo"_s, name, [tell = std::move(tell)](MainWindow& window, const Material& material) -> QWidget* {
                auto* demo = new pages::DemoPage(window.liveModel());
                demo->setAttribute(Qt::WA_DeleteOnClose);
                demo->resize(window.size());
                demo->show();
                auto* running = new Running(&window);
                tell(*running, material.story);
                return demo;
            } };
}

void addDemoStates(std::vector<State>& all)
{
    all.push_back(demo(u"title"_s, [](Running&, const Story&) {}));
    all.push_back(demo(u"running"_s, untilMeasured));
    all.push_back(demo(u"verdict"_s, [](Running& running, const Story& story) {
        story.untilTheEnd(running.teller());
        running.watch();
        running.end();
    }));
}

} // namespace

std::vector<State> states()
{
    std::vector<State> all;
    addPlanStates(all);
    addLiveStates(all);
    addLiveRecordings(all);
    addResultsStates(all);
    addImportedStates(all);
    addCompareStates(all);
    addDemoStates(all);
    return all;
}

void settle(int ms)
{
    QEventLoop waiting;
    QTimer::singleShot(ms, &waiting, &QEventLoop::quit);
    waiting.exec();
}

} // namespace ceteris::screenshots
