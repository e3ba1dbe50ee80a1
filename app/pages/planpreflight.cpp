// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planpreflight.h"

#include "app/models/enginetext.h"
#include "widgets/input/tonelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using results::Readiness;
using widgets::Tone;
using widgets::ToneLabel;

namespace {

Tone toneOf(Readiness readiness)
{
    switch (readiness) {
    case Readiness::Ok:
        return Tone::Good;
    case Readiness::Warn:
        return Tone::Warning;
    case Readiness::Fail:
        return Tone::Bad;
    case Readiness::Unavailable:
        break;
    }
    return Tone::Neutral;
}

} // namespace

PlanPreflight::PlanPreflight(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(new ToneLabel(this))
    , m_column(new QVBoxLayout(this))
{
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_summary->setObjectName(u"preflightSummary"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_title);
    m_column->addWidget(m_summary);
    rebuild();
}

void PlanPreflight::setChecking(bool checking)
{
    if (checking)
        m_state = State::Asking;
    else if (m_state == State::Asking)
        m_state = m_preflight.rows.empty() ? State::Unasked : State::Answered;
    rebuild();
}

void PlanPreflight::setRows(const results::Preflight& preflight)
{
    m_preflight = preflight;
    m_state = State::Answered;
    rebuild();
}

void PlanPreflight::setFailed(const QString& sentence)
{
    m_failure = sentence;
    m_state = State::Failed;
    rebuild();
}

void PlanPreflight::forget()
{
    if (m_state == State::Unasked)
        return;
    m_preflight = {};
    m_state = State::Unasked;
    rebuild();
}

bool PlanPreflight::standsInTheWay() const
{
    return m_state == State::Answered
        && std::ranges::any_of(m_preflight.rows, [](const auto& row) { return row.readiness == Readiness::Fail; });
}

void PlanPreflight::rebuild()
{
    m_title->setText(tr("This machine"));
    const auto worst = standsInTheWay() ? Tone::Bad
        : m_state == State::Failed      ? Tone::Bad
        : m_state == State::Asking      ? Tone::Info
        : m_state == State::Unasked     ? Tone::Neutral
        : std::ranges::any_of(m_preflight.rows, [](const auto& row) { return row.readiness == Readiness::Warn; })
        ? Tone::Warning
        : Tone::Good;
    m_summary->setMessage(worst, summary());
    if (m_list) {
        m_list->hide();
        m_list->deleteLater();
    }
    m_list = new QWidget(this);
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_column->addWidget(m_list);
    if (m_state == State::Answered || m_state == State::Asking)
        for (const auto& row : m_preflight.rows)
            addRow(row);
}

QString PlanPreflight::summary() const
{
    switch (m_state) {
    case State::Unasked:
        return tr("Not checked yet");
    case State::Asking:
        return tr("Checking …");
    case State::Failed:
        return tr("It could not be checked: %1").arg(m_failure);
    case State::Answered:
        break;
    }
    const auto fit = standsInTheWay() ? tr("Not fit to start") : tr("Fit to start");
    return m_preflight.evidence.isEmpty() ? fit : tr("%1: %2").arg(fit, models::engineText(m_preflight.evidence));
}

void PlanPreflight::addRow(const results::PreflightRow& english)
{
    const auto row = models::engineText(english);
    const auto word = row.readiness == Readiness::Ok ? tr("OK")
        : row.readiness == Readiness::Warn           ? tr("warning")
        : row.readiness == Readiness::Fail           ? tr("stops the start")
                                                     : tr("not readable");
    auto* text = new ToneLabel(m_list);
    text->setMessage(toneOf(row.readiness), tr("%1 – %2").arg(row.name, word));
    auto* why = new QToolButton(m_list);
    why->setText(u"?"_s);
    why->setCheckable(true);
    why->setAutoRaise(true);
    why->setFocusPolicy(Qt::StrongFocus);
    why->setToolTip(tr("Why this matters"));
    why->setAccessibleName(tr("Why this matters: %1").arg(row.name));
    auto* header = new QHBoxLayout;
    header->addWidget(text, 1);
    header->addWidget(why, 0, Qt::AlignTop);
    auto* value = new ToneLabel(m_list);
    value->setText(row.limit.isEmpty() ? row.value : tr("%1 (limit %2)").arg(row.value, row.limit));
    value->setContentsMargins(16, 0, 0, 0);
    auto* details = new ToneLabel(m_list);
    details->setContentsMargins(16, 0, 0, 0);
    const auto fold = [details, row](bool open) {
        QStringList lines { open ? row.why : QString(), open || row.readiness != Readiness::Ok ? row.mend : QString() };
        lines.removeAll(QString());
        details->setText(lines.join(u'\n'));
        details->setVisible(!details->text().isEmpty());
    };
    fold(false);
    connect(why, &QToolButton::toggled, details, fold);
    auto* rows = static_cast<QVBoxLayout*>(m_list->layout());
    auto* block = new QVBoxLayout;
    block->setSpacing(0);
    block->addLayout(header);
    block->addWidget(value);
    block->addWidget(details);
    rows->addLayout(block);
}

void PlanPreflight::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
