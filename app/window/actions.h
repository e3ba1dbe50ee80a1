// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QStringList>

#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace ceteris::window {

// Everything a person can order, with its text and keys, and the menus that list it. What an order does is connected by
// the window.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget* window);

    void fill(QMenuBar* bar);
    void retranslate();
    const QList<QMenu*>& menus() const { return m_menus; } // of the menu bar, in order

    QAction* newPlan = nullptr;
    QAction* openPlan = nullptr;
    QAction* openResults = nullptr;
    QAction* importResults = nullptr;
    QAction* save = nullptr;
    QAction* saveAs = nullptr;
    QAction* chooseFolder = nullptr;
    QAction* closeWindow = nullptr;

    QAction* check = nullptr;
    QAction* start = nullptr;
    QAction* resume = nullptr;
    QAction* stop = nullptr;
    QAction* mark = nullptr;
    QAction* skip = nullptr;
    QAction* showResults = nullptr;
    QAction* replayLast = nullptr;
    QAction* endReplay = nullptr;

    QAction* plan = nullptr; // the pages, checkable
    QAction* live = nullptr;
    QAction* results = nullptr;
    QAction* compare = nullptr;
    QAction* freeze = nullptr;
    QAction* filter = nullptr;
    QAction* demo = nullptr;

    QAction* help = nullptr;
    QAction* shortcuts = nullptr;
    QAction* about = nullptr;

    QList<QAction*> pages; // plan, live, results, compare
    QActionGroup* themes = nullptr; // data(): system, light, dark
    QActionGroup* languages = nullptr; // data(): system, en, ko
    QMenu* recent = nullptr;
    QMenu* exports = nullptr; // of actions whose data() is a format
    QMenu* recordings = nullptr;

private:
    struct Spec
    {
        QAction* Actions::*action;
        const char* name;
        const char* text;
        QList<QKeySequence> keys;
    };
    static const std::vector<Spec>& specs();
    QActionGroup* group(const QString& name, const QStringList& choices);
    void setupMenus();
    void fillFile();
    void fillExperiment();
    void fillView();
    void retranslateMenus();

    QWidget* m_window;
    QMenu* m_file = nullptr;
    QMenu* m_experiment = nullptr;
    QMenu* m_view = nullptr;
    QMenu* m_help = nullptr;
    QMenu* m_theme = nullptr;
    QMenu* m_language = nullptr;
    QList<QMenu*> m_menus;
};

} // namespace ceteris::window
