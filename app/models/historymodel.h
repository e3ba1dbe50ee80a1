// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/historyentry.h"
#include "app/models/latest.h"
#include "app/models/tablemodel.h"

#include <QAbstractTableModel>
#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace ceteris::models {

// The experiments in the folder for results, newest first. Reads them in the background and again when they change.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Star, Name, Headline, Arms, Blocks, Date, Duration, Tags, ColumnCount };
    enum Role {
        SortRole = TableModel::SortRole, // raw: numbers and times, not their texts
        MoodRole = TableModel::MoodRole,
        FolderRole = Qt::UserRole + 10, // QString: its path
        StandingRole, // int of Standing
        ErrorRole, // QString: why it cannot be read
    };

    explicit HistoryModel(QObject* parent = nullptr);

    void setRoot(const QString& folder); // watches it
    QString root() const;
    void refresh();
    bool isReading() const { return m_reading.isBusy(); }

    const HistoryEntry* entry(int row) const;
    int rowOf(const QString& folder) const; // -1: not here
    Result<void> annotate(const QString& folder, const Annotations& annotations);

    QStringList chosen() const; // folders whose box is ticked, in the order of rows
    void clearChosen();

    // Into the root's own trash, from where it can be taken back; emptyTrash() hands it to the system's.
    Result<QString> discard(const QString& folder); // where it lies now
    Result<void> restore(const QString& discarded);
    void emptyTrash();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; // the box of a row
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void retranslate(); // texts are made when asked for; says that all are new

signals:
    void refreshed(); // what is on the disk is in the model
    void chosenChanged();

private:
    QVariant text(const HistoryEntry& entry, int column) const;
    QVariant sortValue(const HistoryEntry& entry, int column) const;
    QString tip(const HistoryEntry& entry) const;
    void take(QList<HistoryEntry> fresh);
    void watch();
    QString trash() const;

    QString m_root;
    QList<HistoryEntry> m_entries;
    QSet<QString> m_chosen;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; // many changes, one reading
    Latest m_reading;
};

} // namespace ceteris::models
