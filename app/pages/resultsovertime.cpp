// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultsovertime.h"

#include "app/models/experimentwords.h"
#include "app/models/importedwords.h"
#include "app/pages/charttexts.h"
#include "app/pages/triallines.h"
#include "widgets/chart/cursorlink.h"
#include "widgets/chart/heatmap.h"
#include "widgets/chart/timechart.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

ResultsOverTime::ResultsOverTime(QWidget* parent)
    : ResultsTab(parent)
    , m_trial(new QComboBox(this))
    , m_operation(new QComboBox(this))
    , m_before(new QToolButton(this))
    , m_after(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_latency(new widgets::TimeChart(this))
    , m_throughput(new widgets::TimeChart(this))
    , m_cpu(new widgets::TimeChart(this))
    , m_memory(new widgets::TimeChart(this))
    , m_heat(new widgets::HeatMap(this))
    , m_link(new widgets::CursorLink(this))
{
    m_trial->setObjectName(u"timeTrial"_s);
    m_trial->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_operation->setObjectName(u"timeOperation"_s);
    m_operation->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_before->setArrowType(Qt::LeftArrow);
    m_after->setArrowType(Qt::RightArrow);
    setupCharts();
    setupLayout();
    connect(m_trial, &QComboBox::currentIndexChanged, this, &ResultsOverTime::load);
    connect(m_operation, &QComboBox::currentIndexChanged, this, &ResultsOverTime::load);
    connect(m_before, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { step(1); });
    retranslate();
}

void ResultsOverTime::setupCharts()
{
    m_latency->setObjectName(u"timeLatency"_s);
    m_throughput->setObjectName(u"timeThroughput"_s);
    m_cpu->setObjectName(u"timeCpu"_s);
    m_memory->setObjectName(u"timeMemory"_s);
    m_heat->setObjectName(u"timeHeat"_s);
    for (auto* const chart : { m_latency, m_throughput, m_cpu, m_memory })
        m_link->add(chart);
}

void ResultsOverTime::setupLayout()
{
    auto* const top = new QHBoxLayout;
    top->addWidget(m_before);
    top->addWidget(m_trial);
    top->addWidget(m_after);
    top->addWidget(m_operation);
    top->addWidget(m_note, 1);
    m_note->setWordWrap(true);
    auto* const grid = new QGridLayout(this);
    grid->addLayout(top, 0, 0, 1, 2);
    grid->addWidget(m_latency, 1, 0);
    grid->addWidget(m_throughput, 1, 1);
    grid->addWidget(m_cpu, 2, 0);
    grid->addWidget(m_memory, 2, 1);
    grid->addWidget(m_heat, 3, 0, 1, 2);
    for (int row = 1; row <= 3; ++row)
        grid->setRowStretch(row, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void ResultsOverTime::retranslate()
{
    m_trial->setAccessibleName(tr("Trial"));
    m_operation->setAccessibleName(tr("Operation"));
    m_before->setToolTip(tr("The trial before"));
    m_before->setAccessibleName(tr("The trial before"));
    m_after->setToolTip(tr("The next trial"));
    m_after->setAccessibleName(tr("The next trial"));
    m_latency->setTitle(tr("Response time"));
    m_throughput->setTitle(tr("Throughput"));
    m_cpu->setTitle(tr("CPU"));
    m_memory->setTitle(tr("Memory"));
    m_heat->setTitle(tr("Response time, number of requests"));
}

void ResultsOverTime::refresh()
{
    const QSignalBlocker quietTrial(m_trial), quietOperation(m_operation);
    const int trial = m_wanted > 0 ? m_wanted : m_trial->currentData().toInt();
    const QString before = operation().isEmpty() ? experiment().results.plan.decision.operation : operation();
    m_trial->clear();
    for (const auto& key : experiment().trials)
        m_trial->addItem(
            u"%1 · %2 · %3"_s.arg(QString::number(key.trial), armText(key.arm, key.armName), key.level), key.trial);
    m_trial->setCurrentIndex(std::max(0, m_trial->findData(trial)));
    m_operation->clear();
    const auto names = experiment().operations();
    for (const auto& name : names)
        m_operation->addItem(models::operationText(name), name);
    m_operation->setCurrentIndex(std::max(0, m_operation->findData(before)));
    m_wanted = 0;
    load();
}

void ResultsOverTime::showTrial(int trial)
{
    m_wanted = trial;
    if (const int row = m_trial->findData(trial); row >= 0)
        m_trial->setCurrentIndex(row);
}

void ResultsOverTime::step(int by)
{
    m_trial->setCurrentIndex(std::clamp(m_trial->currentIndex() + by, 0, std::max(0, m_trial->count() - 1)));
}

QString ResultsOverTime::operation() const
{
    return m_operation->currentData().toString();
}

const models::TrialKey* ResultsOverTime::chosen() const
{
    const auto& all = experiment().trials;
    const auto found = std::ranges::find(all, m_trial->currentData().toInt(), &models::TrialKey::trial);
    return found == all.end() ? nullptr : &*found;
}

void ResultsOverTime::load()
{
    const auto* const key = shared() ? chosen() : nullptr;
    m_before->setEnabled(m_trial->currentIndex() > 0);
    m_after->setEnabled(m_trial->currentIndex() + 1 < m_trial->count());
    if (!key) {
        m_note->setText(tr("No trial is finished yet."));
        return;
    }
    m_note->setText(tr("Reading …"));
    m_reading.run(
        [folder = experiment().path(), trial = key->trial, name = operation()] {
            return Trial { models::readTimeline(folder, trial), models::readSeconds(folder, { trial }, name) };
        },
        [this, all = shared()](const Trial& trial) {
            if (all != shared()) // another experiment was chosen; its own reading follows
                return;
            draw(trial);
            emit loaded();
        });
}

void ResultsOverTime::draw(const Trial& trial)
{
    const auto* const key = chosen();
    if (!key)
        return;
    m_note->setText(experiment().imported ? models::momentText(*experiment().imported) : key->reason);
    const QString contaminated = key->status == u"void" ? key->reason : QString();
    m_link->setRange(0, trial.timeline.length());
    for (auto* const chart : { m_latency, m_throughput, m_cpu, m_memory }) {
        chart->setPhases(phasesOf(trial.timeline, contaminated));
        chart->setEvents(eventsOf(trial.timeline));
        chart->setMessage({});
    }
    drawLatency(trial, key->arm);
    const auto cpu = cpuLines(trial.timeline, key->arm);
    m_cpu->setAxis(cpuAxis(cpu));
    m_cpu->setLines(cpu);
    if (cpu.isEmpty())
        m_cpu->setMessage(tr("Not measured in this trial."));
    m_memory->setAxis(memoryAxis());
    const auto memory = memoryLines(trial.timeline, key->arm);
    m_memory->setLines(memory);
    if (memory.isEmpty())
        m_memory->setMessage(experiment().imported
                ? tr("Not measured in this trial.")
                : tr("Not measured: this arm is a service that Ceteris did not start."));
}

void ResultsOverTime::drawLatency(const Trial& trial, int arm)
{
    const auto& timeline = trial.timeline;
    const auto lines = latencyLines(timeline, operation(), arm);
    auto axis = latencyAxis();
    const auto& imported = experiment().imported;
    axis.title = imported ? models::momentText(*imported) : tr("successful requests, each second");
    m_latency->setAxis(axis);
    m_latency->setLines(lines);
    m_latency->setBands(latencyBand(timeline, operation(), arm));
    m_throughput->setAxis(rateAxis());
    const auto rates = throughputLines(timeline, operation(), arm);
    m_throughput->setLines(rates);
    m_throughput->setErrors(pointsOf(timeline, u"failures_per_s."_s + operation()));
    m_heat->setAxis(latencyAxis());
    m_heat->setRange(0, timeline.length());
    m_heat->setCells(cellsOf(trial.seconds));
    const QString none = tr("No request of this operation was answered in this trial.");
    const QString why = imported ? models::whyNoPercentiles(*imported) : QString();
    const bool noRates = imported ? rates.isEmpty() : lines.isEmpty();
    m_latency->setMessage(!lines.isEmpty() ? QString() : why.isEmpty() ? none : why);
    m_throughput->setMessage(noRates ? none : QString());
    const QString noStream = imported && imported->moment != results::Moment::Second ? models::whyNoHistogram(*imported)
        : lines.isEmpty()                                                            ? none
                          : tr("The stream of this trial is not there.");
    m_heat->setMessage(trial.seconds.empty() ? noStream : QString());
}

} // namespace ceteris::pages
