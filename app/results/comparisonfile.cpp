// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/column.h"
#include "app/results/comparison.h"
#include "app/results/csv.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/resultsfolder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QString verdictName(const Comparison& it)
{
    return QString::fromLatin1(stats::name(it.decision.verdict).data());
}

using Cell = QString (*)(const Comparison&);

struct NamedCell
{
    QString name;
    Cell cell;
};

std::optional<double> low(const std::optional<stats::Interval>& interval)
{
    return interval ? std::optional(interval->low) : std::nullopt;
}

std::optional<double> high(const std::optional<stats::Interval>& interval)
{
    return interval ? std::optional(interval->high) : std::nullopt;
}

std::optional<double> measured(const Comparison& it, double value)
{
    return it.paired.blocks > 0 ? std::optional(value) : std::nullopt;
}

// The columns of comparison.csv, which is written only: it can always be made again from trials.csv.
const std::vector<NamedCell>& cells()
{
    using C = const Comparison&;
    static const std::vector<NamedCell> all {
        { u"level"_s, [](C it) { return toCell(it.level); } },
        { u"operation"_s, [](C it) { return toCell(it.operation); } },
        { u"metric"_s, [](C it) { return toCell(it.metric); } },
        { u"arm"_s, [](C it) { return toCell(it.arm); } },
        { u"control"_s, [](C it) { return toCell(it.control); } },
        { u"primary"_s, [](C it) { return it.primary ? u"yes"_s : u"no"_s; } },
        { u"ratio"_s, [](C it) { return toCell(measured(it, it.paired.ratio)); } },
        { u"low"_s, [](C it) { return toCell(low(it.paired.interval)); } },
        { u"high"_s, [](C it) { return toCell(high(it.paired.interval)); } },
        { u"confidence"_s, [](C it) { return toCell(it.confidence); } },
        { u"blocks"_s, [](C it) { return toCell(it.paired.blocks); } },
        { u"blocks_planned"_s, [](C it) { return toCell(it.planned); } },
        { u"blocks_lower"_s, [](C it) { return toCell(it.paired.lower); } },
        { u"log_spread"_s, [](C it) { return toCell(measured(it, it.paired.spread)); } },
        { u"sign_flip_p"_s, [](C it) { return toCell(it.paired.signFlipP); } },
        { u"bootstrap_low"_s, [](C it) { return toCell(low(it.paired.bootstrap)); } },
        { u"bootstrap_high"_s, [](C it) { return toCell(high(it.paired.bootstrap)); } },
        { u"band"_s, [](C it) { return toCell(it.band); } },
        { u"blocks_to_resolve"_s,
            [](C it) { return it.blocksToResolve > 0 ? toCell(it.blocksToResolve) : QString(); } },
        { u"verdict"_s, [](C it) { return verdictName(it); } },
        { u"reason"_s, [](C it) { return toCell(it.reason); } },
        { u"sentence"_s, [](C it) { return toCell(it.sentence); } },
    };
    return all;
}

QJsonValue toJson(const std::optional<stats::Interval>& interval)
{
    return interval ? QJsonValue(QJsonArray { interval->low, interval->high }) : QJsonValue();
}

QJsonObject toJson(const Comparison& it)
{
    return { { u"level"_s, it.level }, { u"operation"_s, it.operation }, { u"metric"_s, it.metric },
        { u"arm"_s, it.arm }, { u"control"_s, it.control }, { u"verdict"_s, verdictName(it) },
        { u"ratio"_s, it.paired.blocks > 0 ? QJsonValue(it.paired.ratio) : QJsonValue() },
        { u"interval"_s, toJson(it.paired.interval) }, { u"confidence"_s, it.confidence },
        { u"blocks"_s, it.paired.blocks }, { u"blocks_planned"_s, it.planned }, { u"band"_s, it.band },
        { u"reason"_s, it.reason }, { u"sentence"_s, it.sentence } };
}

Result<void> write(const QString& folder, const plan::Plan& plan, const std::vector<Comparison>& comparisons)
{
    const QDir dir(folder);
    const auto verdict = QJsonDocument(verdictJson(plan, comparisons)).toJson();
    return replaceFile(dir.filePath(file::comparison), comparisonCsv(comparisons)).and_then([&] {
        return replaceFile(dir.filePath(file::verdict), verdict);
    });
}

} // namespace

Result<std::vector<Comparison>> analyse(const QString& folder)
{
    const auto results = readResults(folder);
    if (!results)
        return tl::unexpected(results.error());
    auto comparisons = compare(results->plan, results->trials);
    if (const auto written = write(folder, results->plan, comparisons); !written)
        return tl::unexpected(written.error());
    return comparisons;
}

QByteArray comparisonCsv(const std::vector<Comparison>& comparisons)
{
    QStringList names;
    for (const auto& column : cells())
        names.append(column.name);
    auto text = csvRow(names);
    for (const auto& comparison : comparisons) {
        QStringList row;
        for (const auto& column : cells())
            row.append(column.cell(comparison));
        text += csvRow(row);
    }
    return text;
}

QJsonObject verdictJson(const plan::Plan& plan, const std::vector<Comparison>& comparisons)
{
    QJsonArray primary;
    QJsonArray exploratory;
    for (const auto& comparison : comparisons)
        (comparison.primary ? primary : exploratory).append(toJson(comparison));
    return { { u"format"_s, 1 }, { u"experiment"_s, plan.name }, { u"question"_s, plan.question },
        { u"scope"_s, u"this machine, these versions, this load"_s }, { u"primary"_s, primary },
        { u"exploratory"_s, exploratory } };
}

} // namespace ceteris::results
