// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/orderdrift.h"

#include "app/results/comparedmetric.h"
#include "app/results/contrast.h"
#include "app/stats/regression.h"

#include <QJsonObject>

#include <cmath>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr std::size_t fewestTrials = 6; // as a verdict has blocks

using Course = std::map<int, double>; // by trial: ln of its figure

std::optional<stats::Line> lineThrough(const Course& course)
{
    if (course.size() < fewestTrials)
        return std::nullopt;
    std::vector<double> order, logs;
    for (const auto& [trial, value] : course) {
        order.push_back(trial);
        logs.push_back(value);
    }
    return stats::fitLine(order, logs);
}

} // namespace

std::vector<OrderDrift> orderDrifts(const plan::Plan& plan, const std::vector<TrialRow>& trials)
{
    const auto blocks = fatesOf(plan, trials).valid;
    std::vector<OrderDrift> drifts;
    for (const auto& metric : comparedMetrics()) {
        std::map<std::tuple<QString, QString, QString>, Course> courses; // by level, operation, arm
        for (const auto& row : trials) {
            const auto value = blocks.contains(row.block) && row.status == u"ok" ? metric.value(row) : std::nullopt;
            if (!value || *value <= 0)
                continue;
            courses[{ row.level, row.operation, row.arm }][row.trial] = std::log(*value);
        }
        for (const auto& [place, course] : courses) {
            const auto& [level, operation, arm] = place;
            const auto line = lineThrough(course);
            if (line && std::abs(line->t) > stats::strikingT)
                drifts.push_back({ level, operation, metric.name, arm, std::expm1(line->slope) });
        }
    }
    return drifts;
}

QJsonArray orderDriftJson(const std::vector<OrderDrift>& drifts)
{
    QJsonArray json;
    for (const auto& it : drifts)
        json.append(QJsonObject { { u"level"_s, it.level }, { u"operation"_s, it.operation },
            { u"metric"_s, it.metric }, { u"arm"_s, it.arm }, { u"change_per_trial"_s, it.perTrial } });
    return json;
}

std::vector<OrderDrift> orderDriftsFrom(const QJsonArray& json)
{
    std::vector<OrderDrift> drifts;
    for (const auto& value : json) {
        const auto it = value.toObject();
        drifts.push_back({ it[u"level"_s].toString(), it[u"operation"_s].toString(), it[u"metric"_s].toString(),
            it[u"arm"_s].toString(), it[u"change_per_trial"_s].toDouble() });
    }
    return drifts;
}

} // namespace ceteris::results
