// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

namespace ceteris::widgets {

struct ShortcutRow
{
    QString text;
    QString keys; // as a person reads them
};

struct ShortcutGroup
{
    QString title;
    QList<ShortcutRow> rows;
};

// All keys on one sheet.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QList<ShortcutGroup>& groups, QWidget* parent = nullptr);
};

} // namespace ceteris::widgets
