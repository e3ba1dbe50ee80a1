// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QList>

namespace ceteris::widgets {

struct Choice
{
    QString value; // as it is written
    QString text; // as it is shown
    QString hint; // tooltip

    bool operator==(const Choice&) const = default;
};

// One of several values. A value that is none of them is shown as it is, for it is there.
class ChoiceEntry : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceEntry(QWidget* parent = nullptr);

    void setChoices(const QList<Choice>& choices); // keeps the value
    void setValue(const QString& value); // not an edit
    QString value() const { return m_value; }
    QSize minimumSizeHint() const override; // narrower than its longest text

signals:
    void chosen(const QString& value); // by a person

protected:
    void wheelEvent(QWheelEvent* event) override; // scrolls the page unless the entry has the focus

private:
    void fill();

    QList<Choice> m_choices;
    QString m_value;
};

} // namespace ceteris::widgets
