// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/repair.h"

#include "app/results/checkcolumns.h"
#include "app/results/faultrow.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/trialcolumns.h"
#include "app/results/trialtable.h"
#include "app/results/violationrow.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr int noTrial = 0; // of the experiment as a whole

Result<QByteArray> readIfThere(const QString& path)
{
    return QFile::exists(path) ? readWhole(path) : QByteArray();
}

Result<void> keepTrials(const QString& path, qsizetype size)
{
    const auto bytes = readIfThere(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (size == 0)
        return replaceFile(path, csvRow(namesOf(trialColumns())));
    return size == bytes->size() ? Result<void>() : replaceFile(path, bytes->first(size));
}

// Keeps the rows of a tidy table that belong to these trials.
Result<void> keepRows(const QString& path, const QStringList& columns, const std::set<int>& trials)
{
    const auto bytes = readIfThere(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    CsvReader reader(*bytes);
    const auto header = reader.next();
    if (header && *header != columns)
        return fail(ErrorCode::ResultsFromOther, { path, u"its columns are those of another version"_s });

    auto kept = csvRow(columns);
    const auto trialColumn = columns.indexOf(u"trial"_s);
    for (auto begin = reader.offset(); const auto cells = reader.next(); begin = reader.offset()) {
        int trial = -1;
        if (cells->size() == columns.size() && fromCell((*cells)[trialColumn], trial) && trials.contains(trial))
            kept += QByteArrayView(*bytes).sliced(begin, reader.offset() - begin);
    }
    return kept == *bytes ? Result<void>() : replaceFile(path, kept);
}

// The violations of probes are written before their checks: without those the probes will be run again.
Result<bool> wereProbed(const QString& checks)
{
    return readIfThere(checks).map([](const QByteArray& bytes) {
        CsvReader reader(bytes);
        reader.next(); // the header
        while (const auto cells = reader.next())
            if (const auto row = rowOf(checkColumns(), *cells); row && row->trial == noTrial)
                return true;
        return false;
    });
}

// Looks from the end: the stream may be long.
Result<void> cutTornLine(const QString& path)
{
    constexpr qint64 step = 1 << 16;
    QFile stream(path);
    if (!stream.open(QIODevice::ReadWrite))
        return fail(ErrorCode::CannotWriteFile, { path, stream.errorString() });
    auto size = stream.size();
    while (size > 0) {
        const auto begin = std::max<qint64>(0, size - step);
        stream.seek(begin);
        const auto end = stream.read(size - begin).lastIndexOf('\n') + 1;
        size = begin + end;
        if (end > 0)
            break;
    }
    if (size != stream.size() && !stream.resize(size))
        return fail(ErrorCode::CannotWriteFile, { path, stream.errorString() });
    return {};
}

} // namespace

Result<std::set<int>> repair(const QString& folder, const plan::Plan& plan)
{
    const auto at = [&](const QString& name) { return QString(folder + u'/' + name); };
    const auto table = readTrialTable(at(file::trials), plan);
    if (!table)
        return tl::unexpected(table.error());
    std::set<int> finished;
    for (const auto& row : table->rows)
        finished.insert(row.trial);
    auto withoutTrial = finished;
    withoutTrial.insert(noTrial);

    return keepTrials(at(file::trials), table->size)
        .and_then([&] { return keepRows(at(file::series), namesOf(seriesColumns()), finished); })
        .and_then([&] { return keepRows(at(file::events), namesOf(eventColumns()), withoutTrial); })
        .and_then([&] { return keepRows(at(file::checks), namesOf(checkColumns()), withoutTrial); })
        .and_then([&] { return wereProbed(at(file::checks)); })
        .and_then([&](bool probed) {
            return keepRows(at(file::violations), namesOf(violationColumns()), probed ? withoutTrial : finished);
        })
        .and_then([&] {
            return plan.events.empty() ? Result<void>() : keepRows(at(file::faults), namesOf(faultColumns()), finished);
        })
        .and_then([&] { return cutTornLine(at(file::live)); })
        .map([&] { return finished; });
}

} // namespace ceteris::results
