// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/checkcolumns.h"
#include "app/results/files.h"
#include "app/results/import/importedrun.h"
#include "app/results/layout.h"
#include "app/results/orders.h"
#include "app/results/readplan.h"
#include "app/results/resultsfolder.h"
#include "app/results/trialcolumns.h"
#include "app/results/trialtable.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// A folder whose experiment has only just begun has none yet.
Result<QJsonObject> readManifest(const QString& path)
{
    if (!QFile::exists(path))
        return QJsonObject {};
    const auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(*bytes, &error);
    if (!document.isObject())
        return fail(ErrorCode::CannotReadFile, { path, error.errorString() });
    return document.object();
}

// The rows of a whole table; a torn one at its end is left out.
template <class Row>
std::vector<Row> rowsOf(const Columns<Row>& columns, const QByteArray& bytes)
{
    CsvReader reader(bytes);
    reader.next(); // the header
    std::vector<Row> rows;
    while (const auto cells = reader.next()) {
        if (auto row = rowOf(columns, *cells))
            rows.push_back(*std::move(row));
    }
    return rows;
}

} // namespace

Result<plan::Plan> readPlan(const QString& folder)
{
    const QString path = folder + u'/' + file::plan;
    if (!QFile::exists(path) && isImported(folder)) // so it can be no comparison's, no export's and never be resumed
        return fail(ErrorCode::CannotReadFile, { folder, u"it was imported from another tool and has no plan"_s });
    if (!QFile::exists(path))
        return fail(ErrorCode::NotAResultsFolder, { folder, file::plan });
    auto reading = plan::readFile(path);
    if (!reading)
        return tl::unexpected(reading.error());
    if (!reading->ok()) {
        const auto problem = plan::describe(reading->problems.front(), file::plan);
        return fail(ErrorCode::CannotReadFile, { path, problem.endsWith(u'.') ? problem.chopped(1) : problem });
    }
    return std::move(reading->plan);
}

Result<Results> readResults(const QString& path)
{
    auto plan = readPlan(path);
    if (!plan)
        return tl::unexpected(plan.error());
    auto manifest = readManifest(path + u'/' + file::manifest);
    if (!manifest)
        return tl::unexpected(manifest.error());
    auto table = readTrialTable(path + u'/' + file::trials, *plan);
    if (!table)
        return tl::unexpected(table.error());
    auto checks = readChecks(path);
    if (!checks)
        return tl::unexpected(checks.error());
    heedOrders(table->rows, *checks);
    auto faults = readFaults(path);
    if (!faults)
        return tl::unexpected(faults.error());
    return Results { QDir(path).absolutePath(), *std::move(plan), *std::move(manifest), std::move(table->rows),
        *std::move(checks), *std::move(faults) };
}

Result<std::vector<CheckRow>> readChecks(const QString& path)
{
    const QString file = path + u'/' + file::checks;
    if (!QFile::exists(file))
        return std::vector<CheckRow> {};
    const auto bytes = readWhole(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    // Rows that cannot be read would be gates that nobody tripped.
    if (const auto header = CsvReader(*bytes).next(); header && *header != namesOf(checkColumns()))
        return fail(ErrorCode::ResultsFromOther, { file, u"its columns are those of another version"_s });
    return rowsOf(checkColumns(), *bytes);
}

Result<std::vector<FaultRow>> readFaults(const QString& path)
{
    const QString file = path + u'/' + file::faults;
    if (!QFile::exists(file))
        return std::vector<FaultRow> {};
    return readWhole(file).map([](const QByteArray& bytes) { return rowsOf(faultColumns(), bytes); });
}

Result<std::vector<SeriesRow>> readSeries(const QString& path)
{
    const auto bytes = readWhole(path + u'/' + file::series);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return rowsOf(seriesColumns(), *bytes);
}

} // namespace ceteris::results
