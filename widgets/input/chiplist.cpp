// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/chiplist.h"

#include "widgets/input/flowlayout.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

// The tick says without colour that a chip is chosen.
void label(QToolButton* chip)
{
    const auto text = chip->property("label").toString();
    chip->setText(chip->isChecked() ? QString(u"✔ "_s + text) : text);
}

} // namespace

ChipList::ChipList(QWidget* parent)
    : QWidget(parent)
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(4);
    auto policy = sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::TabFocus);
}

void ChipList::setChoices(const QList<Choice>& choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    fill(chosen());
}

void ChipList::setChosen(const QStringList& values)
{
    auto now = chosen();
    auto wanted = values;
    now.sort();
    wanted.sort();
    if (now != wanted || m_chips.isEmpty())
        fill(values);
}

QStringList ChipList::chosen() const
{
    QStringList values;
    for (const auto* chip : m_chips)
        if (chip->isChecked())
            values += chip->property("value").toString();
    return values;
}

void ChipList::fill(const QStringList& values)
{
    auto choices = m_choices;
    for (const auto& value : values)
        if (std::ranges::find(choices, value, &Choice::value) == choices.end())
            choices += Choice { value, value, {} };
    while (m_chips.size() > choices.size())
        delete m_chips.takeLast();
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (i == m_chips.size())
            m_chips += addChip(choices[i]);
        auto* chip = m_chips[i];
        chip->setProperty("value", choices[i].value);
        chip->setProperty("label", choices[i].text);
        chip->setObjectName(QString(u"chip."_s + choices[i].value));
        chip->setToolTip(choices[i].hint);
        chip->setChecked(values.contains(choices[i].value));
        chip->setAccessibleName(choices[i].text);
        label(chip);
    }
    setFocusProxy(m_chips.isEmpty() ? nullptr : m_chips.front());
    updateGeometry();
}

QToolButton* ChipList::addChip(const Choice& choice)
{
    auto* chip = new QToolButton(this);
    chip->setCheckable(true);
    chip->setText(choice.text);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->installEventFilter(this);
    connect(chip, &QToolButton::clicked, this, [this, chip] {
        label(chip);
        emit edited(chosen());
    });
    layout()->addWidget(chip);
    return chip;
}

bool ChipList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        const auto by = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
        const auto next = m_chips.indexOf(static_cast<QToolButton*>(watched)) + by;
        if (by != 0 && next >= 0 && next < m_chips.size()) {
            m_chips[next]->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ceteris::widgets
