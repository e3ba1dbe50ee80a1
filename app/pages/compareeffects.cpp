// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/compareeffects.h"

#include "app/models/experimentwords.h"
#include "app/pages/charttexts.h"
#include "app/results/wordforms.h"
#include "widgets/chart/dotplot.h"
#include "widgets/chart/effectplot.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

int styleOf(const QList<models::Side>& sides, qsizetype side)
{
    return models::sameExperiment(sides) ? sides[side].arm : static_cast<int>(side);
}

CompareEffects::CompareEffects(QWidget* parent)
    : QWidget(parent)
    , m_measure(new QComboBox(this))
    , m_dots(new widgets::DotPlot(this))
    , m_effects(new widgets::EffectPlot(this))
{
    m_measure->setObjectName(u"compareMeasure"_s);
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_dots->setObjectName(u"compareDots"_s);
    m_effects->setObjectName(u"compareEffects"_s);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_measure, 0, Qt::AlignLeft);
    column->addWidget(m_dots, 3);
    column->addWidget(m_effects, 2);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        showDots();
        if (const auto index = m_measure->currentIndex(); index >= 0)
            emit measureChanged(m_metrics[static_cast<std::size_t>(index)].measure);
    });
    retranslate();
}

void CompareEffects::retranslate()
{
    m_measure->setAccessibleName(tr("Metric"));
    m_dots->setTitle(tr("Each trial"));
    m_effects->setTitle(tr("Ratio to A"));
    m_effects->setAxisTitle(tr("ratio to A"));
}

void CompareEffects::setSides(const QList<models::Side>& sides, const std::vector<models::SideMetric>& metrics)
{
    m_sides = sides;
    m_metrics = metrics;
    {
        const QSignalBlocker quiet(m_measure);
        const auto before = m_measure->currentText();
        m_measure->clear();
        for (const auto& it : metrics)
            m_measure->addItem(models::measureText(sides.front().experiment->results.plan, it.measure));
        m_measure->setCurrentIndex(std::max(0, m_measure->findText(before)));
    }
    showDots();
    showEffects();
}

void CompareEffects::showDots()
{
    const auto index = m_measure->currentIndex();
    if (index < 0)
        return;
    const auto& metric = m_metrics[static_cast<std::size_t>(index)];
    const bool paired = models::sameExperiment(m_sides);
    QList<widgets::Dot> dots;
    QList<widgets::DotGroup> groups;
    for (qsizetype i = 0; i < m_sides.size(); ++i) {
        const auto side = static_cast<std::size_t>(i);
        groups.append(
            { models::sideText(m_sides, static_cast<int>(i)), metric.typical[side], std::nullopt, std::nullopt });
        for (const auto& it : models::valuesOf(*m_sides[i].experiment, metric.measure))
            if (it.key.arm == m_sides[i].arm)
                dots.append({ static_cast<int>(i), it.value, styleOf(m_sides, i), !it.counts,
                    paired && it.counts ? it.key.block : 0, trialText(it.key) });
    }
    m_dots->setAxis(axisOf(metric.measure.metric));
    m_dots->setData(dots, groups);
    m_dots->setMessage(dots.isEmpty() ? tooFewText(metric.measure.metric) : QString());
    m_dots->setCaption(paired
            ? tr("mark: typical trial (geometric mean); lines join the trials of a block; hollow: excluded")
            : tr("mark: typical trial (geometric mean); different experiments, so no pairs; hollow: excluded"));
}

void CompareEffects::showEffects()
{
    QList<widgets::Estimate> rows;
    for (const auto& metric : m_metrics) {
        for (std::size_t side = 1; side < metric.effects.size(); ++side) {
            const auto& effect = metric.effects[side];
            if (!effect)
                continue;
            widgets::Estimate row;
            const QString name = models::measureText(m_sides.front().experiment->results.plan, metric.measure);
            row.label = m_sides.size() > 2 ? QString(models::letterOf(static_cast<int>(side)) + u" · " + name) : name;
            row.ratio = effect->ratio;
            if (effect->interval) {
                row.low = effect->interval->low;
                row.high = effect->interval->high;
            }
            row.band = metric.band;
            row.arm = styleOf(m_sides, static_cast<qsizetype>(side));
            row.registered = metric.registered;
            row.text = u"× "_s + results::factor(effect->ratio);
            if (effect->interval)
                row.text += u" (%1 … %2)"_s.arg(
                    results::factor(effect->interval->low), results::factor(effect->interval->high));
            row.word = models::practicalText(metric, *effect);
            rows.append(row);
        }
    }
    m_effects->setRows(rows);
    m_effects->setMessage(rows.isEmpty() ? tr("No metric was measured often enough on both sides.") : QString());
    m_effects->setCaption(models::sameExperiment(m_sides)
            ? tr("95 % CI, paired by block; shaded: the smallest difference that matters")
            : tr("points only: trials of different experiments are no pairs, so there is no interval"));
}

void CompareEffects::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ceteris::pages
