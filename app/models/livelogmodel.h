// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livestate.h"

#include <QAbstractTableModel>

#include <deque>

namespace ceteris::models {

// What happened, newest last. Texts are made when they are asked for, in the language of then.
class LiveLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, PhaseName, Text, Source, ColumnCount };
    enum Role { TrialRole = Qt::UserRole, TrialSecondRole, SeverityRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::deque<LogRow>& rows);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const LogRow& row, int column) const;

    std::deque<LogRow> m_rows;
};

} // namespace ceteris::models
