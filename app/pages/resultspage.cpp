// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultspage.h"

#include "app/models/historymodel.h"
#include "app/pages/resultshistory.h"
#include "app/pages/resultsview.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/emptystate.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::pages {

ResultsPage::ResultsPage(models::HistoryModel* history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_list(new ResultsHistory(history, this))
    , m_right(new QStackedWidget(this))
    , m_view(new ResultsView(history, this))
    , m_empty(new widgets::EmptyState(this))
    , m_problem(new widgets::EmptyState(this))
    , m_plan(m_empty->addButton(u"goToPlan"_s))
    , m_import(m_empty->addButton(u"importResults"_s))
    , m_open(m_problem->addButton(u"showInFolder"_s))
    , m_importing(new widgets::Banner(this))
    , m_split(new QSplitter(this))
{
    m_again.setInterval(5s);
    setupParts();
    setupSignals();
    retranslate();
}

void ResultsPage::setupParts()
{
    m_right->setObjectName(u"resultsRight"_s);
    m_empty->setObjectName(u"resultsEmpty"_s);
    m_problem->setObjectName(u"resultsProblem"_s);
    for (auto* const widget : std::initializer_list<QWidget*> { m_empty, m_view, m_problem })
        m_right->addWidget(widget);
    m_split->addWidget(m_list);
    m_split->addWidget(m_right);
    m_split->setSizes({ 420, 700 });
    m_split->setStretchFactor(0, 1); // on a wide screen the table shows more columns
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_importing->setObjectName(u"importing"_s);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_importing);
    column->addWidget(m_split, 1);
}

void ResultsPage::setupSignals()
{
    connect(m_list, &ResultsHistory::currentChanged, this, [this](const QString& folder) {
        if (!folder.isEmpty())
            showFolder(folder);
    });
    connect(m_list, &ResultsHistory::compareRequested, this, &ResultsPage::compareRequested);
    connect(m_view, &ResultsView::compareRequested, this, [this](const QString& folder) {
        auto folders = m_history->chosen();
        folders.removeAll(folder);
        emit compareRequested(QStringList { folder } + folders.mid(0, 3));
    });
    connect(m_view, &ResultsView::replayRequested, this, &ResultsPage::replayRequested);
    connect(m_view, &ResultsView::resumeRequested, this, &ResultsPage::resumeRequested);
    connect(m_view, &ResultsView::exportRequested, this, &ResultsPage::exportRequested);
    connect(m_view, &ResultsView::deleteRequested, m_list, &ResultsHistory::discard);
    connect(m_plan, &QPushButton::clicked, this, &ResultsPage::planRequested);
    connect(m_import, &QPushButton::clicked, this, &ResultsPage::importRequested);
    connect(m_importing, &widgets::Banner::chosen, this, &ResultsPage::importCancelled);
    connect(m_open, &QPushButton::clicked, this, &ResultsPage::openFolder);
    connect(m_history, &models::HistoryModel::refreshed, this, &ResultsPage::chooseFirst);
    connect(m_history, &QAbstractItemModel::rowsRemoved, this, &ResultsPage::chooseFirst);
    connect(&m_again, &QTimer::timeout, this, &ResultsPage::load);
}

void ResultsPage::retranslate()
{
    m_empty->setTitle(tr("No runs yet"));
    m_empty->setSentence(
        tr("An experiment that has been started shows up here, finished or not. Import a results folder "
           "or its bundle, the JSON of k6 or the CSV of Locust."));
    m_plan->setText(tr("Go to &Plan"));
    m_import->setText(tr("&Import…"));
    m_problem->setTitle(tr("This run cannot be read"));
    m_open->setText(tr("Show in &folder"));
    showProblem();
    showImporting();
}

void ResultsPage::setImporting(const QString& file, int percent)
{
    m_importedFile = file;
    m_importedPercent = percent;
    showImporting();
}

void ResultsPage::showImporting()
{
    if (m_importedFile.isEmpty())
        m_importing->clear();
    else
        m_importing->setMessage(widgets::Tone::Info,
            tr("Reading %1: %2 %").arg(QFileInfo(m_importedFile).fileName()).arg(m_importedPercent), { tr("&Cancel") });
}

void ResultsPage::showProblem()
{
    m_problem->setSentence(m_error);
}

void ResultsPage::showFolder(const QString& folder)
{
    const QString absolute = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
    if (absolute == m_shown)
        return;
    m_shown = absolute;
    m_list->choose(m_shown);
    load();
    emit shownChanged(m_shown);
}

QString ResultsPage::shown() const
{
    return m_shown;
}

void ResultsPage::setRunning(const QString& folder)
{
    const QString before = m_running;
    m_running = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
    if (m_running.isEmpty())
        m_again.stop();
    else
        m_again.start();
    m_history->refresh();
    if (!m_shown.isEmpty() && (m_shown == before || m_shown == m_running))
        load(); // begun or ended: another standing
}

void ResultsPage::focusFilter()
{
    m_list->focusFilter();
}

// With nothing chosen the newest is shown; one that has gone gives way to it.
void ResultsPage::chooseFirst()
{
    if (!m_shown.isEmpty() && QDir(m_shown).exists()) {
        m_list->choose(m_shown);
        return;
    }
    const auto* const newest = m_history->entry(0);
    if (newest) {
        showFolder(newest->folder);
        return;
    }
    m_shown.clear();
    m_reading.drop();
    m_view->setExperiment(nullptr);
    m_right->setCurrentWidget(m_empty);
}

void ResultsPage::load()
{
    if (sender() == &m_again && (m_shown != m_running || !isVisible() || m_reading.isBusy()))
        return;
    if (m_shown.isEmpty())
        return;
    m_reading.run(
        [folder = m_shown]() -> Result<models::ExperimentPtr> {
            return models::readExperiment(folder).map([](models::Experiment&& it) -> models::ExperimentPtr {
                return std::make_shared<const models::Experiment>(std::move(it));
            });
        },
        [this](const Result<models::ExperimentPtr>& read) {
            take(read);
            emit loaded();
        });
}

void ResultsPage::take(const Result<models::ExperimentPtr>& read)
{
    m_view->setExperiment(read ? *read : nullptr);
    m_error = read ? QString() : describe(read.error());
    showProblem();
    m_right->setCurrentWidget(read ? static_cast<QWidget*>(m_view) : m_problem);
}

void ResultsPage::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_shown));
}

void ResultsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    load(); // its sentences are made when it is read
}

} // namespace ceteris::pages
