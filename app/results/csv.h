// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace ceteris::results {

// One row of RFC 4180: quotes where they are needed, CRLF at the end, UTF-8.
QByteArray csvRow(const QStringList& cells);

// A text cell that would be a formula in a spreadsheet (it begins with = + - @) gets a ' in front; unguarded() takes it
// away again. Not for numbers, which may begin with a minus.
QString guarded(const QString& text);
QString unguarded(const QString& cell);

// Reads row by row and only whole rows: what is behind the last line end was torn off or is being written. Line ends
// may be LF or CRLF. Reads anything, whatever its origin.
class CsvReader
{
public:
    explicit CsvReader(QByteArrayView bytes); // must outlive the reader

    std::optional<QStringList> next(); // nothing: no whole row is left
    qsizetype offset() const { return m_offset; } // behind the last row that next() gave

private:
    QByteArrayView m_bytes;
    qsizetype m_offset = 0;
};

} // namespace ceteris::results
