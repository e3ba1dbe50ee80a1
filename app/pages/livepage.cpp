// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livepage.h"

#include "app/models/figures.h"
#include "app/models/livehealth.h"
#include "app/models/livemodel.h"
#include "app/models/liveverdict.h"
#include "app/models/livewords.h"
#include "app/pages/livecharts.h"
#include "app/pages/livechecklist.h"
#include "app/pages/livehealthstrip.h"
#include "app/pages/livelogview.h"
#include "app/pages/livephasebar.h"
#include "app/pages/livereplaybar.h"
#include "app/pages/livetiles.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

// "redis · busy · trial 3 of 8 · measure · 00:03 left"
QString statusText(const models::LiveState& state)
{
    const auto* trial = state.trial();
    if (!trial)
        return {};
    QStringList parts { state.experiment.arms.value(trial->arm), state.experiment.levels.value(trial->level),
        LivePage::tr("trial %1 of %2").arg(trial->number).arg(std::max(state.experiment.trials, trial->number)) };
    if (models::isActive(state.stage) && !state.phases.empty()) {
        parts += models::phaseText(state.phaseName());
        if (state.phaseLeftS > 0)
            parts += LivePage::tr("%1 left").arg(models::durationText(state.phaseLeftS));
    }
    return parts.join(u" · "_s);
}

} // namespace

LivePage::LivePage(models::LiveModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(u"livePage"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_banner = new widgets::Banner(this);
    m_banner->setObjectName(u"liveBanner"_s);
    m_replayBar = new LiveReplayBar(this);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(u"liveStack"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_replayBar);
    column->addWidget(m_stack, 1);
    setupIdle();
    m_checklist = new LiveChecklist(this);
    m_stack->addWidget(m_checklist);
    setupDashboard();
    connect(m_banner, &widgets::Banner::chosen, this, &LivePage::bannerChosen);
    connect(m_model, &models::LiveModel::changed, this, &LivePage::modelChanged);
    connect(&m_second, &QTimer::timeout, this, &LivePage::showFrozenFor);
    m_second.setInterval(1000);
    retranslate();
}

void LivePage::setupIdle()
{
    m_idle = new widgets::EmptyState(this);
    m_idle->setObjectName(u"liveIdle"_s);
    m_start = m_idle->addButton(u"liveStart"_s);
    m_replayLast = m_idle->addButton(u"liveReplayLast"_s);
    connect(m_start, &QPushButton::clicked, this, &LivePage::startRequested);
    connect(m_replayLast, &QPushButton::clicked, this, [this] { emit replayRequested(m_lastRun); });
    m_stack->addWidget(m_idle);
}

void LivePage::setupDashboard()
{
    m_dashboard = new QWidget(this);
    m_tiles = new LiveTiles(m_dashboard);
    m_phases = new LivePhaseBar(m_dashboard);
    m_phases->setObjectName(u"phaseBar"_s);
    m_charts = new LiveCharts(m_dashboard);
    m_health = new LiveHealthStrip(m_dashboard);
    m_health->setObjectName(u"healthStrip"_s);
    m_log = new LiveLogView(m_dashboard);
    auto* column = new QVBoxLayout(m_dashboard);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_tiles);
    column->addWidget(makeStatusRow());
    column->addWidget(m_phases);
    column->addWidget(m_charts, 1);
    column->addWidget(m_health);
    column->addWidget(m_log);
    connect(m_log, &LiveLogView::momentChosen, this, [this](int trial, double trialS) {
        if (m_model->state().trial() && m_model->state().trial()->number == trial)
            m_charts->setCursor(trialS);
    });
    m_stack->addWidget(m_dashboard);
}

QWidget* LivePage::makeStatusRow()
{
    auto* row = new QWidget(m_dashboard);
    m_status = new QLabel(row);
    m_status->setObjectName(u"liveStatus"_s);
    m_frozenChip = new QLabel(row);
    m_frozenChip->setObjectName(u"frozenChip"_s);
    m_frozenChip->setFrameStyle(QFrame::StyledPanel);
    m_frozenChip->hide();
    m_window = new QLabel(row);
    m_window->setObjectName(u"liveWindow"_s);
    m_skip = new QPushButton(row);
    m_skip->setObjectName(u"liveSkip"_s);
    auto policy = m_skip->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // or the charts would grow and shrink with every trial
    m_skip->setSizePolicy(policy);
    connect(m_skip, &QPushButton::clicked, this, [this] { emit skipRequested(m_model->state().trial()->number); });
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    line->addWidget(m_status);
    line->addWidget(m_skip);
    line->addStretch();
    line->addWidget(m_frozenChip);
    line->addWidget(m_window);
    return row;
}

