// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/locustcsv.h"

#include "app/results/csv.h"
#include "app/results/files.h"
#include "app/results/import/locusthistory.h"
#include "app/results/import/locusttable.h"
#include "app/results/import/names.h"
#include "app/results/import/runfolder.h"
#include "app/results/locust.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace locust {
namespace {

constexpr qint64 largestTable = 64 << 20; // bytes; the tables without a time are small

const auto statsEnd = u"_stats.csv"_s;
const auto historyEnd = u"_stats_history.csv"_s;
const auto failuresEnd = u"_failures.csv"_s;

// A table that was read to its end; only its last row may be cut off.
struct Rows
{
    QStringList header;
    QList<QStringList> rows;
    bool isTorn = false;
};

Result<Rows> readRows(const QString& path)
{
    if (QFileInfo(path).size() > largestTable)
        return fail(ErrorCode::CannotReadFile, { path, u"it is larger than %1 bytes"_s.arg(largestTable) });
    auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->startsWith("\xEF\xBB\xBF"))
        bytes->remove(0, 3);
    const bool hasEnd = bytes->endsWith('\n');
    if (!hasEnd)
        *bytes += '\n';
    CsvReader reader(*bytes);
    Rows table { reader.next().value_or(QStringList()), {}, false };
    while (auto row = reader.next())
        if (*row != QStringList { QString() })
            table.rows += *std::move(row);
    if (reader.offset() < bytes->size())
        return fail(ErrorCode::CannotReadFile,
            { path, u"row %1 has a quotation mark that is never closed"_s.arg(table.rows.size() + 2) });
    if (!hasEnd && !table.rows.isEmpty() && table.rows.last().size() < table.header.size()) {
        table.rows.removeLast();
        table.isTorn = true;
    }
    return table;
}

QString operationOf(const QString& method, const QString& name)
{
    return method.isEmpty() ? name : QString(method + u' ' + name);
}

class Reading
{
public:
    Reading(const QString& prefix, const QString& root)
        : m_prefix(prefix)
        , m_folder(root)
    {
        m_run.tool = u"Locust"_s;
        m_run.name = QFileInfo(prefix).fileName();
        m_run.timesIncludeFailures = true;
    }

    Result<QString> run(const Onward& onward)
    {
        const auto dated = QFileInfo(m_prefix + statsEnd).lastModified().toUTC();
        return m_folder.begin(m_run.tool)
            .and_then([this] { return readStats(); })
            .and_then([this] { return readFailures(); })
            .and_then([&] { return readHistory(onward); })
            .and_then([&] {
                if (const auto byRate = durationByRate())
                    m_run.durationS = byRate; // the history's last rows may be missing
                return m_folder.keep(m_run, {}, dated);
            });
    }

private:
    Result<Rows> open(const QString& end)
    {
        auto rows = readRows(m_prefix + end);
        if (rows) {
            m_run.files += m_run.name + end;
            m_run.tornRows += rows->isTorn ? 1 : 0;
        }
        return rows;
    }

    Result<void> readStats()
    {
        const QString path = m_prefix + statsEnd;
        const auto rows = open(statsEnd);
        if (!rows)
            return tl::unexpected(rows.error());
        const auto table = Table::open(path, rows->header,
            { u"Type"_s, u"Name"_s, u"Request Count"_s, u"Failure Count"_s, u"50%"_s, u"95%"_s, u"99%"_s });
        if (!table)
            return tl::unexpected(table.error());
        for (qsizetype i = 0; i < rows->rows.size(); ++i)
            if (const auto taken = takeStats(*table, rows->rows[i], i + 2); !taken)
                return taken;
        const auto total = std::ranges::find(m_run.operations, allRequests, &ImportedOperation::operation);
        if (total == m_run.operations.end())
            return fail(ErrorCode::CannotReadFile, { path, u"it has no row \"Aggregated\"; Locust writes it last"_s });
        std::rotate(m_run.operations.begin(), total, total + 1);
        return {};
    }

