// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace ceteris::widgets {

class TableView;

// Rows of a chart, to be read and copied: what a screen reader can follow.
class TableDialog : public QDialog
{
    Q_OBJECT

public:
    TableDialog(
        const QString& title, const QStringList& headings, const QList<QStringList>& rows, QWidget* parent = nullptr);

    TableView* view() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    TableView* m_view = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace ceteris::widgets
