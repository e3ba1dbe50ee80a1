// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictreading.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

stats::Verdict verdictOf(const QString& name)
{
    using stats::Verdict;
    constexpr std::array all { Verdict::Pilot, Verdict::Better, Verdict::Worse, Verdict::Equivalent, Verdict::Different,
        Verdict::Inconclusive, Verdict::NotComparable };
    for (const auto verdict : all)
        if (name == QLatin1StringView(stats::name(verdict).data()))
            return verdict;
    return Verdict::NotComparable;
}

std::optional<stats::Interval> intervalOf(const QJsonValue& json)
{
    const auto ends = json.toArray();
    if (ends.size() != 2)
        return std::nullopt;
    return stats::Interval { ends[0].toDouble(), ends[1].toDouble() };
}

std::optional<double> numberOf(const QJsonValue& json)
{
    return json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
}

QStringList textsOf(const QJsonValue& json)
{
    QStringList texts;
    for (const auto& text : json.toArray())
        texts += text.toString();
    return texts;
}

results::ErrorRate rateOf(const QJsonObject& json)
{
    const auto count = [&json](const QString& key) { return static_cast<std::uint64_t>(json[key].toInteger()); };
    return { { count(u"errors"_s), count(u"sent"_s) }, intervalOf(json[u"interval"_s]).value_or(stats::Interval {}) };
}

stats::Paired pairedOf(const QJsonObject& json)
{
    stats::Paired paired;
    paired.blocks = json[u"blocks"_s].toInt();
    paired.ratio = json[u"ratio"_s].toDouble(1);
    paired.interval = intervalOf(json[u"interval"_s]);
    return paired;
}

void readContext(const QJsonObject& json, results::Comparison& it)
{
    if (const auto more = json[u"with_void_blocks"_s].toObject(); !more.isEmpty())
        it.withVoided
            = results::WithVoided { pairedOf(more), { verdictOf(more[u"verdict"_s].toString()), false, false } };
    if (const auto floor = json[u"noise_floor"_s].toObject(); !floor.isEmpty())
        it.noiseFloor = results::NoiseFloor { floor[u"ratio"_s].toDouble(1), intervalOf(floor[u"interval"_s]) };
    if (json.contains(u"arm_errors"_s)) {
        it.errors = results::ErrorRates { rateOf(json[u"arm_errors"_s].toObject()),
            rateOf(json[u"control_errors"_s].toObject()), std::nullopt, std::nullopt, 0, 0 };
        if (json[u"ratio"_s].isDouble())
            it.errors->ratio = json[u"ratio"_s].toDouble();
    }
}

results::Comparison comparisonOf(const QJsonObject& json)
{
    results::Comparison it;
    it.level = json[u"level"_s].toString();
    it.operation = json[u"operation"_s].toString();
    it.metric = json[u"metric"_s].toString();
    it.arm = json[u"arm"_s].toString();
    it.control = json[u"control"_s].toString();
    it.planned = json[u"blocks_planned"_s].toInt();
    it.voided = json[u"blocks_void"_s].toInt();
    it.paired = pairedOf(json);
    it.armTypical = numberOf(json[u"arm_typical"_s]);
    it.controlTypical = numberOf(json[u"control_typical"_s]);
    it.confidence = json[u"confidence"_s].toDouble(0.95);
    it.band = json[u"band"_s].toDouble(0.05);
    it.decision = { verdictOf(json[u"verdict"_s].toString()), false, false };
    it.reason = json[u"reason"_s].toString();
    it.notes = textsOf(json[u"notes"_s]);
    it.sentence = json[u"sentence"_s].toString();
    readContext(json, it);
    return it;
}

void add(std::vector<results::Comparison>& all, const QJsonValue& array, bool primary, bool isTwin)
{
    for (const auto& value : array.toArray()) {
        all.push_back(comparisonOf(value.toObject()));
        all.back().primary = primary;
        all.back().isTwin = isTwin;
    }
}

QStringList sentencesOf(const QJsonValue& array)
{
    QStringList sentences;
    for (const auto& value : array.toArray())
        sentences += value.toObject()[u"sentence"_s].toString();
    return sentences;
}

} // namespace

Verdict verdictFrom(const QJsonObject& json)
{
    Verdict verdict;
    verdict.scope = json[u"scope"_s].toString();
    verdict.blocksValid = json[u"blocks_valid"_s].toInt();
    verdict.blocksVoid = json[u"blocks_void"_s].toInt();
    verdict.marks = json[u"marks"_s].toInt();
    add(verdict.comparisons, json[u"primary"_s], true, false);
    add(verdict.comparisons, json[u"exploratory"_s], false, false);
    add(verdict.comparisons, json[u"control_against_itself"_s], false, true);
    for (const auto& value : json[u"objections"_s].toArray()) {
        const auto it = value.toObject();
        verdict.objections.push_back({ it[u"text"_s].toString(), it[u"refuses"_s].toBool() });
    }
    verdict.oracle = sentencesOf(json[u"oracle"_s]);
    verdict.loadDependence = sentencesOf(json[u"load_dependence"_s]);
    verdict.drifts = results::orderDriftsFrom(json[u"order_drift"_s].toArray());
    return verdict;
}

} // namespace ceteris::models
