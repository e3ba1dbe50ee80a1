// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/importedrun.h"

#include "app/results/column.h"
#include "app/results/files.h"
#include "app/results/layout.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

const auto section = u"imported"_s; // of the manifest
constexpr std::array moments { "", "second", "window", "since_start" };

const Columns<ImportedOperation>& operationColumns()
{
    using T = ImportedOperation;
    using P = Percentiles;
    static const Columns<T> columns {
        column("operation", &T::operation),
        column("requests", &T::requests),
        column("failed", &T::failed),
        column("requests_per_s", &T::requestsPerS),
        column("response_p50_us", &T::response, &P::p50),
        column("response_p95_us", &T::response, &P::p95),
        column("response_p99_us", &T::response, &P::p99),
        column("response_p99_9_us", &T::response, &P::p99_9),
        column("response_max_us", &T::response, &P::max),
        column("response_mean_us", &T::response, &P::mean),
    };
    return columns;
}

const Columns<ImportedFailure>& failureColumns()
{
    using T = ImportedFailure;
    static const Columns<T> columns {
        column("operation", &T::operation),
        column("error", &T::error),
        column("count", &T::count),
    };
    return columns;
}

template <class Row>
Result<std::vector<Row>> readTable(const QString& path, const Columns<Row>& columns)
{
    const auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    CsvReader reader(*bytes);
    if (const auto header = reader.next(); !header || *header != namesOf(columns))
        return fail(ErrorCode::CannotReadFile, { path, u"its columns are not those of an imported run"_s });
    std::vector<Row> rows;
    while (const auto cells = reader.next()) {
        auto row = rowOf(columns, *cells);
        if (!row)
            return fail(ErrorCode::CannotReadFile, { path, u"the row before byte %1 is none"_s.arg(reader.offset()) });
        rows.push_back(*std::move(row));
    }
    return rows;
}

Moment momentOf(const QString& name)
{
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (name == QLatin1StringView(moments[i]))
            return static_cast<Moment>(i);
    return Moment::NotRecorded;
}

QJsonObject sectionOf(const QString& folder)
{
    const auto bytes = readWhole(QDir(folder).filePath(file::manifest));
    return bytes ? QJsonDocument::fromJson(*bytes).object()[section].toObject() : QJsonObject();
}

ImportedRun runOf(const QJsonObject& json)
{
    const auto count = [&json](const QString& key) { return static_cast<std::uint64_t>(json[key].toInteger()); };
    ImportedRun run;
    run.tool = json[u"tool"_s].toString();
    run.name = json[u"name"_s].toString();
    for (const auto& file : json[u"files"_s].toArray())
        run.files += file.toString();
    run.started = QDateTime::fromString(json[u"started_utc"_s].toString(), Qt::ISODateWithMs);
    if (json[u"duration_s"_s].isDouble())
        run.durationS = json[u"duration_s"_s].toDouble();
    run.timesIncludeFailures = json[u"times_include_failures"_s].toBool();
    run.moment = momentOf(json[u"percentiles_over_time"_s].toString());
    run.tornRows = count(u"torn_rows"_s);
    run.lateRequests = count(u"late_requests"_s);
    run.otherNames = count(u"requests_of_other_names"_s);
    return run;
}

TrialRow rowOf(const ImportedRun& run, const ImportedOperation& it)
{
    TrialRow row;
    row.block = row.position = row.trial = 1;
    row.arm = run.tool;
    row.level = importedLevel;
    row.operation = it.operation;
    row.status = u"ok"_s;
    row.planned = row.sent = it.requests; // it waited for each answer: planned when sent
    row.failed = it.failed.value_or(0);
    row.ok = it.requests - row.failed;
    row.requestsPerS = it.requestsPerS.value_or(0);
    row.response = it.response;
    row.windowS = run.durationS.value_or(0);
    row.startedUtc = run.started.isValid() ? run.started.toString(Qt::ISODateWithMs) : QString();
    return row;
}

} // namespace

QByteArray importedCsv(const ImportedRun& run)
{
    return csvRow(namesOf(operationColumns())) + csvRows(operationColumns(), run.operations);
}

QByteArray failuresCsv(const ImportedRun& run)
{
    return csvRow(namesOf(failureColumns())) + csvRows(failureColumns(), run.failures);
}

QJsonObject manifestOf(const ImportedRun& run)
{
    const auto number = [](std::uint64_t count) { return static_cast<qint64>(count); };
    const QJsonObject imported { { u"tool"_s, run.tool }, { u"name"_s, run.name },
        { u"files"_s, QJsonArray::fromStringList(run.files) },
        { u"started_utc"_s, run.started.isValid() ? run.started.toString(Qt::ISODateWithMs) : QString() },
        { u"duration_s"_s, run.durationS ? QJsonValue(*run.durationS) : QJsonValue() },
        { u"response_time"_s, u"from send to answer, as the tool measured it; nothing was controlled"_s },
        { u"times_include_failures"_s, run.timesIncludeFailures },
        { u"percentiles_over_time"_s, QLatin1StringView(moments[static_cast<std::size_t>(run.moment)]) },
        { u"torn_rows"_s, number(run.tornRows) }, { u"late_requests"_s, number(run.lateRequests) },
        { u"requests_of_other_names"_s, number(run.otherNames) } };
    return { { u"format"_s, 1 }, { u"written"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate) },
        { u"complete"_s, true }, { u"name"_s, run.name }, { section, imported } };
}

bool isImported(const QString& folder)
{
    return !sectionOf(folder).isEmpty();
}

Result<ImportedRun> readImported(const QString& folder)
{
    const QDir dir(folder);
    auto run = runOf(sectionOf(folder));
    auto operations = readTable(dir.filePath(importedTable), operationColumns());
    if (!operations)
        return tl::unexpected(operations.error());
    for (const auto& it : *operations)
        if (it.failed.value_or(0) > it.requests)
            return fail(ErrorCode::CannotReadFile,
                { dir.filePath(importedTable), u"\"%1\" has more failures than requests"_s.arg(it.operation) });
    auto failures = readTable(dir.filePath(failureTable), failureColumns());
    if (!failures)
        return tl::unexpected(failures.error());
    if (run.tool.isEmpty() || operations->empty())
        return fail(ErrorCode::CannotReadFile, { folder, u"it does not say what was imported"_s });
    run.operations = *std::move(operations);
    run.failures = *std::move(failures);
    return run;
}

Results resultsOf(const ImportedRun& run, const QString& folder)
{
    Results results;
    results.path = QDir(folder).absolutePath();
    if (const auto bytes = readWhole(QDir(folder).filePath(file::manifest)))
        results.manifest = QJsonDocument::fromJson(*bytes).object();
    results.plan.name = run.name;
    results.plan.blocks = 1;
    results.plan.arms.resize(1);
    results.plan.arms.front().name = run.tool;
    results.plan.levels.resize(1);
    results.plan.levels.front().name = importedLevel;
    results.plan.decision.operation = allRequests;
    for (const auto& it : run.operations)
        results.trials.push_back(rowOf(run, it));
    return results;
}

} // namespace ceteris::results
