// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// Where the text without its leading apostrophes begins like a formula. Apostrophes count so that unguarded() is exact.
bool looksLikeFormula(QStringView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'\''; });
    return first != text.end() && u"=+-@"_s.contains(*first);
}

QString quoted(const QString& cell)
{
    const auto special = [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; };
    if (std::none_of(cell.begin(), cell.end(), special))
        return cell;
    auto doubled = cell;
    return u'"' + doubled.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QByteArray csvRow(const QStringList& cells)
{
    QString row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row += u',';
        row += quoted(cells[i]);
    }
    row += u"\r\n";
    return row.toUtf8();
}

QString guarded(const QString& text)
{
    return looksLikeFormula(text) ? u'\'' + text : text;
}

QString unguarded(const QString& cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(cell) ? cell.sliced(1) : cell;
}

CsvReader::CsvReader(QByteArrayView bytes)
    : m_bytes(bytes)
{
}

std::optional<QStringList> CsvReader::next()
{
    QStringList cells;
    QByteArray cell;
    bool inQuotes = false;
    for (auto i = m_offset; i < m_bytes.size(); ++i) {
        const char c = m_bytes[i];
        if (inQuotes) {
            const bool doubled = c == '"' && i + 1 < m_bytes.size() && m_bytes[i + 1] == '"';
            if (c == '"' && !doubled) {
                inQuotes = false;
                continue;
            }
            cell += c;
            i += doubled ? 1 : 0;
        } else if (c == '"' && cell.isEmpty()) {
            inQuotes = true;
        } else if (c == ',') {
            cells += QString::fromUtf8(cell);
            cell.clear();
        } else if (c == '\n') {
            if (cell.endsWith('\r') && m_bytes[i - 1] == '\r')
                cell.chop(1);
            cells += QString::fromUtf8(cell);
            m_offset = i + 1;
            return cells;
        } else {
            cell += c;
        }
    }
    return {};
}

} // namespace ceteris::results