    Result<void> takeStats(const Table& table, const QStringList& row, qint64 at)
    {
        if (!table.has(row))
            return table.bad(at, u"it has %1 cells, not those of the first row"_s.arg(row.size()));
        ImportedOperation it;
        const auto method = table.text(row, u"Type"_s);
        const auto name = table.text(row, u"Name"_s);
        const bool isTotal = method.isEmpty() && name == aggregated;
        const auto requests = table.count(row, at, u"Request Count"_s);
        const auto failed = table.count(row, at, u"Failure Count"_s);
        const auto rate = table.number(row, at, u"Requests/s"_s, 1e12);
        if (!requests || !failed || !rate)
            return tl::unexpected(!requests ? requests.error() : !failed ? failed.error() : rate.error());
        if (!*requests || failed->value_or(0) > **requests)
            return table.bad(at, u"it needs a number of requests, and no more failures than requests"_s);
        it.requests = **requests;
        it.failed = *failed;
        if (rate->value_or(0) > 0) // Locust has 0 where it could not tell
            it.requestsPerS = *rate;
        if (const auto read = readTimes(table, row, at, it); !read)
            return read;
        if (!isTotal && m_names.size() >= static_cast<qsizetype>(mostNames)) {
            m_run.otherNames += it.requests;
            return {};
        }
        it.operation = isTotal ? allRequests : m_operations.add(operationOf(method, name));
        if (!isTotal)
            m_names.insert({ method, name }, it.operation);
        m_run.operations.push_back(std::move(it));
        return {};
    }

    // Without a request Locust writes 0 or N/A: nothing was measured.
    static Result<void> readTimes(const Table& table, const QStringList& row, qint64 at, ImportedOperation& it)
    {
        using P = Percentiles;
        for (const auto& [column, member] : { std::pair(u"50%"_s, &P::p50), std::pair(u"95%"_s, &P::p95),
                 std::pair(u"99%"_s, &P::p99), std::pair(u"99.9%"_s, &P::p99_9),
                 std::pair(u"Max Response Time"_s, &P::max), std::pair(u"Average Response Time"_s, &P::mean) }) {
            const auto us = table.microseconds(row, at, column);
            if (!us)
                return tl::unexpected(us.error());
            if (it.requests > 0)
                it.response.*member = *us;
        }
        return {};
    }

    Result<void> readFailures()
    {
        const QString path = m_prefix + failuresEnd;
        if (!QFile::exists(path))
            return {};
        const auto rows = open(failuresEnd);
        if (!rows)
            return tl::unexpected(rows.error());
        const auto table = Table::open(path, rows->header, { u"Method"_s, u"Name"_s, u"Error"_s, u"Occurrences"_s });
        if (!table)
            return tl::unexpected(table.error());
        for (qsizetype i = 0; i < rows->rows.size() && m_run.failures.size() < mostFailures; ++i) {
            const auto& row = rows->rows[i];
            if (!table->has(row))
                return table->bad(i + 2, u"it has %1 cells, not those of the first row"_s.arg(row.size()));
            const auto count = table->count(row, i + 2, u"Occurrences"_s);
            if (!count)
                return tl::unexpected(count.error());
            const auto name
                = m_names.value({ table->text(row, u"Method"_s), table->text(row, u"Name"_s) }, allRequests);
            m_run.failures.push_back({ name, table->text(row, u"Error"_s), count->value_or(0) });
        }
        std::ranges::stable_sort(m_run.failures, std::ranges::greater {}, &ImportedFailure::count);
        return {};
    }

    Result<void> readHistory(const Onward& onward)
    {
        const QString path = m_prefix + historyEnd;
        if (!QFile::exists(path))
            return {};
        m_run.files += m_run.name + historyEnd;
        return locust::readHistory(path, m_names, m_folder, onward).map([this](const History& history) {
            m_run.tornRows += history.tornRows;
            m_run.moment = history.moment;
            if (history.lastS >= history.firstS) {
                m_run.started = QDateTime::fromSecsSinceEpoch(history.firstS, Qt::UTC);
                if (history.lastS > history.firstS)
                    m_run.durationS = static_cast<double>(history.lastS - history.firstS);
            }
        });
    }

    std::optional<double> durationByRate() const
    {
        const auto& total = m_run.operations.front();
        return total.requestsPerS ? std::optional(static_cast<double>(total.requests) / *total.requestsPerS)
                                  : std::nullopt;
    }

    QString m_prefix;
    RunFolder m_folder;
    ImportedRun m_run;
    Names m_operations;
    NamesOfLocust m_names; // as Locust has them
};

} // namespace
} // namespace locust

Result<QString> importLocust(const QString& prefix, const QString& root, const Onward& onward)
{
    return locust::Reading(prefix, root).run(onward);
}

std::optional<QString> locustPrefix(const QString& file)
{
    for (const auto& end : { locust::historyEnd, locust::statsEnd, locust::failuresEnd, u"_exceptions.csv"_s })
        if (file.endsWith(end))
            return file.chopped(end.size());
    return std::nullopt;
}

} // namespace ceteris::results
