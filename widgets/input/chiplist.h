// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/input/choiceentry.h"

#include <QStringList>
#include <QWidget>

class QToolButton;

namespace ceteris::widgets {

// Several of many: each a button that stays down, in as many lines as it takes. Arrow keys go from one to the next.
class ChipList : public QWidget
{
    Q_OBJECT

public:
    explicit ChipList(QWidget* parent = nullptr);

    void setChoices(const QList<Choice>& choices); // keeps what is chosen
    void setChosen(const QStringList& values); // not an edit; values that are no choice get a chip too
    QStringList chosen() const; // in the order of the chips

signals:
    void edited(const QStringList& values); // by a person

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QStringList& values);
    QToolButton* addChip(const Choice& choice);

    QList<Choice> m_choices;
    QList<QToolButton*> m_chips;
};

} // namespace ceteris::widgets
