// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultstab.h"

#include "app/models/tablemodel.h"
#include "app/pages/mooddelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

void copySelection(const QTableView* table)
{
    auto rows = table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString text;
    for (const auto& row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells += row.siblingAtColumn(column).data().toString();
        text += cells.join(u'\t') + u'\n';
    }
    QApplication::clipboard()->setText(text);
}

} // namespace

void ResultsTab::setExperiment(models::ExperimentPtr experiment)
{
    m_experiment = std::move(experiment);
    m_isStale = true;
    refreshIfSeen();
}

void ResultsTab::refreshIfSeen()
{
    if (!m_isStale || !m_experiment || !isVisible())
        return;
    m_isStale = false;
    refresh();
}

void ResultsTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshIfSeen();
}

void ResultsTab::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_isStale = true;
    refreshIfSeen();
}

QTableView* newTable(models::TableModel* model, const QString& objectName, QWidget* parent)
{
    auto* const table = new QTableView(parent);
    auto* const sorted = new QSortFilterProxyModel(table);
    sorted->setSourceModel(model);
    sorted->setSortRole(models::TableModel::SortRole);
    table->setObjectName(objectName);
    table->setModel(sorted);
    table->setItemDelegate(new MoodDelegate(table));
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder); // as it comes
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QObject::connect(model, &QAbstractItemModel::modelReset, table, [table] {
        table->horizontalHeader()->setStretchLastSection(false);
        table->resizeColumnsToContents(); // of the last one too, which would stay like that
        table->horizontalHeader()->setStretchLastSection(true);
    });
    auto* const copy = new QShortcut(QKeySequence::Copy, table, nullptr, nullptr, Qt::WidgetShortcut);
    QObject::connect(copy, &QShortcut::activated, table, [table] { copySelection(table); });
    return table;
}

} // namespace ceteris::pages
