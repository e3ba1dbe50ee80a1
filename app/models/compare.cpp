// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/compare.h"

#include "app/models/experimentwords.h"
#include "app/results/comparedmetric.h"
#include "app/results/wordforms.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

constexpr int fewestBlocks = 3; // below, an interval would be all there is to see

QString tr(const char* text)
{
    return QCoreApplication::translate("ceteris::models", text);
}

const results::ComparedMetric* metricNamed(const QString& name)
{
    const auto& all = results::comparedMetrics();
    const auto found = std::ranges::find(all, name, &results::ComparedMetric::name);
    return found == all.end() ? nullptr : &*found;
}

// The contrast that the engine made of these two, whichever of them is the control; turned round when it must be.
std::optional<SideEffect> pairedEffect(const Side& first, const Side& other, const Measure& measure)
{
    for (const auto& it : first.experiment->verdict.comparisons) {
        if (Measure { it.level, it.operation, it.metric } != measure || it.errors || it.paired.blocks == 0)
            continue;
        const bool straight = it.control == first.planArm().name && it.arm == other.planArm().name;
        const bool turned = it.arm == first.planArm().name && it.control == other.planArm().name;
        if (!straight && !turned)
            continue;
        SideEffect effect { it.paired.ratio, it.paired.interval, it.confidence, {} };
        if (turned) {
            effect.ratio = 1 / effect.ratio;
            if (effect.interval)
                effect.interval = stats::Interval { 1 / effect.interval->high, 1 / effect.interval->low };
        }
        if (it.decision.verdict == stats::Verdict::NotComparable && !it.reason.isEmpty()) {
            effect.interval.reset();
            effect.why = it.reason;
        } else if (it.paired.blocks < fewestBlocks || !effect.interval) {
            effect.interval.reset();
            effect.why = tr("too few trials for an interval");
        }
        return effect;
    }
    return std::nullopt;
}

SideEffect pointEffect(double first, double other, bool same)
{
    return { other / first, std::nullopt, 0.95,
        same ? tr("only contrasts with the control have an interval")
             : tr("different experiments: their trials are no pairs, so there is no interval") };
}

SideMetric metricOf(const QList<Side>& sides, const Measure& measure)
{
    SideMetric row { measure, {}, {}, {}, {}, 0.05, true, false };
    const auto& plan = sides.front().experiment->results.plan;
    if (const auto* metric = metricNamed(measure.metric)) {
        row.band = plan.decision.bands.*metric->band;
        row.lowerIsBetter = metric->lowerIsBetter;
    }
    row.registered = measure == registeredMeasure(plan);
    for (const auto& side : sides) {
        const auto values = valuesOf(*side.experiment, measure);
        row.typical.push_back(typicalOf(*side.experiment, measure, side.arm));
        const auto count = [&](bool counts) {
            return static_cast<int>(std::ranges::count_if(
                values, [&](const TrialValue& it) { return it.key.arm == side.arm && it.counts == counts; }));
        };
        row.trials.push_back(count(true));
        row.excluded.push_back(count(false));
        row.effects.emplace_back();
        if (row.typical.size() == 1 || !row.typical.front() || !row.typical.back())
            continue;
        const bool same = side.experiment->path() == sides.front().experiment->path();
        if (same)
            row.effects.back() = pairedEffect(sides.front(), side, measure);
        if (!row.effects.back())
            row.effects.back() = pointEffect(*row.typical.front(), *row.typical.back(), same);
    }
    return row;
}

QString changeText(const SideMetric& row, std::size_t side)
{
    const auto delta = *row.typical[side] - *row.typical.front();
    const QString size = metricValueText(row.measure.metric, std::abs(delta));
    return delta == 0 ? size : QString((delta < 0 ? u'−' : u'+') + size);
}

