// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultstrials.h"

#include "app/models/enginetext.h"
#include "app/models/experimenttables.h"
#include "app/pages/charttexts.h"
#include "app/plan/schedule.h"
#include "app/results/wordforms.h"
#include "widgets/chart/dotplot.h"
#include "widgets/chart/driftplot.h"
#include "widgets/chart/schedulestrip.h"
#include "widgets/input/tonelabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

widgets::SlotState stateOf(const models::Experiment& experiment, const models::TrialKey& key)
{
    if (key.status == u"failed")
        return widgets::SlotState::Failed;
    return experiment.isVoidBlock(key.block) ? widgets::SlotState::Void : widgets::SlotState::Done;
}

// As the drawing has it: what was run, and after it what is still planned.
QList<widgets::Slot> slotsOf(const models::Experiment& experiment)
{
    QList<widgets::Slot> all;
    const auto& plan = experiment.results.plan;
    const auto lengthOf = [&plan](const QString& name) {
        const auto level = std::ranges::find(plan.levels, name, &plan::Level::name);
        return level == plan.levels.end() ? 1.0 : plan::trialSeconds(plan, *level);
    };
    for (const auto& key : experiment.trials)
        all.append({ key.trial, key.block, key.arm, models::letterOf(key.arm), key.level, stateOf(experiment, key),
            lengthOf(key.level), models::engineText(key.reason) });
    if (!models::isUnderWay(experiment.progress))
        return all;
    for (const auto& it : plan::schedule(plan)) {
        const auto& level = plan.levels[static_cast<std::size_t>(it.level)].name;
        if (std::ranges::find(experiment.trials, it.number, &models::TrialKey::trial) == experiment.trials.end())
            all.append({ it.number, it.block, it.arm, models::letterOf(it.arm), level, widgets::SlotState::Planned,
                lengthOf(level), QString() });
    }
    return all;
}

} // namespace

ResultsTrials::ResultsTrials(QWidget* parent)
    : ResultsTab(parent)
    , m_schedule(new widgets::ScheduleStrip(this))
    , m_measure(new QComboBox(this))
    , m_dots(new widgets::DotPlot(this))
    , m_drift(new widgets::DriftPlot(this))
    , m_table(newTable(&m_trials, u"trialTable"_s, this))
    , m_note(new widgets::ToneLabel(this))
    , m_all(new QPushButton(this))
{
    m_schedule->setObjectName(u"resultsSchedule"_s);
    m_measure->setObjectName(u"trialMeasure"_s);
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_dots->setObjectName(u"trialDots"_s);
    m_drift->setObjectName(u"trialDrift"_s);
    m_note->setObjectName(u"omittedTrials"_s);
    m_all->setObjectName(u"showAllTrials"_s);
    setupLayout();
    connect(&m_trials, &models::TableModel::ticked, this, &ResultsTrials::tick);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_omitted.clear();
        showTable();
        showPlots();
    });
    connect(m_measure, &QComboBox::currentIndexChanged, this, &ResultsTrials::showPlots);
    connect(m_schedule, &widgets::ScheduleStrip::trialActivated, this, &ResultsTrials::chooseRow);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex& index) { emit trialActivated(index.data(models::TableModel::IdRole).toInt()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& row) { m_schedule->setCurrent(row.data(models::TableModel::IdRole).toInt()); });
    retranslate();
}

void ResultsTrials::setupLayout()
{
    auto* const plots = new QHBoxLayout;
    plots->addWidget(m_dots, 2);
    plots->addWidget(m_drift, 3);
    auto* const choice = new QHBoxLayout;
    choice->addWidget(m_measure);
    choice->addWidget(m_note, 1);
    choice->addWidget(m_all);
    choice->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_schedule);
    column->addLayout(choice);
    column->addLayout(plots, 3);
    column->addWidget(m_table, 2);
}

void ResultsTrials::retranslate()
{
    m_measure->setAccessibleName(tr("Metric"));
    m_dots->setTitle(tr("Each trial, joined by block"));
    m_drift->setTitle(tr("In the order that they ran"));
    m_table->setAccessibleName(tr("Trials"));
    m_table->setToolTip(tr("Enter shows a trial over time; without its tick it is not in the pictures"));
    m_all->setText(tr("Show &all"));
}

