// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>
#include <QVariant>

namespace ceteris::models {

enum class Mood { Plain, Good, Warning, Bad, Quiet }; // how a row is meant; its text says so too

struct TableCell
{
    QString text;
    QVariant sort; // of a number: itself
    bool isNumber = false; // aligned at the right
};
TableCell cell(const QString& text);
TableCell number(const QString& text, const QVariant& raw);

struct TableRow
{
    QList<TableCell> cells;
    QString tip; // what the cells have no room for
    Mood mood = Mood::Plain;
    int id = 0; // the caller's: a trial, an index
    bool ticked = true; // where the table has ticks
};

// A table as plain values, made by a function of an experiment (experimenttables.h, comparetable.h).
struct Table
{
    QStringList headings;
    QList<TableRow> rows;
    int moodColumn = -1; // the cell that shows the mood; -1: none
    int tickColumn = -1; // the cell with a tick that a person sets; -1: none
};

class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1, MoodRole, IdRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(Table table);
    const Table& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; // ticks
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void ticked(int id, bool on); // by a person

private:
    Table m_table;
};

} // namespace ceteris::models
