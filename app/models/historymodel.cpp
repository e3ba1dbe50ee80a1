// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historymodel.h"

namespace ceteris::models {

HistoryModel::HistoryModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void HistoryModel::setRoot(const QString& folder)
{
    m_root = folder;
    refresh();
}

QString HistoryModel::root() const
{
    return m_root;
}

void HistoryModel::refresh() { }

int HistoryModel::rowCount(const QModelIndex&) const
{
    return 0;
}

int HistoryModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant HistoryModel::data(const QModelIndex&, int) const
{
    return {};
}

} // namespace ceteris::models
