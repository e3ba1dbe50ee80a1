// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/locusthistory.h"

#include "app/results/csv.h"
#include "app/results/import/locusttable.h"
#include "app/results/locust.h"

using namespace Qt::StringLiterals;

namespace ceteris::results::locust {
namespace {

constexpr double latest = 4'102'444'800; // the year 2100
constexpr qint64 longestRunS = 7 * 24 * 3600;

QStringList cellsOf(QByteArrayView line)
{
    const QByteArray whole = line.toByteArray() + '\n';
    return CsvReader(whole).next().value_or(QStringList()); // nothing: a quotation mark is never closed
}

// Whether any row is about a name, which may come late: only then percentiles are of a moment.
Result<bool> isFull(const QString& path, const Onward& onward)
{
    auto lines = LineReader::open(path, onward);
    if (!lines)
        return tl::unexpected(lines.error());
    QStringList header;
    while (true) {
        const auto line = lines->next();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            return false;
        const auto cells = cellsOf(**line);
        if (lines->number() == 1)
            header = cells;
        else if (cells.size() == header.size() && !cells.value(header.indexOf(u"Type"_s)).isEmpty())
            return true;
    }
}

class Reader
{
public:
    Reader(const QString& path, const NamesOfLocust& names, RunFolder& folder, bool isFull)
        : m_path(path)
        , m_names(names)
        , m_folder(folder)
        , m_isFull(isFull)
    {
    }

    Result<History> run(LineReader& lines)
    {
        while (true) {
            const auto line = lines.next();
            if (!line)
                return tl::unexpected(line.error());
            if (!*line)
                return m_history;
            if (const auto taken = take(**line, lines); !taken)
                return tl::unexpected(taken.error());
        }
    }

private:
    Result<void> take(QByteArrayView line, const LineReader& lines)
    {
        static const QByteArrayView mark("\xEF\xBB\xBF");
        if (lines.number() == 1) {
            const auto header = cellsOf(line.startsWith(mark) ? line.sliced(mark.size()) : line);
            return Table::open(m_path, header,
                { u"Timestamp"_s, u"Type"_s, u"Name"_s, u"Requests/s"_s, u"Failures/s"_s, u"50%"_s, u"95%"_s,
                    u"99%"_s })
                .map([this](const Table& table) { m_table = table; });
        }
        const auto row = cellsOf(line);
        if (line.isEmpty())
            return {};
        if (!m_table.has(row)) {
            if (!lines.isTorn())
                return m_table.bad(lines.number(), u"it has %1 cells, not those of the first row"_s.arg(row.size()));
            ++m_history.tornRows;
            return {};
        }
        return takeRow(row, lines.number());
    }

    Result<void> takeRow(const QStringList& row, qint64 at)
    {
        const auto time = m_table.number(row, at, u"Timestamp"_s, latest);
        if (!time || !*time)
            return time ? m_table.bad(at, u"it has no Timestamp"_s) : tl::unexpected(time.error());
        const auto second = static_cast<qint64>(**time);
        if (m_history.lastS < m_history.firstS)
            m_history.firstS = m_history.lastS = second;
        if (second < m_history.lastS || second - m_history.firstS > longestRunS)
            return m_table.bad(
                at, u"its Timestamp is before that of the row above, or more than 7 days from the first"_s);
        m_history.lastS = second;
        const auto method = m_table.text(row, u"Type"_s);
        const auto name = m_table.text(row, u"Name"_s);
        const bool isTotal = method.isEmpty() && name == aggregated;
        const auto operation = isTotal ? allRequests : m_names.value({ method, name });
        return operation.isEmpty() ? Result<void>() : write(row, at, operation);
    }

    // With 0 Locust says that nothing was answered in its window, or faster than it can tell.
    Result<void> write(const QStringList& row, qint64 at, const QString& operation)
    {
        const auto tS = static_cast<double>(m_history.lastS - m_history.firstS);
        for (const auto& [column, metric] :
            { std::pair(u"Requests/s"_s, u"requests_per_s"_s), std::pair(u"Failures/s"_s, u"failures_per_s"_s) }) {
            const auto rate = m_table.number(row, at, column, 1e12);
            if (!rate)
                return tl::unexpected(rate.error());
            if (!*rate)
                continue;
            if (const auto done = m_folder.series(tS, metric + u'.' + operation, **rate, u"per_s"_s); !done)
                return done;
        }
        for (const auto& [column, metric] : { std::pair(u"50%"_s, u"response_p50"_s),
                 std::pair(u"95%"_s, u"response_p95"_s), std::pair(u"99%"_s, u"response_p99"_s) }) {
            const auto us = m_table.microseconds(row, at, column);
            if (!us)
                return tl::unexpected(us.error());
            if (us->value_or(0) <= 0)
                continue;
            m_history.moment = m_isFull ? Moment::Window : Moment::SinceStart;
            const QString name = m_isFull ? metric : QString(metric + u"_since_start");
            if (const auto done = m_folder.series(tS, name + u'.' + operation, **us, u"us"_s); !done)
                return done;
        }
        return {};
    }

    QString m_path;
    const NamesOfLocust& m_names;
    RunFolder& m_folder;
    bool m_isFull;
    Table m_table;
    History m_history;
};

} // namespace

Result<History> readHistory(const QString& path, const NamesOfLocust& names, RunFolder& folder, const Onward& onward)
{
    const auto full = isFull(path, onward);
    if (!full)
        return tl::unexpected(full.error());
    auto lines = LineReader::open(path, onward);
    if (!lines)
        return tl::unexpected(lines.error());
    return Reader(path, names, folder, *full).run(*lines);
}

} // namespace ceteris::results::locust
