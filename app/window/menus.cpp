// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of Actions: which menu lists what.
#include "app/window/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ceteris::window {

void Actions::setupMenus()
{
    const auto menu = [this](const QString& name) {
        auto* made = new QMenu(m_window);
        made->setObjectName(name);
        return made;
    };
    m_file = menu(u"fileMenu"_s);
    m_experiment = menu(u"experimentMenu"_s);
    m_view = menu(u"viewMenu"_s);
    m_help = menu(u"helpMenu"_s);
    m_theme = menu(u"themeMenu"_s);
    m_language = menu(u"languageMenu"_s);
    recent = menu(u"recentMenu"_s);
    exports = menu(u"exportMenu"_s);
    recordings = menu(u"recordingsMenu"_s);
    m_menus = { m_file, m_experiment, m_view, m_help };
    for (const auto& format : { u"html"_s, u"csv"_s, u"locust"_s, u"hgrm"_s, u"jtl"_s })
        exports->addAction(QString())->setData(format);
    exports->actions().first()->setShortcut(Qt::CTRL | Qt::Key_E);
    m_window->addAction(exports->actions().first());
    m_theme->addActions(themes->actions());
    m_language->addActions(languages->actions());
    fillFile();
    fillExperiment();
    fillView();
    m_help->addActions({ help, shortcuts, about });
}

void Actions::fill(QMenuBar* bar)
{
    for (auto* menu : m_menus)
        bar->addMenu(menu);
}

void Actions::fillFile()
{
    m_file->addActions({ newPlan, openPlan, openResults, importResults });
    m_file->addMenu(recent);
    m_file->addSeparator();
    m_file->addActions({ save, saveAs });
    m_file->addMenu(exports);
    m_file->addSeparator();
    m_file->addActions({ chooseFolder });
    m_file->addSeparator();
    m_file->addActions({ closeWindow });
}

void Actions::fillExperiment()
{
    m_experiment->addActions({ check, start, stop, resume, mark, skip });
    m_experiment->addSeparator();
    m_experiment->addActions({ showResults, replayLast });
    m_experiment->addMenu(recordings);
    m_experiment->addActions({ endReplay });
}

void Actions::fillView()
{
    m_view->addActions(pages);
    m_view->addSeparator();
    m_view->addActions({ freeze, filter, demo });
    m_view->addSeparator();
    m_view->addMenu(m_theme);
    m_view->addMenu(m_language);
}

void Actions::retranslateMenus()
{
    m_file->setTitle(tr("&File"));
    m_experiment->setTitle(tr("&Experiment"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    m_theme->setTitle(tr("&Theme"));
    m_language->setTitle(tr("L&anguage"));
    recent->setTitle(tr("Open r&ecent"));
    exports->setTitle(tr("&Export"));
    recordings->setTitle(tr("Replay a re&cording"));
    const QStringList formats { tr("&Report (HTML)…"), tr("&Tables (CSV)…"), tr("&Locust tables…"),
        tr("&Histograms (.hgrm)…"), tr("&JMeter results (JTL)…") };
    const QStringList themeNames { tr("As the &system"), tr("&Light"), tr("&Dark") };
    // Each language in its own words, so that whoever is lost finds the way back.
    const QStringList languageNames { tr("As the &system"), u"English"_s, u"한국어"_s };
    const auto name = [](const QList<QAction*>& actions, const QStringList& texts) {
        for (qsizetype i = 0; i < actions.size(); ++i)
            actions[i]->setText(texts[i]);
    };
    name(exports->actions(), formats);
    name(themes->actions(), themeNames);
    name(languages->actions(), languageNames);
}

} // namespace ceteris::window
