// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/demopage.h"

#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/pages/democard.h"
#include "app/pages/demochart.h"
#include "app/pages/demofigures.h"
#include "app/pages/demosizes.h"
#include "app/pages/demoverdict.h"
#include "app/pages/livecard.h"
#include "app/pages/livephasebar.h"
#include "widgets/shell/statepill.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::Stage;

DemoPage::DemoPage(models::LiveModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(u"demoPage"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAutoFillBackground(true);
    m_stack = new QStackedWidget(this);
    m_title = new DemoCard(m_stack);
    m_stack->addWidget(m_title);
    m_stack->addWidget(makeRunning());
    m_verdict = new DemoVerdict(m_stack);
    m_stack->addWidget(m_verdict);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeTopRow());
    column->addWidget(m_stack, 1);
    column->addWidget(makeFooter());
    m_blank = new QWidget(this);
    m_blank->setObjectName(u"demoBlank"_s);
    m_blank->setAutoFillBackground(true);
    m_blank->setPalette(QPalette(Qt::black));
    m_blank->hide();
    for (auto* child : findChildren<QWidget*>())
        child->setMouseTracking(true);
    m_hidePointer.setSingleShot(true);
    m_hidePointer.setInterval(3000);
    connect(&m_hidePointer, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
    connect(m_model, &models::LiveModel::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget* DemoPage::makeTopRow()
{
    auto* row = new QWidget(this);
    m_question = new QLabel(row);
    m_question->setObjectName(u"demoQuestion"_s);
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    m_mark = new QLabel(row);
    m_mark->setObjectName(u"demoMark"_s);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(32);
    line->addWidget(m_question, 1);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    return row;
}

QWidget* DemoPage::makeRunning()
{
    m_running = new QWidget(m_stack);
    m_figures = new DemoFigures(m_running);
    m_chart = new DemoChart(m_running);
    m_chart->setObjectName(u"demoChart"_s);
    m_phases = new LivePhaseBar(m_running);
    m_phases->setProjected(true);
    auto* column = new QVBoxLayout(m_running);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_figures);
    column->addWidget(m_chart, 1);
    column->addWidget(m_phases);
    return m_running;
}

QWidget* DemoPage::makeFooter()
{
    auto* row = new QWidget(this);
    m_pill = new widgets::StatePill(row);
    m_pill->setObjectName(u"demoPill"_s);
    m_footer = new QLabel(row);
    m_footer->setObjectName(u"demoFooter"_s);
    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setWordWrap(true);
    m_footer->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(32);
    line->addWidget(m_pill);
    line->addWidget(m_footer, 1);
    return row;
}

void DemoPage::setReplay(models::Replay* replay)
{
    if (replay == m_replay)
        return refresh(); // the run goes on or has ended: what is shown stays chosen
    if (m_replay)
        m_replay->disconnect(this);
    m_replay = replay;
    if (replay)
        connect(replay, &models::Replay::changed, this, [this] { m_mark->setText(demoMark(m_replay)); });
    m_fellBack = false;
    m_showsVerdict = false;
    refresh();
}

bool DemoPage::isContaminated() const
{
    const auto* last = m_model->state().lastFinished();
    return models::isActive(m_model->state().stage) && last && last->status == models::TrialStatus::Void;
}

void DemoPage::refresh()
{
    if (m_frozen)
        return;
    const auto& state = m_model->state();
    const bool over = state.stage == Stage::Finished || state.stage == Stage::Stopped;
    if (over != std::exchange(m_wasOver, over))
        m_showsVerdict = over;
    m_question->setText(state.experiment.question.isEmpty() ? state.experiment.name : state.experiment.question);
    m_mark->setText(demoMark(m_replay));
    const auto look = demoPill(state);
    m_pill->setState(look.glyph, look.word, look.tone);
    m_footer->setText(isContaminated()
            ? tr("Something else disturbed trial %1 – its block will be run again").arg(state.lastFinished()->number)
            : demoFooter(state));
    setInk(m_footer, isContaminated() ? widgets::theme().tone(widgets::Tone::Warning) : widgets::theme().text);
    showView();
    update();
    if (state.stage == Stage::Failed && m_fallsBack && !m_replay && !std::exchange(m_fellBack, true))
        fallBack();
}

void DemoPage::showView()
{
    const auto& state = m_model->state();
    if (!state.trial()) {
        m_title->setFrom(state);
        return m_stack->setCurrentWidget(m_title);
    }
    if (m_showsVerdict) {
        m_verdict->setFrom(*m_model, m_replay ? m_replay->path() : state.experiment.folder);
        return m_stack->setCurrentWidget(m_verdict);
    }
    m_figures->setFrom(*m_model);
    m_chart->setFrom(*m_model);
    m_phases->setFrom(state);
    m_stack->setCurrentWidget(m_running);
}

void DemoPage::keyPressEvent(QKeyEvent* event)
{
    constexpr double shortS = 5;
    constexpr double longS = 30;
    const auto stepS = event->modifiers() & Qt::ShiftModifier ? longS : shortS;
    switch (event->key()) {
    case Qt::Key_Space:
        return pauseOrStart();
    case Qt::Key_Left:
        return scrub(-stepS);
    case Qt::Key_Right:
        return scrub(stepS);
    case Qt::Key_B:
        m_blank->setGeometry(rect());
        m_blank->raise();
        return m_blank->setVisible(!m_blank->isVisible());
    case Qt::Key_D:
        emit themeToggled();
        return;
    case Qt::Key_V:
        m_showsVerdict = !m_showsVerdict;
        return refresh();
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
        return choose(event->key() - Qt::Key_1);
    case Qt::Key_Escape:
    case Qt::Key_F11:
        emit leaveRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// A chart; on the title card, where there is none, a recording.
void DemoPage::choose(int number)
{
    if (m_model->state().stage == Stage::Idle) {
        if (const auto all = models::recordings(); number < all.size())
            emit replayRequested(all[number].path);
        return;
    }
    m_chart->setView(static_cast<DemoView>(number));
    m_showsVerdict = false;
    refresh();
}

void DemoPage::pauseOrStart()
{
    if (m_replay)
        return m_replay->isPlaying() ? m_replay->pause() : m_replay->play();
    if (m_model->state().stage == Stage::Idle) {
        emit startRequested();
        return;
    }
    if (m_model->state().stage == Stage::Failed)
        return fallBack();
    m_frozen = !m_frozen;
    m_mark->setText(m_frozen ? tr("❚❚ VIEW FROZEN") : QString());
    refresh();
}

void DemoPage::scrub(double seconds)
{
    if (m_replay)
        m_replay->seek(m_replay->positionS() + seconds);
}

void DemoPage::fallBack()
{
    if (const auto all = models::recordings(); !all.isEmpty())
        emit replayRequested(all.first().path);
}

void DemoPage::applySizes()
{
    const int edge = demo::pixels(height(), demo::small);
    layout()->setContentsMargins(edge * 2, edge, edge * 2, edge);
    layout()->setSpacing(edge / 2);
    demo::setSize(m_question, height(), demo::question, true);
    demo::setSize(m_mark, height(), demo::label, true);
    demo::setSize(m_pill, height(), demo::label, true);
    demo::setSize(m_footer, height(), demo::label);
    demo::setSize(m_phases, height(), demo::small);
    demo::setSize(m_chart, height(), demo::small);
    m_title->setScreenHeight(height());
    m_figures->setScreen(size());
    m_verdict->setScreenHeight(height());
    m_blank->setGeometry(rect());
}

// A frame around everything is seen from the last row.
void DemoPage::paintEvent(QPaintEvent*)
{
    if (!isContaminated())
        return;
    QPainter painter(this);
    const int width = demo::pixels(height(), demo::small) / 2;
    painter.setPen(QPen(widgets::theme().tone(widgets::Tone::Warning), width * 2));
    painter.drawRect(rect());
}

void DemoPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    applySizes();
}

void DemoPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_hidePointer.start();
    setFocus();
    refresh();
}

void DemoPage::mouseMoveEvent(QMouseEvent* event)
{
    unsetCursor();
    m_hidePointer.start();
    QWidget::mouseMoveEvent(event);
}

void DemoPage::changeEvent(QEvent* event)
{
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) && isVisible())
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
