// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/units.h"

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

using results::TrialRow;
using Group = std::vector<const TrialRow*>;

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<double> medianOf(const Group& group, const std::function<std::optional<double>(const TrialRow&)>& value)
{
    std::vector<double> values;
    for (const auto* row : group)
        if (const auto it = value(*row))
            values.push_back(*it);
    return median(std::move(values));
}

QStringList cells(const Group& group)
{
    std::uint64_t requests = 0;
    std::uint64_t errors = 0;
    for (const auto* row : group) {
        requests += row->sent;
        errors += row->failed + row->timeouts + row->censored;
    }
    const auto perS = medianOf(group, [](const TrialRow& row) { return std::optional(row.requestsPerS); });
    return { QString::number(group.size()), QString::number(requests), QString::number(errors), rate(perS),
        duration(medianOf(group, [](const TrialRow& row) { return row.response.p50; })),
        duration(medianOf(group, [](const TrialRow& row) { return row.response.p95; })),
        duration(medianOf(group, [](const TrialRow& row) { return row.response.p99; })),
        duration(medianOf(group, [](const TrialRow& row) { return row.appCpuUsPerRequest; })),
        duration(medianOf(group, [](const TrialRow& row) { return row.storeCpuUsPerRequest; })),
        bytes(medianOf(group, [](const TrialRow& row) { return row.bytesPerSession; })) };
}

} // namespace

QString aligned(const std::vector<QStringList>& rows, int leftColumns)
{
    std::vector<qsizetype> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], row[i].size());
    }
    QString text;
    for (const auto& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto width = widths[static_cast<std::size_t>(i)];
            line += (i > 0 ? u"  "_s : QString())
                + (i < leftColumns ? row[i].leftJustified(width) : row[i].rightJustified(width));
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString summary(const plan::Plan& plan, const std::vector<TrialRow>& trials)
{
    std::vector<QStringList> rows { { u"level"_s, u"operation"_s, u"arm"_s, u"trials"_s, u"requests"_s, u"errors"_s,
        u"req/s"_s, u"p50"_s, u"p95"_s, u"p99"_s, u"app CPU/req"_s, u"store CPU/req"_s, u"per session"_s } };
    for (const auto& level : plan.levels) {
        for (const auto operation : plan::allOperations) {
            const auto name = QString::fromLatin1(plan::name(operation).data());
            for (const auto& arm : plan.arms) {
                Group group;
                for (const auto& row : trials)
                    if (row.level == level.name && row.arm == arm.name && row.operation == name && row.status == u"ok")
                        group.push_back(&row);
                if (!group.empty())
                    rows.push_back(QStringList { level.name, name, arm.name } + cells(group));
            }
        }
    }
    return aligned(rows, 3);
}

QString objectionLines(const std::vector<results::Objection>& objections)
{
    QString grounds;
    QString limits;
    for (const auto& it : objections)
        (it.refuses ? grounds : limits) += u"  "_s % it.text % u'\n';
    if (!grounds.isEmpty())
        grounds.prepend(u"No verdict, for these reasons:\n"_s);
    if (!limits.isEmpty())
        limits.prepend(u"What this experiment cannot tell:\n"_s);
    return grounds % limits;
}

QString faultLines(const std::vector<results::FaultRow>& rows)
{
    QString text;
    for (const auto& row : results::overTrials(rows))
        text += u"Fault: %1, %2: %3.\n"_s.arg(row.arm, row.level, results::inWords(row));
    return text;
}

QString oracleLines(const std::vector<results::OracleSummary>& summaries)
{
    QString lines;
    for (const auto& it : summaries)
        lines += results::sentence(it) % u'\n';
    return lines;
}

QString verdicts(
    const std::vector<results::Comparison>& comparisons, const std::vector<results::LoadDependence>& loadDependence)
{
    QString decided;
    QString suggested;
    const auto primary = std::ranges::find_if(comparisons, &results::Comparison::primary);
    const auto refusal = primary != comparisons.end() ? primary->reason : QString();
    for (const auto& it : comparisons) {
        const auto name = QString::fromLatin1(stats::name(it.decision.verdict).data());
        if (it.primary)
            decided += name % u": "_s % it.sentence % u'\n';
        else if (it.paired.blocks > 0 && (refusal.isEmpty() || it.reason != refusal))
            suggested += u"  "_s % it.sentence % u'\n';
    }
    for (const auto& it : loadDependence)
        if (it.reason.isEmpty())
            decided += it.sentence % u'\n';
    if (!suggested.isEmpty())
        suggested.prepend(u"Also measured, not decided (it suggests, no more):\n"_s);
    return decided % suggested % u"This holds for this machine, these versions and this load."_s;
}

} // namespace ceteris::cli
