// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace ceteris::models {

struct HistoryEntry;

// What is asked of the history: "state:void tag:demo redis". Words and conditions must all hold. state: is a standing
// (done, pilot, running, interrupted, inconclusive, notcomparable, unreadable) or void (a block was lost) or starred;
// tag:, arm: and name: look only there; a plain word is looked for in name, arms, tags, note and folder.
struct HistoryQuery
{
    struct Condition
    {
        QString key; // empty: anywhere
        QString value; // folded case

        bool operator==(const Condition&) const = default;
    };
    QList<Condition> conditions;

    bool accepts(const HistoryEntry& entry) const;
    bool operator==(const HistoryQuery&) const = default;
};
HistoryQuery queryOf(const QString& text); // "tag:\"first try\"" keeps a space

class HistoryFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit HistoryFilter(QObject* parent = nullptr);

    void setText(const QString& text);
    void setGroupedByPlan(bool grouped); // experiments of one plan stand together, then the chosen order

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    HistoryQuery m_query;
    bool m_grouped = false;
};

} // namespace ceteris::models
