// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QStringList>

#include <cstdint>
#include <optional>

namespace ceteris::results::locust {

// The cells of one file of Locust, by the names in its header, whatever their order: versions differ.
class Table
{
public:
    // An Error names the first of the wanted columns that is not there.
    static Result<Table> open(const QString& path, const QStringList& header, const QStringList& wanted);

    // A row of another width is none.
    bool has(const QStringList& row) const { return row.size() == m_header.size(); }
    QString text(const QStringList& row, const QString& column) const; // empty without the column

    // Empty cells and N/A are nothing; what is no such number, or beyond reason, is an Error that names the row.
    Result<std::optional<double>> number(const QStringList& row, qint64 at, const QString& column, double most) const;
    Result<std::optional<std::uint64_t>> count(const QStringList& row, qint64 at, const QString& column) const;
    Result<std::optional<double>> microseconds(const QStringList& row, qint64 at, const QString& column) const;

    tl::unexpected<Error> bad(qint64 row, const QString& why) const;

private:
    QString m_path;
    QStringList m_header;
};

} // namespace ceteris::results::locust