TableRow metricRow(const plan::Plan& plan, const SideMetric& row, std::size_t side)
{
    TableRow line;
    const auto shown = [&](std::size_t index) {
        const auto value = row.typical[index];
        const auto letter = letterOf(static_cast<int>(index));
        if (value)
            return number(metricValueText(row.measure.metric, value), *value);
        return number(
            row.excluded[index] > 0 ? tr("no clean trial in %1").arg(letter) : tr("not measured in %1").arg(letter),
            -1);
    };
    line.cells
        = { cell((row.registered ? u"● "_s : QString()) + measureText(plan, row.measure)), shown(0), shown(side) };
    const auto& effect = row.effects[side];
    if (!effect) {
        line.cells += { cell(u"—"_s), cell(u"—"_s), cell(u"—"_s), cell(QString()) };
        return line;
    }
    line.cells += { number(changeText(row, side), *row.typical[side] - *row.typical.front()),
        number(u"× "_s + results::factor(effect->ratio), effect->ratio),
        number(effect->interval
                ? u"%1 … %2"_s.arg(results::factor(effect->interval->low), results::factor(effect->interval->high))
                : u"—"_s,
            effect->ratio),
        cell(practicalText(row, *effect)) };
    line.tip = effect->why;
    return line;
}

} // namespace

std::vector<SideMetric> metricsOf(const QList<Side>& sides)
{
    std::vector<SideMetric> rows;
    if (sides.isEmpty())
        return rows;
    for (const auto& measure : measuresOf(*sides.front().experiment)) {
        auto row = metricOf(sides, measure);
        if (row.registered || std::ranges::any_of(row.typical, [](const auto& it) { return it.has_value(); }))
            rows.push_back(std::move(row));
    }
    return rows;
}

QString practicalText(const SideMetric& metric, const SideEffect& effect)
{
    if (!effect.interval)
        return tr("no interval");
    const double low = 1 / (1 + metric.band);
    const double high = 1 + metric.band;
    if (low <= effect.interval->low && effect.interval->high <= high)
        return tr("too small to matter");
    if (effect.interval->contains(1))
        return tr("no difference shown");
    const bool isLower = effect.ratio < 1;
    const QString word = isLower == metric.lowerIsBetter ? tr("better") : tr("worse");
    const bool matters = effect.interval->high < low || effect.interval->low > high;
    const QString arrow = isLower ? u"↓ "_s : u"↑ "_s;
    return arrow + (matters ? word : tr("%1, perhaps too little to matter").arg(word));
}

Table metricTable(const QList<Side>& sides, const std::vector<SideMetric>& metrics)
{
    Table table;
    table.headings = { tr("Metric"), u"A"_s, sides.size() == 2 ? u"B"_s : tr("Other"), u"Δ"_s, tr("Ratio"),
        tr("95 % CI"), tr("Practical?") };
    const bool several = sides.size() > 2;
    if (several)
        table.headings.prepend(tr("Side"));
    for (const auto& metric : metrics)
        for (std::size_t side = 1; side < metric.typical.size(); ++side) {
            auto row = metricRow(sides.front().experiment->results.plan, metric, side);
            if (several)
                row.cells.prepend(cell(letterOf(static_cast<int>(side))));
            table.rows.append(row);
        }
    return table;
}

Table differenceTable(const QList<Side>& sides, const std::vector<SideDifference>& differences)
{
    Table table;
    table.headings = { tr("Kind"), tr("Where"), tr("What") };
    for (qsizetype i = 0; i < sides.size(); ++i)
        table.headings += letterOf(static_cast<int>(i));
    table.moodColumn = 0;
    for (const auto& it : differences) {
        TableRow row;
        row.cells = { cell(it.isFactor    ? tr("✔ the factor")
                              : it.spoils ? tr("⚠ not the factor")
                                          : tr("listed")),
            cell(it.area), cell(it.key) };
        for (const auto& value : it.values)
            row.cells.append(cell(value.isEmpty() ? u"—"_s : value));
        row.mood = it.isFactor ? Mood::Good : it.spoils ? Mood::Warning : Mood::Quiet;
        row.tip = it.values.join(u'\n');
        table.rows.append(row);
    }
    return table;
}

bool sameExperiment(const QList<Side>& sides)
{
    return std::ranges::all_of(
        sides, [&](const Side& it) { return it.experiment->path() == sides.front().experiment->path(); });
}

QString sideText(const QList<Side>& sides, int side)
{
    const auto& it = sides[side];
    const QString arm = letterOf(side) + u" · " + it.planArm().name;
    return sameExperiment(sides) ? arm : QString(arm + u" (" + QFileInfo(it.experiment->path()).fileName() + u')');
}

} // namespace ceteris::models
