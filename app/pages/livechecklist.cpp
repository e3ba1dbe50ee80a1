// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livechecklist.h"

#include "app/models/enginetext.h"
#include "app/models/figures.h"
#include "app/models/livestate.h"
#include "app/models/livewords.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

enum Column { Name, Value, Limit, State, Why };

struct Look
{
    QString text;
    widgets::Tone tone;
};

Look lookOf(results::Readiness readiness)
{
    switch (readiness) {
    case results::Readiness::Ok:
        return { LiveChecklist::tr("✔ ready"), widgets::Tone::Good };
    case results::Readiness::Warn:
        return { LiveChecklist::tr("⚠ warning"), widgets::Tone::Warning };
    case results::Readiness::Fail:
        return { LiveChecklist::tr("✖ in the way"), widgets::Tone::Bad };
    case results::Readiness::Unavailable:
        break;
    }
    return { LiveChecklist::tr("○ not readable"), widgets::Tone::Neutral };
}

QString sentenceOf(const models::LiveState& state)
{
    switch (state.stage) {
    case models::Stage::Preparing:
        return state.accountsTotal > 0
            ? LiveChecklist::tr("Making the accounts: %1 of %2").arg(state.accountsDone).arg(state.accountsTotal)
            : LiveChecklist::tr("Starting");
    case models::Stage::Waiting: {
        const auto waited = models::durationText(state.waitedS);
        return state.waitReason.isEmpty() ? LiveChecklist::tr("Listening to the machine (%1)").arg(waited)
                                          : LiveChecklist::tr("Waiting for a quiet machine (%1): %2")
                                                .arg(waited, models::engineText(state.waitReason));
    }
    default:
        break;
    }
    if (state.phaseName() == u"probes")
        return LiveChecklist::tr("Asking each arm what timed trials cannot");
    return models::engineText(state.evidence);
}

} // namespace

LiveChecklist::LiveChecklist(QWidget* parent)
    : QWidget(parent)
{
    m_title = new QLabel(this);
    m_title->setObjectName(u"checklistTitle"_s);
    auto large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_title->setFont(large);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(u"checklistSentence"_s);
    m_sentence->setWordWrap(true);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    setupTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_bar);
    column->addWidget(m_table, 1);
    column->addStretch(); // while there is no table yet
    retranslate();
}

void LiveChecklist::setupTable()
{
    m_table = new QTreeWidget(this);
    m_table->setObjectName(u"checklist"_s);
    m_table->setColumnCount(Why + 1);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setStretchLastSection(true);
}

void LiveChecklist::retranslate()
{
    m_title->setText(tr("Pre-flight"));
    m_table->setHeaderLabels(
        { tr("Check"), tr("Value"), tr("Limit"), tr("State"), tr("Why this matters, what to do") });
    m_table->setAccessibleName(tr("Pre-flight checks"));
}

void LiveChecklist::setFrom(const models::LiveState& state)
{
    m_sentence->setText(sentenceOf(state));
    const bool known = state.stage == models::Stage::Preparing ? state.accountsTotal > 0 : state.waitAtMostS > 0;
    m_bar->setRange(0, known ? 1000 : 0);
    if (known)
        m_bar->setValue(static_cast<int>(std::lround(1000.0
            * (state.stage == models::Stage::Preparing ? double(state.accountsDone) / state.accountsTotal
                                                       : state.waitedS / state.waitAtMostS))));
    m_table->setVisible(!state.preflight.empty());
    fill(state);
}

void LiveChecklist::fill(const models::LiveState& state)
{
    const auto theme = widgets::theme();
    m_table->clear();
    for (const auto& english : state.preflight) {
        const auto row = models::engineText(english);
        const auto look = lookOf(row.readiness);
        const bool mend = row.readiness == results::Readiness::Warn || row.readiness == results::Readiness::Fail;
        const QString why = mend ? QString(row.why + u' ' + row.mend) : row.why;
        auto* item = new QTreeWidgetItem(m_table, { row.name, row.value, row.limit, look.text, why });
        item->setForeground(State, theme.tone(look.tone));
        item->setToolTip(Value, row.value);
        item->setToolTip(Why, QString(row.why + u'\n' + row.mend));
    }
    for (int column = Name; column < Why; ++column)
        m_table->resizeColumnToContents(column);
    m_table->setColumnWidth(Value, std::min(m_table->columnWidth(Value), fontMetrics().averageCharWidth() * 44));
}

void LiveChecklist::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
