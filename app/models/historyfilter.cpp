// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historyfilter.h"

#include "app/models/experimentwords.h"
#include "app/models/historymodel.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

bool anyContains(const QStringList& texts, const QString& value)
{
    return std::ranges::any_of(texts, [&](const QString& it) { return it.contains(value, Qt::CaseInsensitive); });
}

bool stateIs(const HistoryEntry& entry, const QString& value)
{
    if (value == u"void" || value == u"contaminated")
        return entry.blocksVoid > 0;
    if (value == u"starred")
        return entry.annotations.starred;
    return standingKey(entry.standing).startsWith(value)
        || standingText(entry.standing).startsWith(value, Qt::CaseInsensitive);
}

bool holds(const HistoryQuery::Condition& condition, const HistoryEntry& entry)
{
    if (condition.key == u"state")
        return stateIs(entry, condition.value);
    if (condition.key == u"tag")
        return anyContains(entry.annotations.tags, condition.value);
    if (condition.key == u"arm")
        return anyContains(entry.arms, condition.value);
    if (condition.key == u"name")
        return anyContains({ entry.name }, condition.value);
    return anyContains(entry.arms + entry.annotations.tags
            + QStringList { entry.name, entry.annotations.note, entry.folder.section(u'/', -1) },
        condition.value);
}

} // namespace

bool HistoryQuery::accepts(const HistoryEntry& entry) const
{
    return std::ranges::all_of(conditions, [&](const Condition& it) { return holds(it, entry); });
}

HistoryQuery queryOf(const QString& text)
{
    static const QRegularExpression parts(u"(?:(state|tag|arm|name):)?(?:\"([^\"]*)\"?|(\\S+))"_s);
    HistoryQuery query;
    for (const auto& match : parts.globalMatch(text)) {
        const QString value = match.captured(2) + match.captured(3);
        if (!value.isEmpty())
            query.conditions.append({ match.captured(1), value.toCaseFolded() });
    }
    return query;
}

HistoryFilter::HistoryFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(HistoryModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void HistoryFilter::setText(const QString& text)
{
    auto query = queryOf(text);
    if (query == m_query)
        return;
    m_query = std::move(query);
    invalidateFilter();
}

void HistoryFilter::setGroupedByPlan(bool grouped)
{
    m_grouped = grouped;
    invalidate();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto* const history = qobject_cast<const HistoryModel*>(sourceModel());
    const auto* const entry = history ? history->entry(row) : nullptr;
    return entry && m_query.accepts(*entry);
}

bool HistoryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (m_grouped) {
        const auto name
            = [](const QModelIndex& it) { return it.siblingAtColumn(HistoryModel::Name).data().toString(); };
        const int order = QString::localeAwareCompare(name(left), name(right));
        if (order != 0) // names rise, whichever way the rest is sorted
            return sortOrder() == Qt::AscendingOrder ? order < 0 : order > 0;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace ceteris::models
