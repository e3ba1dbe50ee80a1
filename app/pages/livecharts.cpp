// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livecharts.h"

#include "app/models/livemodel.h"
#include "app/pages/liveinstances.h"
#include "app/pages/livelines.h"
#include "widgets/chart/heatmap.h"
#include "widgets/chart/timechart.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QTabBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

constexpr int roomForSix = 1500; // pixels: three charts beside each other are as wide as two at 1280

} // namespace

LiveCharts::LiveCharts(QWidget* parent)
    : QWidget(parent)
{
    m_plots = new QWidget(this);
    m_grid = new QGridLayout(m_plots);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"liveTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = 0; tab < 3; ++tab)
        m_tabs->addTab({});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_tabs);
    column->addWidget(m_plots, 1);
    setupCharts();
    setupStages();
    connect(m_tabs, &QTabBar::currentChanged, this, &LiveCharts::arrange);
    retranslate();
    arrange();
}

void LiveCharts::setupCharts()
{
    const auto chart = [this](const char* name) {
        auto* made = new widgets::TimeChart(m_plots);
        made->setObjectName(QLatin1StringView(name));
        m_link.add(made);
        return made;
    };
    m_latency = chart("chartLatency");
    m_throughput = chart("chartThroughput");
    m_cpu = chart("chartCpu");
    m_memory = chart("chartMemory");
    m_stages = chart("chartStages");
    m_heat = new widgets::HeatMap(m_plots);
    m_heat->setObjectName(u"chartHeat"_s);
    m_instances = new LiveInstances(m_plots);
    m_link.add(m_instances->chart());
}

void LiveCharts::setupStages()
{
    m_stagesBox = new QWidget(m_plots);
    m_route = new QComboBox(m_stagesBox);
    m_route->setObjectName(u"stagesRoute"_s);
    m_route->addItem(QString(), u"home"_s);
    m_route->addItem(QString(), u"login"_s);
    m_route->addItem(QString(), u"renewal"_s);
    auto* column = new QVBoxLayout(m_stagesBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_route, 0, Qt::AlignLeft);
    column->addWidget(m_stages, 1);
    connect(m_route, &QComboBox::currentIndexChanged, this, [this] {
        if (m_model)
            setStages(*m_model);
    });
}

void LiveCharts::retranslate()
{
    m_tabs->setTabText(0, tr("Over time"));
    m_tabs->setTabText(1, tr("Distribution and stages"));
    m_tabs->setTabText(2, tr("Instances"));
    m_route->setItemText(0, tr("Where the time of a refresh goes"));
    m_route->setItemText(1, tr("Where the time of a login goes"));
    m_route->setItemText(2, tr("Where the time of a renewal goes"));
    m_route->setAccessibleName(tr("Where the time goes"));
    m_latency->setAxis(responseAxis());
    m_heat->setAxis(responseAxis());
    m_throughput->setAxis(throughputAxis());
    m_stages->setAxis(stageAxis());
    if (m_model)
        setFrom(*m_model);
}

