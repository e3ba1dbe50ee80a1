// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/compare.h"

#include "app/plan/differences.h"
#include "app/plan/read.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

using Facts = std::map<std::pair<QString, QString>, QString>; // by area and key

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    auto text = QString::fromUtf8(QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact));
    return text.mid(1, text.size() - 2);
}

// The plan without its arms, as its text has it: "phases", "measure_s".
void addPlan(const plan::Plan& plan, Facts& facts)
{
    QString section;
    int level = 0;
    for (const auto& bytes : plan::write(plan).split('\n')) {
        const auto line = QString::fromUtf8(bytes).trimmed();
        if (line.startsWith(u'[')) {
            section = line.startsWith(u"[[level") ? u"level[%1]."_s.arg(++level)
                                                  : QString(line).remove(u'[').remove(u']') + u'.';
            continue;
        }
        const auto equals = line.indexOf(u'=');
        if (equals > 0 && !section.startsWith(u"arm"))
            facts[{ u"plan"_s, section + line.left(equals).trimmed() }] = line.mid(equals + 1).trimmed();
    }
}

// What a machine is, not how it was doing.
void addManifest(const QJsonObject& manifest, Facts& facts)
{
    for (const auto& area : { u"host"_s, u"versions"_s, u"cpus"_s }) {
        const auto object = manifest[area].toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (it.key() != u"load_average")
                facts[{ area, it.key() }] = textOf(it.value());
    }
}

bool isBesideThePoint(const QString& area, const QString& key)
{
    static const QSet<QString> listed { u"name"_s, u"question"_s, u"seed"_s, u"blocks"_s, u"twin"_s, u"factor"_s,
        u"format"_s };
    return area == u"plan" && (listed.contains(key) || key.startsWith(u"decision."));
}

void addArms(const QList<Side>& sides, std::vector<SideDifference>& all)
{
    std::map<QString, QStringList> keys;
    const auto& first = sides.front().planArm();
    for (qsizetype i = 1; i < sides.size(); ++i)
        for (const auto& it : plan::differences(sides[i].planArm(), first)) {
            auto& values = keys[it.key];
            values.resize(sides.size(), it.controlValue);
            values[i] = it.value;
        }
    const auto declared = [&](const QString& key) {
        return std::ranges::all_of(
            sides, [&](const Side& it) { return it.experiment->results.plan.factor.contains(key); });
    };
    for (const auto& [key, values] : keys) {
        const bool isFactor = sameExperiment(sides) || keys.size() == 1 || declared(key);
        all.push_back({ u"arm"_s, key, values, isFactor, !isFactor });
    }
}

// What another tool has run was not controlled, and nothing is known of how; there is no plan to look for more.
std::optional<SideDifference> originOf(const QList<Side>& sides)
{
    QStringList origins;
    for (const auto& side : sides)
        origins += side.experiment->imported
            ? QCoreApplication::translate("ceteris::models", "%1, imported: nothing was controlled")
                  .arg(side.experiment->imported->tool)
            : QStringLiteral("Ceteris");
    if (std::ranges::none_of(sides, [](const Side& it) { return it.experiment->imported.has_value(); }))
        return std::nullopt;
    return SideDifference { QCoreApplication::translate("ceteris::models", "origin"),
        QCoreApplication::translate("ceteris::models", "measured by"), origins, false, true };
}

} // namespace

std::vector<SideDifference> differencesOf(const QList<Side>& sides)
{
    std::vector<SideDifference> all;
    if (sides.size() < 2)
        return all;
    if (const auto origin = originOf(sides))
        return { *origin };
    addArms(sides, all);
    std::vector<Facts> facts(static_cast<std::size_t>(sides.size()));
    Facts every;
    for (qsizetype i = 0; i < sides.size(); ++i) {
        auto& mine = facts[static_cast<std::size_t>(i)];
        addPlan(sides[i].experiment->results.plan, mine);
        addManifest(sides[i].experiment->results.manifest, mine);
        every.insert(mine.begin(), mine.end());
    }
    for (const auto& [where, value] : every) {
        QStringList values;
        for (auto& mine : facts)
            values += mine[where];
        if (QSet<QString>(values.begin(), values.end()).size() > 1)
            all.push_back({ where.first, where.second, values, false, !isBesideThePoint(where.first, where.second) });
    }
    std::ranges::stable_sort(all, [](const SideDifference& a, const SideDifference& b) { return a.spoils > b.spoils; });
    return all;
}

} // namespace ceteris::models
