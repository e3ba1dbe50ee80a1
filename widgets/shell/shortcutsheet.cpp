// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcutsheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

QGroupBox* box(const ShortcutGroup& group, QWidget* parent)
{
    auto* frame = new QGroupBox(group.title, parent);
    auto* grid = new QGridLayout(frame);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    for (const auto& row : group.rows) {
        const int line = grid->rowCount();
        auto* keys = new QLabel(row.keys, frame);
        auto bold = keys->font();
        bold.setBold(true);
        keys->setFont(bold);
        grid->addWidget(new QLabel(row.text, frame), line, 0);
        grid->addWidget(keys, line, 1, Qt::AlignRight);
    }
    return frame;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<ShortcutGroup>& groups, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(u"shortcutSheet"_s);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    QVBoxLayout* column = nullptr;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (i % 2 == 0) {
            column = new QVBoxLayout;
            columns->addLayout(column);
        }
        column->addWidget(box(groups[i], this));
        if (i % 2 == 1 || i + 1 == groups.size())
            column->addStretch();
    }
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* whole = new QVBoxLayout(this);
    whole->addLayout(columns);
    whole->addWidget(buttons);
}

} // namespace ceteris::widgets
