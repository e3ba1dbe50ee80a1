// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/charttexts.h"

#include "app/models/enginetext.h"
#include "app/models/experimentwords.h"
#include "app/models/figures.h"
#include "app/models/livewords.h"
#include "app/models/trialvalues.h"
#include "app/pages/livetext.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

widgets::Axis latencyAxis()
{
    widgets::Axis axis;
    axis.title = LiveText::tr("Response time");
    axis.logarithmic = true;
    axis.text = [](double us) { return models::latencyText(us); };
    return axis;
}

widgets::Axis latencyAxis(double lowUs, double highUs)
{
    auto axis = latencyAxis();
    const auto decade = [](double value) { return std::pow(10, std::floor(std::log10(value))); };
    const double below = decade(lowUs), above = decade(highUs);
    axis.low = lowUs < 3 * below ? below : 3 * below;
    axis.high = highUs <= above ? above : highUs <= 3 * above ? 3 * above : 10 * above;
    return axis;
}

widgets::Axis axisOf(const QString& metric)
{
    widgets::Axis axis;
    axis.title = models::metricText(metric);
    axis.text = [metric](double value) { return models::metricValueText(metric, value); };
    return axis;
}

widgets::Estimate estimateOf(const models::Experiment& experiment, const results::Comparison& it, bool withVoided)
{
    auto shown = it;
    if (withVoided && it.withVoided) {
        shown.paired = it.withVoided->paired;
        shown.decision = it.withVoided->decision;
    }
    widgets::Estimate row;
    row.label = models::measureText(experiment.results.plan, { it.level, it.operation, it.metric });
    if (experiment.results.plan.arms.size() > 2)
        row.label = it.arm + u" · " + row.label;
    row.ratio = shown.paired.ratio;
    if (shown.paired.interval) {
        row.low = shown.paired.interval->low;
        row.high = shown.paired.interval->high;
    }
    row.band = it.band;
    row.arm = experiment.armIndex(it.arm);
    row.registered = it.primary;
    row.text = models::effectText(shown);
    row.word = models::directionText(shown);
    if (!row.word.isEmpty())
        row.tone = models::isBetter(shown) ? widgets::Tone::Good : widgets::Tone::Bad;
    return row;
}

QString withVoidedText(const results::Comparison& it)
{
    const auto& more = *it.withVoided;
    auto shown = it;
    shown.paired = more.paired;
    return LiveText::tr("With the void blocks put back (%1 blocks): %2, %3 %4 of %5 against %6.")
        .arg(more.paired.blocks)
        .arg(models::verdictText(more.decision.verdict), models::metricText(it.metric), models::effectText(shown),
            it.arm, it.control);
}

widgets::PercentileLine lineOf(const QString& name, const models::LatencyCurve& curve, int arm, bool thin)
{
    widgets::PercentileLine line;
    line.name = name;
    for (const auto& point : curve.points)
        line.points.append({ point.x(), point.y() });
    line.arm = arm;
    line.thin = thin;
    return line;
}

QString trialText(const models::TrialKey& key)
{
    QString text
        = LiveText::tr("Trial %1 · block %2 · %3").arg(key.trial).arg(key.block).arg(armText(key.arm, key.armName));
    return key.reason.isEmpty() ? text : QString(text + u'\n' + models::engineText(key.reason));
}

QString tooFewText(const QString& metric)
{
    return metric.startsWith(u"response_")
        ? LiveText::tr("Not shown: a percentile needs 50 requests beyond it, and no trial had so many.")
        : LiveText::tr("Not measured in any trial.");
}

QList<widgets::Phase> phasesOf(const models::TrialTimeline& timeline, const QString& contaminated, double origin)
{
    QList<widgets::Phase> phases;
    for (const auto& it : timeline.phases)
        phases.append({ it.from - origin, it.to - origin, models::phaseText(it.name), it.name == u"measure",
            it.name == u"measure" ? contaminated : QString() });
    return phases;
}

QList<widgets::ChartEvent> eventsOf(const models::TrialTimeline& timeline, double origin)
{
    QList<widgets::ChartEvent> events;
    for (const auto& it : timeline.events) {
        widgets::ChartEvent event;
        event.x = it.atS - origin;
        event.text = it.text;
        event.tone = it.kind == u"error" ? widgets::Tone::Bad : widgets::Tone::Warning;
        events.append(event);
    }
    return events;
}

QString armText(int arm, const QString& name)
{
    return models::letterOf(arm) + u" · " + name;
}

} // namespace ceteris::pages
