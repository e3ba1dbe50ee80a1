// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tablemodel.h"

namespace ceteris::models {

TableCell cell(const QString& text)
{
    return { text, text, false };
}

TableCell number(const QString& text, const QVariant& raw)
{
    return { text, raw, true };
}

void TableModel::setTable(Table table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headings.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_table.rows[index.row()];
    const auto& it = row.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return it.text;
    case Qt::ToolTipRole:
        return row.tip.isEmpty() ? QVariant() : QVariant(row.tip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((it.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::CheckStateRole:
        return index.column() == m_table.tickColumn ? QVariant(row.ticked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case SortRole:
        return it.sort;
    case MoodRole:
        return static_cast<int>(index.column() == m_table.moodColumn ? row.mood : Mood::Plain);
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

bool TableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole
        || index.column() != m_table.tickColumn)
        return false;
    auto& row = m_table.rows[index.row()];
    row.ticked = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, { role });
    emit ticked(row.id, row.ticked);
    return true;
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.column() == m_table.tickColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < m_table.headings.size())
        return m_table.headings[section];
    return {};
}

} // namespace ceteris::models
