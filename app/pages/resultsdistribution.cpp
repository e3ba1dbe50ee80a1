// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultsdistribution.h"

#include "app/models/experimentwords.h"
#include "app/models/figures.h"
#include "app/models/importedwords.h"
#include "app/pages/charttexts.h"
#include "app/pages/triallines.h"
#include "app/results/wordforms.h"
#include "widgets/chart/heatmap.h"
#include "widgets/chart/percentileplot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

ResultsDistribution::ResultsDistribution(QWidget* parent)
    : ResultsTab(parent)
    , m_level(new QComboBox(this))
    , m_operation(new QComboBox(this))
    , m_view(new QComboBox(this))
    , m_withVoided(new QCheckBox(this))
    , m_eachTrial(new QCheckBox(this))
    , m_note(new QLabel(this))
    , m_plot(new widgets::PercentilePlot(this))
    , m_heatRow(new QHBoxLayout)
{
    m_level->setObjectName(u"distributionLevel"_s);
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_operation->setObjectName(u"distributionOperation"_s);
    m_operation->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_view->setObjectName(u"distributionView"_s);
    m_view->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_plot->setObjectName(u"percentilePlot"_s);
    m_eachTrial->setChecked(true);
    setupLayout();
    connect(m_level, &QComboBox::currentIndexChanged, this, &ResultsDistribution::load);
    connect(m_operation, &QComboBox::currentIndexChanged, this, &ResultsDistribution::load);
    connect(m_view, &QComboBox::currentIndexChanged, this,
        [this](int view) { m_plot->setView(static_cast<widgets::PercentilePlot::View>(std::max(0, view))); });
    for (auto* const box : { m_withVoided, m_eachTrial })
        connect(box, &QCheckBox::toggled, this, [this] { drawCurves(m_distribution); });
    retranslate();
}

void ResultsDistribution::setupLayout()
{
    auto* const top = new QHBoxLayout;
    for (auto* const widget :
        std::initializer_list<QWidget*> { m_level, m_operation, m_view, m_eachTrial, m_withVoided })
        top->addWidget(widget);
    top->addStretch(1);
    m_note->setWordWrap(true);
    auto* const column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_plot, 3);
    column->addWidget(m_note);
    column->addLayout(m_heatRow, 2);
}

void ResultsDistribution::retranslate()
{
    m_level->setAccessibleName(tr("Level"));
    m_operation->setAccessibleName(tr("Operation"));
    m_view->setAccessibleName(tr("View"));
    const QSignalBlocker quiet(m_view);
    const int view = std::max(0, m_view->currentIndex());
    m_view->clear();
    m_view->addItems({ tr("Percentiles"), tr("Share below") });
    m_view->setCurrentIndex(view);
    m_eachTrial->setText(tr("&Each trial"));
    m_withVoided->setText(tr("&Show excluded"));
    m_plot->setTitle(tr("All requests of the trials that count"));
}

void ResultsDistribution::refresh()
{
    const QSignalBlocker quietLevel(m_level), quietOperation(m_operation);
    const auto& plan = experiment().results.plan;
    const auto keep = [](const QVariant& before, const QString& otherwise) {
        return before.isValid() ? before.toString() : otherwise;
    };
    const auto level = keep(m_level->currentData(), plan.levels[plan::decisionLevel(plan)].name);
    const auto operation = keep(m_operation->currentData(), plan.decision.operation);
    m_level->clear();
    for (const auto& it : plan.levels)
        m_level->addItem(it.name, it.name);
    m_level->setCurrentIndex(std::max(0, m_level->findData(level)));
    m_operation->clear();
    const auto names = experiment().operations();
    for (const auto& name : names)
        m_operation->addItem(models::operationText(name), name);
    m_operation->setCurrentIndex(std::max(0, m_operation->findData(operation)));
    m_withVoided->setVisible(experiment().verdict.blocksVoid > 0);
    load();
}

