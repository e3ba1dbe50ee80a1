// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/comparison.h"
#include "app/results/loaddependence.h"
#include "app/results/objections.h"
#include "app/results/oraclesummary.h"
#include "app/results/orderdrift.h"
#include "app/results/wordforms.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QJsonValue toJson(const std::optional<stats::Interval>& interval)
{
    return interval ? QJsonValue(QJsonArray { interval->low, interval->high }) : QJsonValue();
}

QJsonValue toJson(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject toJson(const ErrorRate& rate)
{
    return { { u"errors"_s, static_cast<qint64>(rate.count.events) },
        { u"sent"_s, static_cast<qint64>(rate.count.total) }, { u"interval"_s, toJson(std::optional(rate.interval)) } };
}

QJsonValue ratioOf(const Comparison& it)
{
    if (it.errors)
        return it.errors->ratio ? QJsonValue(*it.errors->ratio) : QJsonValue();
    return it.paired.blocks > 0 ? QJsonValue(it.paired.ratio) : QJsonValue();
}

QString nameOf(stats::Verdict verdict)
{
    return QString::fromLatin1(stats::name(verdict).data());
}

QJsonObject toJson(const Comparison& it)
{
    QJsonObject json { { u"level"_s, it.level }, { u"operation"_s, it.operation }, { u"metric"_s, it.metric },
        { u"arm"_s, it.arm }, { u"control"_s, it.control },
        { u"verdict"_s, it.isTwin ? QJsonValue() : QJsonValue(nameOf(it.decision.verdict)) },
        { u"ratio"_s, ratioOf(it) }, { u"interval"_s, toJson(it.paired.interval) }, { u"confidence"_s, it.confidence },
        { u"arm_typical"_s, toJson(it.armTypical) }, { u"control_typical"_s, toJson(it.controlTypical) },
        { u"blocks"_s, it.paired.blocks }, { u"blocks_planned"_s, it.planned }, { u"blocks_void"_s, it.voided },
        { u"band"_s, it.band }, { u"reason"_s, it.reason }, { u"notes"_s, QJsonArray::fromStringList(it.notes) },
        { u"sentence"_s, it.sentence } };
    if (it.withVoided)
        json[u"with_void_blocks"_s] = QJsonObject { { u"verdict"_s, nameOf(it.withVoided->decision.verdict) },
            { u"ratio"_s, it.withVoided->paired.ratio }, { u"interval"_s, toJson(it.withVoided->paired.interval) },
            { u"blocks"_s, it.withVoided->paired.blocks } };
    if (it.noiseFloor)
        json[u"noise_floor"_s]
            = QJsonObject { { u"ratio"_s, it.noiseFloor->ratio }, { u"interval"_s, toJson(it.noiseFloor->interval) } };
    if (it.errors) {
        json[u"arm_errors"_s] = toJson(it.errors->arm);
        json[u"control_errors"_s] = toJson(it.errors->control);
    }
    return json;
}

QJsonArray toJson(const std::vector<Objection>& objections)
{
    QJsonArray array;
    for (const auto& it : objections)
        array.append(QJsonObject { { u"text"_s, it.text }, { u"refuses"_s, it.refuses } });
    return array;
}

// The disturbed trials of each void block, with what disturbed them.
QJsonArray voidedBlocks(const std::vector<TrialRow>& trials)
{
    std::map<int, std::map<int, const TrialRow*>> blocks; // by block and trial
    for (const auto& row : trials)
        if (row.status == u"void")
            blocks[row.block][row.trial] = &row;
    QJsonArray array;
    for (const auto& [block, disturbed] : blocks) {
        QJsonArray reasons;
        for (const auto& [trial, row] : disturbed)
            reasons.append(QJsonObject { { u"trial"_s, trial }, { u"arm"_s, row->arm }, { u"level"_s, row->level },
                { u"reason"_s, row->reason } });
        array.append(QJsonObject { { u"block"_s, block }, { u"trials"_s, reasons } });
    }
    return array;
}

// For what the verdict holds, in one line.
QString scopeOf(const plan::Plan& plan, const Fates& fates, const std::vector<Comparison>& comparisons)
{
    QString text = Text::tr("%1 valid and %2 void blocks; warm-up %3, measured %4; %5, %6")
                       .arg(QString::number(fates.valid.size()), QString::number(fates.voided.size()),
                           seconds(plan.phases.warmupS), seconds(plan.phases.measureS),
                           plan.levels[plan::decisionLevel(plan)].name, operationWord(plan.decision.operation));
    const auto primary = std::ranges::find_if(comparisons, &Comparison::primary);
    if (primary != comparisons.end() && primary->noiseFloor)
        text = Text::tr("%1; noise floor %2").arg(text, percent(primary->noiseFloor->ratio - 1));
    return Text::tr("%1; this machine, these versions, this load").arg(text);
}

} // namespace

QJsonObject verdictJson(const plan::Plan& plan, const std::vector<TrialRow>& trials,
    const std::vector<CheckRow>& checks, const std::vector<Comparison>& comparisons)
{
    QJsonArray primary;
    QJsonArray exploratory;
    QJsonArray twins;
    for (const auto& it : comparisons)
        (it.isTwin ? twins : it.primary ? primary : exploratory).append(toJson(it));
    const auto fates = fatesOf(plan, trials);
    return { { u"format"_s, 1 }, { u"experiment"_s, plan.name }, { u"question"_s, plan.question },
        { u"scope"_s, scopeOf(plan, fates, comparisons) }, { u"blocks_valid"_s, static_cast<int>(fates.valid.size()) },
        { u"blocks_void"_s, static_cast<int>(fates.voided.size()) }, { u"warmup_s"_s, plan.phases.warmupS },
        { u"measure_s"_s, plan.phases.measureS }, { u"level"_s, plan.levels[plan::decisionLevel(plan)].name },
        { u"operation"_s, plan.decision.operation }, { u"metric"_s, plan.decision.metric },
        { u"objections"_s, toJson(objections(plan, trials, checks)) }, { u"void_blocks"_s, voidedBlocks(trials) },
        { u"oracle"_s, oracleJson(oracleSummaries(plan, checks)) },
        { u"marks"_s, static_cast<int>(std::ranges::count(checks, Outcome::Mark, &CheckRow::outcome)) },
        { u"primary"_s, primary },
        { u"load_dependence"_s, loadDependenceJson(loadDependence(plan, trials, comparisons)) },
        { u"order_drift"_s, orderDriftJson(orderDrifts(plan, trials)) }, { u"control_against_itself"_s, twins },
        { u"exploratory"_s, exploratory } };
}

} // namespace ceteris::results