void ResultsTrials::refresh()
{
    if (std::exchange(m_omittedIn, experiment().path()) != experiment().path())
        m_omitted.clear();
    showMeasures();
    showSchedule();
    showPlots();
    showTable();
}

void ResultsTrials::showTable()
{
    auto table = models::trialTable(experiment());
    table.tickColumn = 0;
    for (auto& row : table.rows)
        row.ticked = !m_omitted.contains(row.id);
    m_trials.setTable(std::move(table));
}

void ResultsTrials::tick(int trial, bool on)
{
    on ? (void)m_omitted.remove(trial) : (void)m_omitted.insert(trial);
    showPlots();
}

void ResultsTrials::showOmitted()
{
    const auto count = static_cast<int>(m_omitted.size());
    m_note->setMessage(widgets::Tone::Info,
        count > 0 ? tr("Without %n trial(s), for viewing; the verdict does not change", nullptr, count) : QString());
    m_all->setVisible(count > 0);
}

void ResultsTrials::showMeasures()
{
    const QSignalBlocker quiet(m_measure);
    const auto before = m_measure->currentText();
    m_measures = models::measuresOf(experiment());
    m_measure->clear();
    for (const auto& measure : m_measures)
        m_measure->addItem(models::measureText(experiment().results.plan, measure));
    m_measure->setCurrentIndex(std::max(0, m_measure->findText(before)));
}

void ResultsTrials::showSchedule()
{
    m_schedule->setSlots(slotsOf(experiment()));
}

void ResultsTrials::showPlots()
{
    const auto chosen = m_measure->currentIndex();
    if (chosen < 0)
        return;
    const auto& measure = m_measures[static_cast<std::size_t>(chosen)];
    const auto values = models::valuesOf(experiment(), measure);
    const auto& arms = experiment().results.plan.arms;
    QList<widgets::Dot> dots;
    QList<widgets::DriftPoint> points;
    showOmitted();
    for (const auto& it : values) {
        if (m_omitted.contains(it.key.trial))
            continue;
        const QString text = trialText(it.key);
        dots.append({ it.key.arm, it.value, it.key.arm, !it.counts, it.counts ? it.key.block : 0, text });
        points.append({ it.key.trial, it.value, it.key.arm, !it.counts, text });
    }
    QList<widgets::DotGroup> groups;
    QStringList names;
    for (int arm = 0; arm < static_cast<int>(arms.size()); ++arm) {
        names += armText(arm, arms[static_cast<std::size_t>(arm)].name);
        groups.append({ names.back(), models::typicalOf(experiment(), measure, arm), std::nullopt, std::nullopt });
    }
    const QString empty = values.empty() ? tooFewText(measure.metric) : QString();
    m_dots->setAxis(axisOf(measure.metric));
    m_dots->setData(dots, groups);
    m_dots->setMessage(empty);
    m_dots->setCaption(tr("mark: typical trial; hollow: excluded"));
    m_dots->setToolTip(tr("Typical: the geometric mean over the blocks that count, as in the ratios"));
    m_drift->setAxis(axisOf(measure.metric));
    m_drift->setPoints(points, names);
    m_drift->setMessage(empty);
    m_drift->setCaption(driftText(measure));
}

// What the engine found; a plain line through few points would be a figure of this window's own.
QString ResultsTrials::driftText(const models::Measure& measure) const
{
    QStringList arms;
    for (const auto& it : experiment().verdict.drifts)
        if (models::Measure { it.level, it.operation, it.metric } == measure)
            arms += tr("%1: %2 from trial to trial").arg(it.arm, results::signedPercent(1 + it.perTrial));
    return arms.isEmpty() ? tr("hollow: excluded")
                          : QString(u"⚠ "_s + tr("drifts – %1; hollow: excluded").arg(arms.join(u", "_s)));
}

void ResultsTrials::chooseRow(int trial)
{
    const auto* const model = m_table->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (const auto index = model->index(row, 0); index.data(models::TableModel::IdRole).toInt() == trial)
            m_table->setCurrentIndex(index);
}

} // namespace ceteris::pages
