// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"
#include "app/pages/planform.h"
#include "app/pages/planpage.h"
#include "app/pages/planparibus.h"
#include "app/pages/planpreflight.h"
#include "app/pages/planschedule.h"
#include "app/pages/planstart.h"
#include "app/pages/plantext.h"
#include "widgets/input/tonelabel.h"
#include "widgets/shell/banner.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// How the page is put together; what it does is in planpage.cpp.
namespace ceteris::pages {
namespace {

QToolButton* toolButton(const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QPushButton* pushButton(const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    return button;
}

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

PlanPage::PlanPage(models::PlanDocument* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_banner(new widgets::Banner(this))
    , m_states(new QStackedWidget(this))
{
    setObjectName(u"planPage"_s);
    m_banner->setObjectName(u"planBanner"_s);
    setupStart();
    m_states->addWidget(setupEditor());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_states, 1);
    setupShortcuts();
    connectDocument();
    retranslate();
    refresh();
}

void PlanPage::setupStart()
{
    m_start = new PlanStart(this);
    m_start->setObjectName(u"planStart"_s);
    m_states->addWidget(m_start);
    connect(m_start, &PlanStart::newRequested, this, &PlanPage::newRequested);
    connect(m_start, &PlanStart::openRequested, this, &PlanPage::openRequested);
    connect(m_start, &PlanStart::presetRequested, this, &PlanPage::presetRequested);
}

QWidget* PlanPage::setupEditor()
{
    auto* editor = new QWidget(this);
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(setupHeader());
    column->addWidget(rule(editor));
    column->addWidget(setupViews(), 1);
    column->addWidget(rule(editor));
    m_schedule = new PlanSchedule(m_document, editor); // here: the order of making is that of the Tab key
    column->addWidget(m_schedule);
    column->addWidget(rule(editor));
    column->addWidget(setupFooter());
    return editor;
}

QWidget* PlanPage::setupHeader()
{
    auto* header = new QWidget(this);
    m_tabs = new QTabBar(header);
    m_tabs->setObjectName(u"views"_s);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_undo = toolButton(u"undo"_s, header);
    m_redo = toolButton(u"redo"_s, header);
    m_ready = new widgets::ToneLabel(header);
    m_ready->setObjectName(u"ready"_s);
    m_ready->setWordWrap(false);
    m_problems = toolButton(u"problemCount"_s, header);
    m_drawer = toolButton(u"drawer"_s, header);
    m_drawer->setCheckable(true);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_tabs, m_undo, m_redo })
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_ready, m_problems, m_drawer })
        row->addWidget(widget);
    connect(m_undo, &QToolButton::clicked, m_document, &models::PlanDocument::undo);
    connect(m_redo, &QToolButton::clicked, m_document, &models::PlanDocument::redo);
    connect(m_problems, &QToolButton::clicked, this, &PlanPage::focusFirstProblem);
    connect(m_drawer, &QToolButton::toggled, this, &PlanPage::refreshDrawer);
    return header;
}

QWidget* PlanPage::setupViews()
{
    auto* middle = new QWidget(this);
    m_form = new PlanForm(m_document, middle);
    m_text = new PlanText(m_document, middle);
    m_views = new QStackedWidget(middle);
    m_views->addWidget(m_form);
    m_views->addWidget(m_text);
    connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_views, 1);
    row->addWidget(setupChecks());
    return middle;
}

QWidget* PlanPage::setupChecks()
{
    auto* inner = new QWidget(this);
    m_paribus = new PlanParibus(m_document, inner);
    m_preflight = new PlanPreflight(inner);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(24);
    column->addWidget(m_paribus);
    column->addWidget(m_preflight);
    column->addStretch(1);
    m_checks = new QScrollArea(this);
    m_checks->setObjectName(u"checks"_s);
    m_checks->setFrameShape(QFrame::NoFrame);
    m_checks->setWidgetResizable(true);
    m_checks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_checks->setFixedWidth(300);
    m_checks->setWidget(inner);
    return m_checks;
}

QWidget* PlanPage::setupFooter()
{
    auto* footer = new QWidget(this);
    m_save = pushButton(u"save"_s, footer);
    m_check = pushButton(u"check"_s, footer);
    m_startButton = pushButton(u"start"_s, footer);
    m_hindrance = new widgets::ToneLabel(footer);
    m_hindrance->setObjectName(u"hindrance"_s);
    m_hindrance->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_save);
    row->addWidget(m_check);
    row->addWidget(m_hindrance, 1);
    row->addWidget(m_startButton);
    connect(m_save, &QPushButton::clicked, this, &PlanPage::saveRequested);
    connect(m_check, &QPushButton::clicked, this, &PlanPage::preflightRequested);
    connect(m_startButton, &QPushButton::clicked, this, &PlanPage::startRequested);
    return footer;
}

void PlanPage::setupShortcuts()
{
    const auto add = [this](QKeySequence::StandardKey key, auto step) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_document, [this, step] {
            if (!isReadOnly())
                (m_document->*step)();
        });
    };
    add(QKeySequence::Undo, &models::PlanDocument::undo);
    add(QKeySequence::Redo, &models::PlanDocument::redo);
}

void PlanPage::connectDocument()
{
    connect(m_document, &models::PlanDocument::changed, this, &PlanPage::refresh);
    connect(m_banner, &widgets::Banner::chosen, this, [this] {
        if (m_run == Run::This)
            emit duplicateRequested();
        else
            emit resultsRequested(m_finishedFolder);
    });
}

} // namespace ceteris::pages
