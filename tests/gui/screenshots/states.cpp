// SPDX-License-Identifier: GPL-3.0-or-later
#include "states.h"

#include "app/models/plandocument.h"
#include "app/models/replay.h"
#include "app/pages/comparepage.h"
#include "app/pages/demopage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEventLoop>
#include <QKeyEvent>
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

models::LiveModel* freshModel(MainWindow& window)
{
    auto* model = window.liveModel();
    model->reset();
    model->setRecorded(true); // time stands still
    return model;
}

Story::Teller into(models::LiveModel* model)
{
    return [model](const results::Entry& entry) { model->take(entry); };
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
    all.push_back(plan(u"running"_s, [](MainWindow& window, pages::PlanPage* plan) {
        openExample(window);
        plan->setRunning(true);
    }));
}

State live(const QString& name, std::function<void(models::LiveModel*, const Story&)> tell)
{
    return { u"live"_s, name, [tell = std::move(tell)](MainWindow& window, const Material& material) -> QWidget* {
                window.showPage(Page::Live);
                tell(freshModel(window), material.story);
                return nullptr;
            } };
}

void addLiveStates(std::vector<State>& all)
{
    using models::LiveModel;
    all.push_back(live(u"idle"_s, [](LiveModel*, const Story&) {}));
    all.push_back(live(u"preflight"_s, [](LiveModel* model, const Story& story) {
        double lateS = 0;
        story.untilPreflight([&](const results::Entry& entry) {
            model->take(entry);
            lateS = entry.tS;
        });
        model->take({ lateS, {}, preflight(true) });
    }));
    all.push_back(live(u"warmup"_s,
        [](LiveModel* model, const Story& story) { story.untilTick(into(model), trialToShow, u"warmup"_s, 1); }));
    all.push_back(live(u"measure"_s,
        [](LiveModel* model, const Story& story) { story.untilTick(into(model), trialToShow, u"measure"_s, 3); }));
    all.push_back(live(u"contaminated"_s,
        [](LiveModel* model, const Story& story) { story.untilContaminated(into(model), trialToShow, 2); }));
    all.push_back(live(u"stalled"_s, [](LiveModel* model, const Story& story) {
        double lateS = 0;
        story.untilTick(
            [&](const results::Entry& entry) {
                model->take(entry);
                lateS = entry.tS;
            },
            trialToShow, u"measure"_s, 3);
        model->advance(lateS + 8);
    }));
    all.push_back(live(u"failed"_s, [](LiveModel* model, const Story& story) {
        story.untilTick(into(model), trialToShow, u"measure"_s, 3);
        model->lose(QCoreApplication::translate("ceteris::window::RunFeed", "The engine ended without a word."),
            { u"ceteris-cli: redis-server ended in the middle of the work."_s, u"Out of memory"_s });
    }));
    all.push_back(live(u"done"_s, [](LiveModel* model, const Story& story) { story.untilTheEnd(into(model)); }));
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
    all.push_back(compare(u"notcomparable"_s, [](const QStringList& folders) { return folders.mid(0, 2); }));
}

// Demo as the whole screen: its own page over a recording, without the window around it.
State demo(const QString& name, double share, Qt::Key key = Qt::Key_unknown)
{
    return { u"demo"_s, name, [share, key](MainWindow& window, const Material& material) -> QWidget* {
                auto* model = freshModel(window);
                auto* demo = new pages::DemoPage(model);
                demo->setAttribute(Qt::WA_DeleteOnClose);
                demo->resize(window.size());
                demo->show();
                if (share > 0)
                    material.story.untilTick(into(model), trialToShow, u"measure"_s, share < 1 ? 3 : 1e9);
                settle(50);
                if (key != Qt::Key_unknown) {
                    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
                    QCoreApplication::sendEvent(demo, &press);
                }
                return demo;
            } };
}

} // namespace

std::vector<State> states()
{
    std::vector<State> all;
    addPlanStates(all);
    addLiveStates(all);
    addResultsStates(all);
    addCompareStates(all);
    all.push_back(demo(u"title"_s, 0));
    all.push_back(demo(u"running"_s, 0.5));
    all.push_back(demo(u"verdict"_s, 1, Qt::Key_V));
    return all;
}

void settle(int ms)
{
    QEventLoop waiting;
    QTimer::singleShot(ms, &waiting, &QEventLoop::quit);
    waiting.exec();
}

} // namespace ceteris::screenshots
