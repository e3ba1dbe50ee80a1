// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/ledger.h"

#include "app/results/column.h"
#include "app/results/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

const Columns<LedgerRow>& columns()
{
    using L = LedgerRow;
    static const Columns<L> all {
        column("time_utc", &L::timeUtc),
        column("experiment", &L::experiment),
        column("level", &L::level),
        column("operation", &L::operation),
        column("metric", &L::metric),
        column("blocks", &L::blocks),
        column("ratio", &L::ratio),
        column("log_spread", &L::spread),
        column("claimed", &L::claimed),
    };
    return all;
}

} // namespace

QString ledgerPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/ceteris/aa-ledger.csv"_s;
}

Result<std::vector<LedgerRow>> readLedger(const QString& path)
{
    if (!QFile::exists(path))
        return std::vector<LedgerRow> {};
    const auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    CsvReader reader(*bytes);
    if (const auto header = reader.next(); header && *header != namesOf(columns()))
        return fail(ErrorCode::ResultsFromOther, { path, u"its columns are those of another version"_s });
    std::vector<LedgerRow> rows;
    while (const auto cells = reader.next())
        if (auto row = rowOf(columns(), *cells))
            rows.push_back(*std::move(row));
    return rows;
}

Result<void> addToLedger(const QString& path, const std::vector<LedgerRow>& rows)
{
    if (const auto made = makeFolder(QFileInfo(path).path()); !made)
        return made;
    QLockFile lock(path + u".lock"_s);
    lock.lock();
    auto known = readLedger(path);
    if (!known)
        return tl::unexpected(known.error());
    const auto isKnown = [&known](const LedgerRow& row) {
        return std::ranges::any_of(*known, [&row](const LedgerRow& it) { return it.experiment == row.experiment; });
    };
    auto text = csvRow(namesOf(columns()));
    for (const auto& row : *known)
        text += csvRow(columns(), row);
    for (const auto& row : rows)
        if (!isKnown(row))
            text += csvRow(columns(), row);
    return replaceFile(path, text);
}

} // namespace ceteris::results
