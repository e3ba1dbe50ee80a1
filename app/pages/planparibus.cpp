// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planparibus.h"

#include "app/models/plandocument.h"
#include "app/models/planfacts.h"
#include "app/pages/planfield.h"
#include "widgets/input/flowlayout.h"
#include "widgets/input/tonelabel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::ArmDifference;
using widgets::Tone;
using widgets::ToneLabel;

PlanParibus::PlanParibus(models::PlanDocument* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_summary(new ToneLabel(this))
    , m_refusal(new ToneLabel(this))
{
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_summary->setObjectName(u"paribusSummary"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    m_refusal->setObjectName(u"paribusRefusal"_s);
    column->addWidget(m_summary);
    column->addWidget(m_refusal);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(12);
    column->addLayout(m_rows);
    retranslate();
}

void PlanParibus::refresh()
{
    const auto differences = models::armDifferences(m_document->reading().plan);
    m_refusal->hide();
    // A fresh list each time: rows are few, and their buttons name the key.
    if (m_list) {
        m_list->hide();
        m_list->deleteLater();
    }
    m_list = new QWidget(this);
    auto* list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(12);
    m_rows->addWidget(m_list);
    for (const auto& difference : differences)
        addRow(difference);
    const auto undeclared = std::ranges::find(differences, false, &ArmDifference::intended);
    const auto count = static_cast<int>(differences.size());
    if (undeclared != differences.end())
        m_summary->setMessage(
            Tone::Warning, tr("%n difference(s) – %1 was not declared", nullptr, count).arg(undeclared->key));
    else if (count > 0)
        m_summary->setMessage(Tone::Good, tr("%n intended difference(s)", nullptr, count));
    else if (m_document->count(u"arm"_s) > 1)
        m_summary->setMessage(Tone::Info, tr("No difference: equal arms show the noise floor"));
    else
        m_summary->setMessage(Tone::Neutral, tr("Nothing to compare yet"));
}

void PlanParibus::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void PlanParibus::addRow(const ArmDifference& difference)
{
    auto* text = new ToneLabel(m_list);
    QStringList lines { difference.key };
    const auto& arms = m_document->reading().plan.arms;
    for (qsizetype i = 0; i < difference.values.size(); ++i)
        lines += u"    %1: %2"_s.arg(arms[static_cast<std::size_t>(i)].name, difference.values[i]);
    text->setMessage(difference.intended ? Tone::Good : Tone::Warning, lines.join(u'\n'));
    m_list->layout()->addWidget(text);
    if (difference.intended || m_readOnly)
        return;
    auto* buttons = new QWidget(m_list);
    auto* flow = new widgets::FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(8);
    auto* declare = new QPushButton(tr("Declare as factor"), buttons);
    declare->setObjectName(QString(u"declare."_s + difference.key));
    auto* equal = new QPushButton(tr("Make equal"), buttons);
    equal->setObjectName(QString(u"equal."_s + difference.key));
    flow->addWidget(declare);
    flow->addWidget(equal);
    m_list->layout()->addWidget(buttons);
    const auto key = difference.key;
    connect(declare, &QPushButton::clicked, m_document, [this, key] { told(m_document->declareFactor(key)); });
    connect(equal, &QPushButton::clicked, m_document, [this, key] { told(m_document->makeEqual(key)); });
}

void PlanParibus::told(bool written)
{
    if (!written)
        m_refusal->setMessage(Tone::Bad, PlanField::refusal());
}

void PlanParibus::retranslate()
{
    m_title->setText(tr("All else equal"));
    refresh();
}

void PlanParibus::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
