// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ceteris::widgets {

// A read-only table whose rows can be copied with their headings: Ctrl+C, or the menu.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    QString selectedText() const; // the chosen rows, all where none is; columns as they are shown

public slots:
    void copy() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace ceteris::widgets
