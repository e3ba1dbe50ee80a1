// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/csv.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ceteris::results {

// One column of a table: its name, how a cell is written and how it is read. The order of a file lives in one list.
template <class Row>
struct Column
{
    QString name;
    std::function<QString(const Row&)> write;
    std::function<bool(Row&, const QString&)> read; // false: this is no such cell
};

template <class Row>
using Columns = std::vector<Column<Row>>;

// Integers exact, doubles as short as they read back, empty for what was not measured (and for NaN).
QString toCell(const QString& text);
QString toCell(int value);
QString toCell(std::int64_t value);
QString toCell(std::uint64_t value);
QString toCell(double value);

bool fromCell(const QString& cell, QString& text);
bool fromCell(const QString& cell, int& value);
bool fromCell(const QString& cell, std::int64_t& value);
bool fromCell(const QString& cell, std::uint64_t& value);
bool fromCell(const QString& cell, double& value);

template <class T>
QString toCell(const std::optional<T>& value)
{
    return value ? toCell(*value) : QString();
}

template <class T>
bool fromCell(const QString& cell, std::optional<T>& value)
{
    value.reset();
    return cell.isEmpty() || fromCell(cell, value.emplace());
}

// column("response_p50_us", &TrialRow::response, &Percentiles::p50)
template <class Row, class Member, class... Path>
Column<Row> column(const char* name, Member Row::*first, Path... path)
{
    return { QString::fromLatin1(name), [=](const Row& row) { return toCell(((row.*first).*....*path)); },
        [=](Row& row, const QString& cell) { return fromCell(cell, ((row.*first).*....*path)); } };
}

template <class Row>
QStringList namesOf(const Columns<Row>& columns)
{
    QStringList names;
    for (const auto& column : columns)
        names += column.name;
    return names;
}

template <class Row>
QByteArray csvRow(const Columns<Row>& columns, const Row& row)
{
    QStringList cells;
    for (const auto& column : columns)
        cells += column.write(row);
    return csvRow(cells);
}

template <class Row>
QByteArray csvRows(const Columns<Row>& columns, const std::vector<Row>& rows)
{
    QByteArray bytes;
    for (const auto& row : rows)
        bytes += csvRow(columns, row);
    return bytes;
}

template <class Row>
std::optional<Row> rowOf(const Columns<Row>& columns, const QStringList& cells)
{
    if (cells.size() != static_cast<qsizetype>(columns.size()))
        return {};
    Row row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].read(row, cells[static_cast<qsizetype>(i)]))
            return {};
    }
    return row;
}

} // namespace ceteris::results
