// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include "widgets/shell/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ceteris::window {

const std::vector<Actions::Spec>& Actions::specs()
{
    // Keys as the users of each kind of program expect them; Esc is nowhere, so that it never stops a run.
    static const std::vector<Spec> all {
        { &Actions::newPlan, "newPlan", QT_TR_NOOP("&New plan"), { Qt::CTRL | Qt::Key_N } },
        { &Actions::openPlan, "openPlan", QT_TR_NOOP("&Open plan…"), { Qt::CTRL | Qt::Key_O } },
        { &Actions::openResults, "openResults", QT_TR_NOOP("Open &results folder…"),
            { Qt::CTRL | Qt::SHIFT | Qt::Key_O } },
        { &Actions::importResults, "importResults", QT_TR_NOOP("&Import…"), { Qt::CTRL | Qt::Key_I } },
        { &Actions::save, "save", QT_TR_NOOP("&Save plan"), { Qt::CTRL | Qt::Key_S } },
        { &Actions::saveAs, "saveAs", QT_TR_NOOP("Save plan &as…"), { Qt::CTRL | Qt::SHIFT | Qt::Key_S } },
        { &Actions::chooseFolder, "chooseFolder", QT_TR_NOOP("Choose the &folder for results…"), {} },
        { &Actions::closeWindow, "quit", QT_TR_NOOP("&Quit"), { Qt::CTRL | Qt::Key_Q } },
        { &Actions::check, "check", QT_TR_NOOP("&Check this machine"), { Qt::CTRL | Qt::Key_K } },
        { &Actions::start, "start", QT_TR_NOOP("&Start"), { Qt::CTRL | Qt::Key_R, Qt::Key_F5 } },
        { &Actions::resume, "resume", QT_TR_NOOP("&Resume"), { Qt::CTRL | Qt::SHIFT | Qt::Key_R } },
        { &Actions::stop, "stop", QT_TR_NOOP("S&top"), { Qt::CTRL | Qt::Key_Period } },
        { &Actions::mark, "mark", QT_TR_NOOP("Add a &marker"), { Qt::Key_M } },
        { &Actions::skip, "skip", QT_TR_NOOP("S&kip this trial"), { Qt::CTRL | Qt::Key_J } },
        { &Actions::showResults, "showResults", QT_TR_NOOP("Show r&esults"), { Qt::CTRL | Qt::Key_Return } },
        { &Actions::replayLast, "replayLast", QT_TR_NOOP("Replay the &last run"),
            { Qt::CTRL | Qt::SHIFT | Qt::Key_L } },
        { &Actions::endReplay, "endReplay", QT_TR_NOOP("&End the replay"), { Qt::CTRL | Qt::Key_W } },
        { &Actions::plan, "plan", QT_TR_NOOP("&Plan"), { Qt::CTRL | Qt::Key_1 } },
        { &Actions::live, "live", QT_TR_NOOP("&Live"), { Qt::CTRL | Qt::Key_2 } },
        { &Actions::results, "results", QT_TR_NOOP("&Results"), { Qt::CTRL | Qt::Key_3 } },
        { &Actions::compare, "compare", QT_TR_NOOP("&Compare"), { Qt::CTRL | Qt::Key_4 } },
        { &Actions::freeze, "freeze", QT_TR_NOOP("&Freeze the view"), {} },
        { &Actions::filter, "filter", QT_TR_NOOP("Fi&lter the results"), { Qt::CTRL | Qt::Key_F } },
        { &Actions::demo, "demo", QT_TR_NOOP("&Demo mode"), { Qt::Key_F11 } },
        { &Actions::help, "help", QT_TR_NOOP("&How to use Ceteris"), { Qt::Key_F1 } },
        { &Actions::shortcuts, "shortcuts", QT_TR_NOOP("&Keyboard shortcuts"),
            { Qt::CTRL | Qt::Key_Question, Qt::CTRL | Qt::SHIFT | Qt::Key_Question } },
        { &Actions::about, "about", QT_TR_NOOP("&About Ceteris"), {} },
    };
    return all;
}

Actions::Actions(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    for (const auto& spec : specs()) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1StringView(spec.name));
        action->setShortcuts(spec.keys);
        window->addAction(action); // its keys work while the menu bar is hidden, too
        this->*spec.action = action;
    }
    pages = { plan, live, results, compare };
    auto* chosen = new QActionGroup(this);
    for (auto* page : pages) {
        page->setCheckable(true);
        page->setIcon(widgets::icon(page->objectName(), QPalette::Link));
        chosen->addAction(page);
    }
    freeze->setCheckable(true);
    themes = group(u"theme"_s, { u"system"_s, u"light"_s, u"dark"_s });
    languages = group(u"language"_s, { u"system"_s, u"en"_s, u"ko"_s });
    setupMenus();
    retranslate();
}

QActionGroup* Actions::group(const QString& name, const QStringList& choices)
{
    auto* chosen = new QActionGroup(this);
    for (const auto& choice : choices) {
        auto* action = chosen->addAction(QString());
        action->setCheckable(true);
        action->setData(choice);
        action->setObjectName(QString(name + u'-' + choice));
    }
    return chosen;
}

void Actions::retranslate()
{
    for (const auto& spec : specs()) {
        auto* action = this->*spec.action;
        action->setText(tr(spec.text));
        action->setToolTip(action->shortcut().isEmpty()
                ? action->iconText()
                : tr("%1 (%2)").arg(action->iconText(), action->shortcut().toString(QKeySequence::NativeText)));
    }
    // The page takes the key itself, only where no button has the focus; here it is written, not bound.
    freeze->setText(QString(freeze->text() + u'\t' + QKeySequence(Qt::Key_Space).toString(QKeySequence::NativeText)));
    retranslateMenus();
}

} // namespace ceteris::window
