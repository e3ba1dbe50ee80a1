// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultsimported.h"

#include "app/models/importedwords.h"
#include "widgets/shell/banner.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

ResultsImported::ResultsImported(QWidget* parent)
    : ResultsTab(parent)
    , m_mark(new widgets::Banner(this))
    , m_sentence(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_failureTitle(new QLabel(this))
    , m_figures(newTable(&m_figureRows, u"importedTable"_s, this))
    , m_failures(newTable(&m_failureRows, u"failureTable"_s, this))
{
    m_mark->setObjectName(u"importedMark"_s);
    m_sentence->setObjectName(u"importedSentence"_s);
    m_notes->setObjectName(u"importedNotes"_s);
    auto large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_sentence->setFont(large);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_mark);
    for (auto* const label : { m_sentence, m_notes }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    m_figures->horizontalHeader()->setStretchLastSection(false); // its last column is a number like the others
    column->addWidget(m_figures, 3);
    column->addWidget(m_failureTitle);
    column->addWidget(m_failures, 2);
    retranslate();
}

void ResultsImported::retranslate()
{
    m_figures->setAccessibleName(tr("Figures"));
    m_failures->setAccessibleName(tr("Failed requests"));
    m_failureTitle->setText(tr("Failed requests, in the words of the tool"));
}

void ResultsImported::refresh()
{
    if (!experiment().imported)
        return;
    const auto& run = *experiment().imported;
    m_mark->setMessage(widgets::Tone::Warning, models::importedMark(run));
    m_sentence->setText(models::importedSentence(run));
    m_notes->setText(models::importedNotes(run).join(u'\n'));
    m_figureRows.setTable(models::importedTable(run));
    m_failureRows.setTable(models::failureTable(run));
    m_failureTitle->setVisible(!run.failures.empty());
    m_failures->setVisible(!run.failures.empty());
}

} // namespace ceteris::pages
