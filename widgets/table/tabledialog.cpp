// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/tabledialog.h"

#include "widgets/table/tableview.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

bool isNumber(const QString& text)
{
    bool number = false;
    text.toDouble(&number);
    return number;
}

QStandardItemModel* modelOf(const QStringList& headings, const QList<QStringList>& rows, QObject* parent)
{
    auto* model = new QStandardItemModel(static_cast<int>(rows.size()), static_cast<int>(headings.size()), parent);
    model->setHorizontalHeaderLabels(headings);
    for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column) {
            const auto text = rows[row].value(column);
            auto* item = new QStandardItem(text.isEmpty() ? u"—"_s : text);
            item->setTextAlignment((isNumber(text) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            model->setItem(row, column, item);
        }
    return model;
}

} // namespace

TableDialog::TableDialog(
    const QString& title, const QStringList& headings, const QList<QStringList>& rows, QWidget* parent)
    : QDialog(parent)
    , m_view(new TableView(this))
{
    setObjectName(u"tableDialog"_s);
    setWindowTitle(title);
    m_view->setModel(modelOf(headings, rows, this));
    m_view->resizeColumnsToContents();
    m_view->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    connect(m_copy, &QPushButton::clicked, m_view, &TableView::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_view);
    column->addWidget(buttons);
    resize(m_view->horizontalHeader()->length() + 64, 480);
    retranslate();
}

TableView* TableDialog::view() const
{
    return m_view;
}

void TableDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TableDialog::retranslate()
{
    m_copy->setText(tr("&Copy"));
}

} // namespace ceteris::widgets
