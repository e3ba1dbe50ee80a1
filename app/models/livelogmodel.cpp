// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livelogmodel.h"

#include "app/models/figures.h"
#include "app/models/livewords.h"

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

bool isSame(const LogRow& a, const LogRow& b)
{
    return a.kind == b.kind && a.tS == b.tS && a.timeUtc == b.timeUtc && a.words == b.words;
}

} // namespace

// Rows are only ever added at the end and taken from the front: a selection stays where it was.
void LiveLogModel::setRows(const std::deque<LogRow>& rows)
{
    std::size_t gone = 0;
    while (gone < m_rows.size() && (rows.empty() || !isSame(m_rows[gone], rows.front())))
        ++gone;
    const auto kept = m_rows.size() - gone;
    if (kept > rows.size() || (kept > 0 && !isSame(m_rows.back(), rows[kept - 1]))) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (gone > 0) {
        beginRemoveRows({}, 0, static_cast<int>(gone) - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(gone));
        endRemoveRows();
    }
    if (kept < rows.size()) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
        endInsertRows();
    }
}

void LiveLogModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LiveLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LiveLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LiveLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? QVariant(logText(row)) : QVariant(row.timeUtc);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(index.column() == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TrialRole:
        return row.trial;
    case TrialSecondRole:
        return row.trialS ? QVariant(*row.trialS) : QVariant();
    case SeverityRole:
        return static_cast<int>(row.severity);
    default:
        return {};
    }
}

QString LiveLogModel::textOf(const LogRow& row, int column) const
{
    switch (column) {
    case Time:
        return durationText(row.tS);
    case PhaseName:
        return phaseText(row.phase);
    case Source:
        return sourceText(row.source);
    default:
        break;
    }
    const auto glyph = row.severity == Severity::Error ? u"✖ "_s
        : row.severity == Severity::Warning            ? u"⚠ "_s
                                                       : QString();
    return QString(glyph + logText(row).simplified());
}

QVariant LiveLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case PhaseName:
        return tr("Phase");
    case Text:
        return tr("Event");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace ceteris::models
