// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/tableview.h"

#include "widgets/table/tabletext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace ceteris::widgets {

TableView::TableView(QWidget* parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
}

QString TableView::selectedText() const
{
    if (!model())
        return {};
    QList<int> columns;
    QStringList headings;
    for (int i = 0; i < model()->columnCount(); ++i) {
        const int column = horizontalHeader()->logicalIndex(i);
        if (isColumnHidden(column))
            continue;
        columns += column;
        headings += model()->headerData(column, Qt::Horizontal).toString();
    }
    QList<QStringList> rows;
    const bool all = selectionModel()->selectedRows().isEmpty();
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (!all && !selectionModel()->isRowSelected(row))
            continue;
        rows.emplaceBack();
        for (const int column : columns)
            rows.last() += model()->index(row, column).data().toString();
    }
    return tabSeparated(headings, rows);
}

void TableView::copy() const
{
    QGuiApplication::clipboard()->setText(selectedText());
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    event->matches(QKeySequence::Copy) ? copy() : QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    menu.addAction(tr("&Copy"), QKeySequence::Copy, this, &TableView::copy);
    menu.addAction(tr("Select &all"), QKeySequence::SelectAll, this, &TableView::selectAll);
    menu.exec(event->globalPos());
}

} // namespace ceteris::widgets
