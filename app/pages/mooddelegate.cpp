// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/mooddelegate.h"

#include "app/models/tablemodel.h"

namespace ceteris::pages {

widgets::Tone toneOf(models::Mood mood)
{
    switch (mood) {
    case models::Mood::Good:
        return widgets::Tone::Good;
    case models::Mood::Warning:
        return widgets::Tone::Warning;
    case models::Mood::Bad:
        return widgets::Tone::Bad;
    case models::Mood::Plain:
    case models::Mood::Quiet:
        break;
    }
    return widgets::Tone::Neutral;
}

void MoodDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false); // the row is chosen, not the cell
    const auto mood = static_cast<models::Mood>(index.data(models::TableModel::MoodRole).toInt());
    if (mood != models::Mood::Plain && !option->state.testFlag(QStyle::State_Selected))
        option->palette.setColor(QPalette::Text, widgets::theme().tone(toneOf(mood)));
}

} // namespace ceteris::pages
