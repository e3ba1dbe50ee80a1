// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QStyledItemDelegate>

namespace ceteris::models {
enum class Mood;
}

namespace ceteris::pages {

widgets::Tone toneOf(models::Mood mood);

// Draws a cell in the colour of its mood (TableModel::MoodRole); the word in it says the same.
class MoodDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace ceteris::pages