void ResultsDistribution::load()
{
    m_note->setText(tr("Reading …"));
    m_reading.run(
        [all = shared(), level = m_level->currentData().toString(), name = m_operation->currentData().toString()] {
            All read { models::readDistribution(*all, level, name), {} };
            for (int arm = 0; arm < static_cast<int>(all->results.plan.arms.size()); ++arm)
                if (!all->results.plan.arms[static_cast<std::size_t>(arm)].isTwin)
                    read.maps.push_back(models::readLatencyMap(*all, level, name, arm));
            return read;
        },
        [this, all = shared()](const All& read) {
            if (all != shared()) // another experiment was chosen, with other arms; its own reading follows
                return;
            draw(read);
            emit loaded();
        });
}

void ResultsDistribution::draw(const All& all)
{
    m_distribution = all.distribution;
    drawCurves(m_distribution);
    drawMaps(all.maps);
}

void ResultsDistribution::drawCurves(const models::Distribution& distribution)
{
    if (!shared())
        return;
    QList<widgets::PercentileLine> lines;
    QStringList notes;
    const bool all = m_withVoided->isChecked();
    for (const auto& [arm, curve] : all ? distribution.armsWithVoided : distribution.arms) {
        const auto& name = experiment().results.plan.arms[static_cast<std::size_t>(arm)].name;
        lines.append(lineOf(armText(arm, name), curve, arm));
        notes += tr("%1: %2 requests, slowest %3")
                     .arg(armText(arm, name), results::grouped(curve.count), models::latencyText(curve.maxUs));
    }
    if (m_eachTrial->isChecked())
        for (const auto& it : distribution.trials)
            if (it.curve.count > 0 && (all || !experiment().isVoidBlock(it.key.block)))
                lines.append(lineOf(trialText(it.key), it.curve, it.key.arm, true));
    m_plot->setAxis(latencyAxis());
    m_plot->setLines(lines);
    m_plot->setMessage(!lines.isEmpty() ? QString()
            : isWithoutHistogram()      ? models::whyNoHistogram(*experiment().imported)
            : distribution.isMissing    ? tr("The histograms of these trials are not there.")
                                        : tr("No trial that counts has answered requests of this operation."));
    notes += tr("Lines end where fewer than 10 requests lie beyond.");
    m_note->setText(notes.join(u"  ·  "_s));
}

bool ResultsDistribution::isWithoutHistogram() const
{
    return experiment().imported && experiment().imported->moment != results::Moment::Second;
}

void ResultsDistribution::drawMaps(const std::vector<models::LatencyMap>& maps)
{
    while (m_heats.size() < static_cast<qsizetype>(maps.size())) {
        m_heats.append(new widgets::HeatMap(this));
        m_heats.back()->setObjectName(u"distributionHeat%1"_s.arg(m_heats.size()));
        m_heatRow->addWidget(m_heats.back(), 1);
    }
    const auto scale = commonScale(maps);
    for (qsizetype i = 0; i < m_heats.size(); ++i) {
        auto* const heat = m_heats[i];
        heat->setVisible(i < static_cast<qsizetype>(maps.size()));
        if (i >= static_cast<qsizetype>(maps.size()))
            continue;
        const auto& map = maps[static_cast<std::size_t>(i)];
        const auto& name = experiment().results.plan.arms[static_cast<std::size_t>(map.arm)].name;
        apply(scale, heat);
        heat->setCells(cellsOf(map.seconds));
        heat->setTitle(tr("%1: requests in %2 of %3 trials")
                           .arg(armText(map.arm, name), QString::number(map.trials), QString::number(map.ofTrials)));
        heat->setMessage(!map.seconds.empty() ? QString()
                : isWithoutHistogram()        ? models::whyNoHistogram(*experiment().imported)
                : map.trials > 0              ? tr("The stream of these trials has no answer of this operation.")
                                              : tr("No trial that counts."));
    }
}

} // namespace ceteris::pages
