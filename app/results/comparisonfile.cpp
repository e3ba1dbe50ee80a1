// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/column.h"
#include "app/results/comparison.h"
#include "app/results/csv.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/resultsfolder.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QString nameOf(stats::Verdict verdict)
{
    return QString::fromLatin1(stats::name(verdict).data());
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
    return it.paired.blocks > 0 && !it.errors ? std::optional(value) : std::nullopt;
}

std::optional<double> ratio(const Comparison& it)
{
    return it.errors ? it.errors->ratio : measured(it, it.paired.ratio);
}

template <class Read>
QString withVoided(const Comparison& it, Read read)
{
    return it.withVoided ? toCell(read(*it.withVoided)) : QString();
}

template <class Read>
QString floorOf(const Comparison& it, Read read)
{
    return it.noiseFloor ? toCell(read(*it.noiseFloor)) : QString();
}

template <class Read>
QString errors(const Comparison& it, Read read)
{
    return it.errors ? toCell(read(*it.errors)) : QString();
}

// The contrast and its verdict.
std::vector<NamedCell> verdictCells()
{
    using C = const Comparison&;
    return {
        { u"level"_s, [](C it) { return toCell(it.level); } },
        { u"operation"_s, [](C it) { return toCell(it.operation); } },
        { u"metric"_s, [](C it) { return toCell(it.metric); } },
        { u"arm"_s, [](C it) { return toCell(it.arm); } },
        { u"control"_s, [](C it) { return toCell(it.control); } },
        { u"primary"_s, [](C it) { return it.primary ? u"yes"_s : u"no"_s; } },
        { u"ratio"_s, [](C it) { return toCell(ratio(it)); } },
        { u"low"_s, [](C it) { return toCell(low(it.paired.interval)); } },
        { u"high"_s, [](C it) { return toCell(high(it.paired.interval)); } },
        { u"confidence"_s, [](C it) { return toCell(it.confidence); } },
        { u"arm_typical"_s, [](C it) { return toCell(it.armTypical); } },
        { u"control_typical"_s, [](C it) { return toCell(it.controlTypical); } },
        { u"blocks"_s, [](C it) { return toCell(it.paired.blocks); } },
        { u"blocks_planned"_s, [](C it) { return toCell(it.planned); } },
        { u"blocks_lower"_s, [](C it) { return toCell(it.paired.lower); } },
        { u"log_spread"_s, [](C it) { return toCell(measured(it, it.paired.spread)); } },
        { u"sign_flip_p"_s, [](C it) { return toCell(it.paired.signFlipP); } },
        { u"holm_p"_s, [](C it) { return toCell(it.holmP); } },
        { u"bootstrap_low"_s, [](C it) { return toCell(low(it.paired.bootstrap)); } },
        { u"bootstrap_high"_s, [](C it) { return toCell(high(it.paired.bootstrap)); } },
        { u"band"_s, [](C it) { return toCell(it.band); } },
        { u"blocks_to_resolve"_s,
            [](C it) { return it.blocksToResolve > 0 ? toCell(it.blocksToResolve) : QString(); } },
        { u"verdict"_s, [](C it) { return it.isTwin ? QString() : nameOf(it.decision.verdict); } },
    };
}

// What it is to be held against.
std::vector<NamedCell> contextCells()
{
    using C = const Comparison&;
    using V = const WithVoided&;
    using F = const NoiseFloor&;
    using E = const ErrorRates&;
    return {
        { u"blocks_void"_s, [](C it) { return toCell(it.voided); } },
        { u"with_void_ratio"_s, [](C it) { return withVoided(it, [](V more) { return more.paired.ratio; }); } },
        { u"with_void_low"_s, [](C it) { return withVoided(it, [](V more) { return low(more.paired.interval); }); } },
        { u"with_void_high"_s, [](C it) { return withVoided(it, [](V more) { return high(more.paired.interval); }); } },
        { u"with_void_verdict"_s,
            [](C it) { return withVoided(it, [](V more) { return nameOf(more.decision.verdict); }); } },
        { u"noise_floor"_s, [](C it) { return floorOf(it, [](F floor) { return floor.ratio; }); } },
        { u"noise_floor_low"_s, [](C it) { return floorOf(it, [](F floor) { return low(floor.interval); }); } },
        { u"noise_floor_high"_s, [](C it) { return floorOf(it, [](F floor) { return high(floor.interval); }); } },
        { u"errors"_s, [](C it) { return errors(it, [](E both) { return both.arm.count.events; }); } },
        { u"error_rate_low"_s, [](C it) { return errors(it, [](E both) { return both.arm.interval.low; }); } },
        { u"error_rate_high"_s, [](C it) { return errors(it, [](E both) { return both.arm.interval.high; }); } },
        { u"control_errors"_s, [](C it) { return errors(it, [](E both) { return both.control.count.events; }); } },
        { u"control_error_rate_low"_s,
            [](C it) { return errors(it, [](E both) { return both.control.interval.low; }); } },
        { u"control_error_rate_high"_s,
            [](C it) { return errors(it, [](E both) { return both.control.interval.high; }); } },
        { u"reason"_s, [](C it) { return toCell(it.reason); } },
        { u"sentence"_s, [](C it) { return toCell(it.sentence); } },
    };
}

// The columns of comparison.csv, which is written only: it can always be made again from trials.csv.
const std::vector<NamedCell>& cells()
{
    static const auto all = [] {
        auto columns = verdictCells();
        for (auto& column : contextCells())
            columns.push_back(std::move(column));
        return columns;
    }();
    return all;
}

Result<void> write(const QString& folder, const Results& results, const std::vector<Comparison>& comparisons)
{
    const QDir dir(folder);
    const auto verdict = QJsonDocument(verdictJson(results.plan, results.trials, results.checks, comparisons)).toJson();
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
    auto comparisons = compare(results->plan, results->trials, results->checks);
    if (const auto written = write(folder, *results, comparisons); !written)
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

} // namespace ceteris::results
