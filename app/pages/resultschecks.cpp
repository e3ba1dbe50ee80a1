// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultschecks.h"

#include "app/models/enginetext.h"
#include "app/models/experimenttables.h"

#include <QCheckBox>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

enum Sheet { Trials, Preflight, Sessions };

} // namespace

ResultsChecks::ResultsChecks(QWidget* parent)
    : ResultsTab(parent)
    , m_sheets(new QTabWidget(this))
    , m_checks(newTable(&m_checkRows, u"checkTable"_s, this))
    , m_preflight(newTable(&m_preflightRows, u"preflightTable"_s, this))
    , m_violations(newTable(&m_violationRows, u"violationTable"_s, this))
    , m_checkNote(new QLabel(this))
    , m_preflightNote(new QLabel(this))
    , m_oracleNote(new QLabel(this))
    , m_onlyNoted(new QCheckBox(this))
{
    m_sheets->setObjectName(u"checkSheets"_s);
    m_onlyNoted->setObjectName(u"onlyNoted"_s);
    m_onlyNoted->setChecked(true);
    setupTabs();
    connect(m_onlyNoted, &QCheckBox::toggled, this, &ResultsChecks::showChecks);
    retranslate();
}

void ResultsChecks::setupTabs()
{
    m_sheets->setDocumentMode(true);
    m_sheets->addTab(sheet(m_checks, m_checkNote, m_onlyNoted), QString());
    m_sheets->addTab(sheet(m_preflight, m_preflightNote), QString());
    m_sheets->addTab(sheet(m_violations, m_oracleNote), QString());
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_sheets);
}

QWidget* ResultsChecks::sheet(QTableView* table, QLabel* note, QWidget* above)
{
    auto* const page = new QWidget(m_sheets);
    auto* const column = new QVBoxLayout(page);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    if (above)
        column->addWidget(above);
    column->addWidget(note);
    column->addWidget(table, 1);
    return page;
}

void ResultsChecks::retranslate()
{
    m_onlyNoted->setText(tr("Only what was &noted"));
    m_checks->setAccessibleName(tr("Checks"));
    m_preflight->setAccessibleName(tr("Pre-flight"));
    m_violations->setAccessibleName(tr("Violations"));
}

void ResultsChecks::refresh()
{
    showChecks();
    m_preflightRows.setTable(models::preflightTable(experiment()));
    m_preflightNote->setText(experiment().preflight.empty()
            ? tr("This folder holds no pre-flight check.")
            : tr("Asked before the first trial: %1").arg(models::engineText(experiment().evidence)));
    m_violationRows.setTable(models::violationTable(experiment()));
    const auto violations = m_violationRows.rowCount();
    QStringList lines = experiment().verdict.oracle;
    if (violations == 0)
        lines += tr("No user saw a broken promise.");
    m_oracleNote->setText(lines.join(u'\n'));
    m_violations->setVisible(violations > 0);
    m_sheets->setTabText(Preflight, tr("Pre-flight (%1)").arg(experiment().preflight.size()));
    m_sheets->setTabText(Sessions, tr("Sessions (%1 violations)").arg(violations));
}

void ResultsChecks::showChecks()
{
    m_checkRows.setTable(models::checkTable(experiment(), m_onlyNoted->isChecked()));
    const auto& all = experiment().results.checks;
    const auto count
        = [&all](results::Outcome outcome) { return std::ranges::count(all, outcome, &results::CheckRow::outcome); };
    m_checkNote->setText(
        tr("%1 checks of guard, generator, warm-up and sessions: %2 ok, %3 marked, %4 void, %5 not available.")
            .arg(all.size())
            .arg(count(results::Outcome::Ok))
            .arg(count(results::Outcome::Mark))
            .arg(count(results::Outcome::Void))
            .arg(count(results::Outcome::Unavailable)));
    const auto noted = count(results::Outcome::Mark) + count(results::Outcome::Void);
    m_sheets->setTabText(Trials, tr("Trials (%1 noted)").arg(noted));
}

} // namespace ceteris::pages