void LivePage::retranslate()
{
    m_idle->setTitle(tr("Nothing is running"));
    m_start->setText(tr("&Start"));
    m_replayLast->setText(tr("&Replay last run"));
    m_skip->setText(tr("Skip this trial"));
    m_skip->setToolTip(tr("Gives up the trial under way; its block is run again at the end."));
    setLastRun(m_lastRun);
    if (isVisible())
        refresh();
    else
        m_stale = true;
}

void LivePage::setReplay(models::Replay* replay)
{
    m_replayBar->setReplay(replay);
}

void LivePage::setLastRun(const QString& folder)
{
    m_lastRun = folder;
    m_replayLast->setVisible(!folder.isEmpty());
    if (folder.isEmpty()) {
        m_idle->setSentence(tr("Start the plan, and what it measures is seen here while it runs."));
        return;
    }
    const auto verdict = models::verdictSentence(folder);
    const auto title = tr("Last run: %1").arg(models::experimentTitle(folder));
    m_idle->setSentence(verdict.isEmpty() ? title : QString(title + u'\n' + verdict));
}

void LivePage::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    m_frozenChip->setVisible(frozen);
    if (frozen) {
        m_frozenFor.start();
        m_second.start();
        showFrozenFor();
    } else {
        m_second.stop();
        modelChanged();
    }
    emit frozenChanged(frozen);
}

void LivePage::showFrozenFor()
{
    const auto seconds = static_cast<double>(m_frozenFor.elapsed()) / 1000;
    m_frozenChip->setText(tr("View frozen %1").arg(models::durationText(seconds)));
}

void LivePage::setMayOrder(bool may)
{
    if (std::exchange(m_wish.mayOrder, may) != may)
        modelChanged();
}

void LivePage::focusFilter()
{
    m_log->focusFilter();
}

// What nobody sees is not drawn; what is frozen stays, but for what a person has to know.
void LivePage::modelChanged()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    if (m_frozen && m_stack->currentWidget() == m_dashboard)
        showBanner();
    else
        refresh();
}

void LivePage::refresh()
{
    m_stale = false;
    const auto& state = m_model->state();
    showBanner();
    if (state.stage == models::Stage::Idle) {
        m_stack->setCurrentWidget(m_idle);
        return;
    }
    if (!state.trial()) {
        m_checklist->setFrom(state);
        m_stack->setCurrentWidget(m_checklist);
        return;
    }
    m_tiles->setFrom(*m_model);
    m_phases->setFrom(state);
    m_status->setText(statusText(state));
    m_skip->setVisible(m_wish.mayOrder && state.canSkip());
    m_window->setText(
        models::isActive(state.stage) ? tr("Figures of the last 10 s") : tr("Figures of the whole measure window"));
    m_charts->setFrom(*m_model);
    m_health->setChips(models::healthChips(state, m_model->series()));
    m_log->setRows(state.log);
    m_stack->setCurrentWidget(m_dashboard);
}

void LivePage::showBanner()
{
    const auto message = bannerOf(m_model->state(), m_wish);
    m_banner->setMessage(message.tone, message.text, message.buttonTexts());
    m_banner->setDetails(message.details);
    const auto rowPx = fontMetrics().height() + 4;
    m_log->setFixedHeight((message.text.isEmpty() ? 7 : 5) * rowPx); // the banner takes from the log, not from charts
}

void LivePage::bannerChosen(int button)
{
    const auto& state = m_model->state();
    const auto message = bannerOf(state, m_wish);
    const auto& folder = state.experiment.folder;
    switch (message.buttons.value(button, BannerButton::ShowResults)) {
    case BannerButton::ShowResults:
        emit resultsRequested(folder);
        break;
    case BannerButton::Resume:
        emit resumeRequested(folder);
        break;
    case BannerButton::SaveDiagnostics:
        emit diagnosticsRequested();
        break;
    case BannerButton::Stop:
        emit stopRequested();
        break;
    case BannerButton::Skip:
        emit skipRequested(state.trial()->number);
        break;
    case BannerButton::RunAgain:
        emit againRequested(message.again);
        break;
    case BannerButton::GoOn:
        m_wish.dismissed = { folder, state.lastFinished()->number };
        showBanner();
        break;
    }
}

void LivePage::keyPressEvent(QKeyEvent* event)
{
    constexpr double manyS = 10;
    const double stepS = event->modifiers() & Qt::ShiftModifier ? manyS : 1;
    switch (event->key()) {
    case Qt::Key_Space:
        setFrozen(!m_frozen);
        break;
    case Qt::Key_Left:
        m_charts->moveCursor(-stepS);
        break;
    case Qt::Key_Right:
        m_charts->moveCursor(stepS);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LivePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void LivePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