// Six charts where there is room, otherwise four, with two behind the second tab; instances have a tab when there are
// several.
void LiveCharts::arrange()
{
    const bool all = width() >= roomForSix;
    m_tabs->setTabVisible(1, !all);
    m_tabs->setTabVisible(2, m_areInstances);
    m_tabs->setVisible(!all || m_areInstances);
    const bool third = m_areInstances && m_tabs->currentIndex() == 2;
    const bool second = !all && m_tabs->currentIndex() == 1;
    const std::array<QWidget*, 4> first { m_latency, m_throughput, m_cpu, m_memory };
    const int columns = all && !third ? 3 : 2;
    for (int i = 0; i < 4; ++i) {
        auto* chart = first[static_cast<std::size_t>(i)];
        chart->setVisible(!second && !third);
        m_grid->addWidget(chart, i / 2, i % 2);
    }
    const bool rest = (all && !third) || second;
    const bool isFresh = (rest && m_stagesBox->isHidden()) || (third && m_instances->isHidden());
    m_heat->setVisible(rest);
    m_stagesBox->setVisible(rest);
    m_instances->setVisible(third);
    m_grid->addWidget(m_heat, 0, all ? 2 : 0);
    m_grid->addWidget(m_stagesBox, all ? 1 : 0, all ? 2 : 1);
    m_grid->addWidget(m_instances, 0, 0, 1, 2);
    for (int i = 0; i < 3; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_grid->setRowStretch(0, 1);
    m_grid->setRowStretch(1, second || third ? 0 : 1);
    if (m_model && isFresh)
        setFrom(*m_model);
}

void LiveCharts::setFrom(const models::LiveModel& model)
{
    m_model = &model;
    if (const bool several = model.series().instances().size() > 1; several != m_areInstances) {
        m_areInstances = several;
        arrange();
    }
    setTimes(model);
    setLatency(model);
    setThroughput(model);
    setCpu(model);
    setMemory(model);
    if (!m_stagesBox->isHidden()) { // what is behind the other tab comes when it is opened
        setStages(model);
        setHeat(model);
    }
    if (!m_instances->isHidden())
        m_instances->setFrom(model);
    setMessages(model);
}

void LiveCharts::setTimes(const models::LiveModel& model)
{
    const auto range = rangeOf(model);
    m_endS = model.series().endS();
    m_link.setRange(range.x(), range.y());
    m_heat->setRange(range.x(), range.y());
    const auto phases = phasesOf(model.state());
    const auto events = eventsOf(model.state());
    const auto phase = model.state().phaseName();
    for (auto* chart : { m_latency, m_throughput, m_cpu, m_memory, m_stages, m_instances->chart() }) {
        chart->setPhases(phases);
        chart->setEvents(events);
        chart->setDimmed(phase == u"warmup");
    }
}

void LiveCharts::setLatency(const models::LiveModel& model)
{
    const auto operation = chartedOperation(model.series());
    m_latency->setTitle(latencyTitle(operation));
    m_heat->setTitle(heatTitle(operation));
    m_latency->setLines(latencyLines(model, operation));
    m_latency->setBands(latencyBands(model, operation));
}

void LiveCharts::setThroughput(const models::LiveModel& model)
{
    const auto errors = model.series().total(models::LiveSeries::Figure::Errors);
    const bool some = std::ranges::any_of(errors, [](const QPointF& it) { return it.y() > 0; });
    m_throughput->setTitle(throughputTitle(some));
    m_throughput->setLines(throughputLines(model));
    m_throughput->setErrors(some ? errors : QList<QPointF>());
}

void LiveCharts::setCpu(const models::LiveModel& model)
{
    const auto lines = cpuLines(model);
    m_cpu->setTitle(tr("CPU by part"));
    m_cpu->setAxis(coresAxis(lines));
    m_cpu->setLines(lines);
}

void LiveCharts::setMemory(const models::LiveModel& model)
{
    m_memory->setAxis(storeAxis(storeUnit(model.series())));
    m_memory->setTitle(memoryTitle(model.series()));
    const auto lines = memoryLines(model);
    m_isMemoryKnown = !lines.isEmpty();
    m_memory->setLines(lines);
}

void LiveCharts::setStages(const models::LiveModel& model)
{
    m_stages->setTitle(tr("Time in the server, by stage"));
    const auto layers = stageLayers(model.series(), m_route->currentData().toString());
    m_areStagesKnown = !layers.isEmpty();
    m_stages->setLayers(layers);
}

void LiveCharts::setHeat(const models::LiveModel& model)
{
    m_heat->setCells(heatCells(model.series(), chartedOperation(model.series())));
}

// No chart is empty without a reason.
void LiveCharts::setMessages(const models::LiveModel& model)
{
    const auto& state = model.state();
    const auto& series = model.series();
    QString message;
    if (state.stalledS > 0)
        message = tr("No samples for %n s", nullptr, static_cast<int>(state.stalledS));
    else if (series.isEmpty())
        message = state.phaseName() == u"restart" ? tr("The server of this arm is being started")
                                                  : tr("No load yet: nothing to measure");
    for (auto* chart : { m_latency, m_throughput, m_cpu })
        chart->setMessage(message);
    m_memory->setMessage(message.isEmpty() && !m_isMemoryKnown ? whyNoMemory(series) : message);
    if (m_stagesBox->isHidden())
        return;
    m_heat->setMessage(message);
    m_stages->setMessage(
        message.isEmpty() && !m_areStagesKnown ? tr("The server has not told where this time goes") : message);
}

void LiveCharts::setCursor(std::optional<double> trialS)
{
    m_link.setCursor(trialS);
}

void LiveCharts::moveCursor(double seconds)
{
    m_link.setCursor(std::clamp(m_link.cursor().value_or(m_endS) + seconds, 0.0, std::max(0.0, m_endS)));
}

void LiveCharts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LiveCharts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
