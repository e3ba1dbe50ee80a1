// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/trialtable.h"

#include "app/results/files.h"
#include "app/results/trialcolumns.h"

#include <QFile>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QStringList operationsOfArm(const plan::Plan& plan, const QString& armName)
{
    QStringList names;
    for (const auto& arm : plan.arms) {
        if (arm.name != armName)
            continue;
        for (const auto operation : plan::operationsOf(plan, arm)) {
            const auto name = plan::name(operation);
            names += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        }
    }
    return names;
}

// The rows of the next trial, fewer if the table ends before; throws nothing away that can be read.
Result<std::vector<TrialRow>> nextTrial(CsvReader& reader, const plan::Plan& plan, const QString& path)
{
    std::vector<TrialRow> rows;
    qsizetype wanted = 1;
    while (static_cast<qsizetype>(rows.size()) < wanted) {
        const auto cells = reader.next();
        if (!cells)
            return {};
        auto row = rowOf(trialColumns(), *cells);
        if (!row)
            return fail(ErrorCode::CannotReadFile, { path, u"the row before byte %1 is none"_s.arg(reader.offset()) });
        wanted = operationsOfArm(plan, row->arm).size();
        if (wanted == 0)
            return fail(ErrorCode::ResultsFromOther, { path, u"its arm \"%1\" is not in the plan"_s.arg(row->arm) });
        rows.push_back(*std::move(row));
    }
    if (const auto flaw = flawOf(rows, plan); !flaw.isEmpty())
        return fail(ErrorCode::CannotReadFile, { path, flaw });
    return rows;
}

} // namespace

QString flawOf(const std::vector<TrialRow>& rows, const plan::Plan& plan)
{
    if (rows.empty())
        return u"a trial without rows"_s;
    QStringList operations;
    for (const auto& row : rows) {
        if (row.trial != rows.front().trial || row.arm != rows.front().arm)
            return u"the rows of trial %1 are not together"_s.arg(rows.front().trial);
        operations += row.operation;
    }
    const auto expected = operationsOfArm(plan, rows.front().arm);
    if (operations != expected)
        return u"trial %1 has rows for %2; the plan asks for %3"_s.arg(rows.front().trial)
            .arg(operations.join(u", "), expected.join(u", "));
    return {};
}

Result<TrialTable> readTrialTable(const QString& path, const plan::Plan& plan)
{
    if (!QFile::exists(path))
        return TrialTable {};
    const auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    CsvReader reader(*bytes);
    const auto header = reader.next();
    if (!header)
        return TrialTable {};
    if (*header != namesOf(trialColumns()))
        return fail(ErrorCode::ResultsFromOther, { path, u"its columns are those of another version"_s });

    TrialTable table { {}, reader.offset() };
    std::set<int> seen;
    while (true) {
        auto rows = nextTrial(reader, plan, path);
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return table;
        const auto trial = rows->front().trial;
        if (!seen.insert(trial).second)
            return fail(ErrorCode::CannotReadFile, { path, u"trial %1 is there twice"_s.arg(trial) });
        std::move(rows->begin(), rows->end(), std::back_inserter(table.rows));
        table.size = reader.offset();
    }
}

} // namespace ceteris::results
