// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultsview.h"

#include "app/models/experimentwords.h"
#include "app/models/historymodel.h"
#include "app/pages/mooddelegate.h"
#include "app/pages/resultschecks.h"
#include "app/pages/resultsdistribution.h"
#include "app/pages/resultsenvironment.h"
#include "app/pages/resultsimported.h"
#include "app/pages/resultsovertime.h"
#include "app/pages/resultsraw.h"
#include "app/pages/resultssummary.h"
#include "app/pages/resultstrials.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

template <class Button>
Button* newButton(QWidget* parent, const QString& name)
{
    auto* const button = new Button(parent);
    button->setObjectName(name);
    return button;
}

} // namespace

ResultsView::ResultsView(models::HistoryModel* history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_name(new QLabel(this))
    , m_state(new QLabel(this))
    , m_question(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_compare(newButton<QPushButton>(this, u"resultsCompare"_s))
    , m_replay(newButton<QPushButton>(this, u"resultsReplay"_s))
    , m_resume(newButton<QPushButton>(this, u"resultsResume"_s))
    , m_delete(newButton<QPushButton>(this, u"resultsDelete"_s))
    , m_export(newButton<QToolButton>(this, u"resultsExport"_s))
    , m_star(newButton<QToolButton>(this, u"resultsStar"_s))
    , m_tags(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_tabs(new QTabWidget(this))
{
    setupExport();
    setupAnnotations();
    auto* const header = setupHeader();
    setupTabs();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(header);
    column->addWidget(m_tabs, 1);
    const auto ask = [this](QPushButton* button, auto request) {
        connect(button, &QPushButton::clicked, this, [this, request] { emit(this->*request)(folder()); });
    };
    ask(m_compare, &ResultsView::compareRequested);
    ask(m_replay, &ResultsView::replayRequested);
    ask(m_resume, &ResultsView::resumeRequested);
    ask(m_delete, &ResultsView::deleteRequested);
    retranslate();
}

QWidget* ResultsView::setupHeader()
{
    auto* const header = new QWidget(this);
    m_name->setObjectName(u"resultsName"_s);
    m_state->setObjectName(u"resultsState"_s);
    auto face = font();
    face.setBold(true);
    face.setPointSizeF(face.pointSizeF() * 1.2);
    m_name->setFont(face);
    for (auto* const label : { m_name, m_state, m_question, m_problem })
        label->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* const first = new QHBoxLayout;
    first->addWidget(m_name);
    first->addWidget(m_state, 1);
    for (auto* const button : std::initializer_list<QWidget*> { m_resume, m_compare, m_replay, m_export, m_delete })
        first->addWidget(button);
    auto* const second = new QHBoxLayout;
    second->addWidget(m_star);
    second->addWidget(m_tags, 1);
    second->addWidget(m_note, 2);
    auto* const column = new QVBoxLayout(header);
    column->setContentsMargins(8, 0, 8, 8);
    column->addLayout(first);
    column->addWidget(m_question);
    column->addLayout(second);
    column->addWidget(m_problem);
    return header;
}

void ResultsView::setupTabs()
{
    auto* const summary = new ResultsSummary(this);
    auto* const overTime = new ResultsOverTime(this);
    auto* const trials = new ResultsTrials(this);
    m_summary = summary;
    m_imported = new ResultsImported(this);
    m_trials = trials;
    m_checks = new ResultsChecks(this);
    m_pages = { summary, new ResultsDistribution(this), overTime, trials, m_checks, new ResultsEnvironment(this),
        new ResultsRaw(this) };
    m_tabs->setObjectName(u"resultsTabs"_s);
    m_tabs->setDocumentMode(true);
    for (auto* const page : std::as_const(m_pages))
        m_tabs->addTab(page, QString());
    m_pages.append(m_imported);
    m_imported->hide();
    connect(summary, &ResultsSummary::resumeRequested, this, [this] { emit resumeRequested(folder()); });
    connect(trials, &ResultsTrials::trialActivated, this, [this, overTime](int trial) {
        overTime->showTrial(trial);
        m_tabs->setCurrentWidget(overTime);
    });
}

void ResultsView::setupExport()
{
    auto* const menu = new QMenu(m_export);
    for (const auto& format : { u"html"_s, u"csv"_s, u"locust"_s, u"hgrm"_s, u"jtl"_s }) {
        m_formats.append(menu->addAction(QString(), this, [this, format] { emit exportRequested(folder(), format); }));
        m_formats.back()->setObjectName(u"export_"_s + format);
    }
    m_export->setMenu(menu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

void ResultsView::setupAnnotations()
{
    m_tags->setObjectName(u"resultsTags"_s);
    m_note->setObjectName(u"resultsNote"_s);
    m_star->setCheckable(true);
    m_star->setAutoRaise(true);
    connect(m_star, &QToolButton::toggled, this, [this](bool on) { m_star->setText(on ? u"★"_s : u"☆"_s); });
    connect(m_star, &QToolButton::clicked, this, &ResultsView::keepAnnotations);
    connect(m_tags, &QLineEdit::editingFinished, this, &ResultsView::keepAnnotations);
    connect(m_note, &QLineEdit::editingFinished, this, &ResultsView::keepAnnotations);
    connect(m_history, &QAbstractItemModel::dataChanged, this, &ResultsView::showAnnotations);
}

void ResultsView::retranslate()
{
    m_compare->setText(tr("&Compare"));
    m_replay->setText(tr("Repla&y"));
    m_resume->setText(tr("Res&ume"));
    m_delete->setText(tr("&Delete"));
    m_export->setText(tr("E&xport"));
    m_star->setText(m_star->isChecked() ? u"★"_s : u"☆"_s);
    m_star->setAccessibleName(tr("Star"));
    m_star->setToolTip(tr("Star"));
    m_tags->setPlaceholderText(tr("Tags, separated by commas"));
    m_tags->setAccessibleName(tr("Tags"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note"));
    const QStringList formats { tr("&Report (HTML)"), tr("&CSV bundle"), tr("&Locust-compatible CSV"),
        tr("&Percentiles (.hgrm)"), tr("&JTL") };
    for (qsizetype i = 0; i < formats.size(); ++i)
        m_formats[i]->setText(formats[i]);
    const QStringList tabs { tr("Summary"), tr("Distribution"), tr("Over time"), tr("Trials"), tr("Checks"),
        tr("Environment"), tr("Raw") };
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, tabs[i]);
    if (m_experiment)
        showHeader();
}

QString ResultsView::folder() const
{
    return m_experiment ? m_experiment->path() : QString();
}

void ResultsView::setExperiment(models::ExperimentPtr experiment)
{
    keepAnnotations(); // of the one that was shown
    m_experiment = std::move(experiment);
    if (m_experiment) {
        showTabs();
        showHeader();
    }
    showAnnotations();
    for (auto* const page : std::as_const(m_pages))
        page->setExperiment(m_experiment);
}

void ResultsView::showTabs()
{
    const bool imported = m_experiment->imported.has_value();
    auto* const first = imported ? m_imported : m_summary;
    if (m_tabs->widget(0) != first) {
        const bool chosen = m_tabs->currentIndex() == 0;
        m_tabs->insertTab(0, first, m_tabs->tabText(0));
        if (chosen) // before the other one goes, or a tab that nobody wants to see would be filled
            m_tabs->setCurrentIndex(0);
        m_tabs->removeTab(1);
    }
    for (auto* const page : { m_trials, m_checks })
        m_tabs->setTabVisible(m_tabs->indexOf(page), !imported);
}

void ResultsView::showHeader()
{
    const auto standing = m_experiment->standing();
    m_name->setText(m_experiment->name());
    QString state = models::standingGlyph(standing) + u' ' + models::standingText(standing);
    if (m_experiment->verdict.blocksVoid > 0)
        state += u"  ·  ⚠ "_s + tr("%n block(s) void", nullptr, m_experiment->verdict.blocksVoid);
    m_state->setText(state);
    auto colours = palette();
    colours.setColor(QPalette::WindowText, widgets::theme().tone(toneOf(models::moodOf(standing))));
    m_state->setPalette(colours);
    m_question->setText(m_experiment->results.plan.question);
    m_question->setVisible(!m_question->text().isEmpty());
    m_resume->setVisible(standing == models::Standing::Interrupted);
    m_replay->setEnabled(standing != models::Standing::Running && standing != models::Standing::Imported);
    m_delete->setEnabled(standing != models::Standing::Running);
    m_export->setEnabled(!m_experiment->trials.empty() && !m_experiment->imported);
}

void ResultsView::showAnnotations()
{
    if (!m_experiment)
        return;
    const auto* const entry = m_history->entry(m_history->rowOf(folder()));
    const auto annotations = entry ? entry->annotations : models::readAnnotations(folder());
    m_star->setChecked(annotations.starred);
    if (!m_tags->hasFocus())
        m_tags->setText(annotations.tags.join(u", "_s));
    if (!m_note->hasFocus())
        m_note->setText(annotations.note);
}

void ResultsView::keepAnnotations()
{
    if (!m_experiment || !QFileInfo::exists(folder()))
        return;
    const models::Annotations typed { m_star->isChecked(), models::tagsOf(m_tags->text()), m_note->text() };
    if (typed == models::readAnnotations(folder()))
        return;
    const auto kept = m_history->annotate(folder(), typed);
    m_problem->setText(kept ? QString() : describe(kept.error()));
    m_problem->setVisible(!kept);
}

void ResultsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_experiment)
        showHeader();
}

} // namespace ceteris::pages
