// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ceteris::widgets {

class ToneLabel;

// One thing to fill in: its name, the editor, the unit; under them a hint, and what is wrong with the value.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    explicit FieldRow(QWidget* parent = nullptr);

    void setEditor(QWidget* editor, bool wide); // once; wide: takes all the room there is
    void setLabel(const QString& label); // with a mnemonic; a check box carries it itself
    void setUnit(const QString& unit);
    void setHint(const QString& hint);
    void setProblem(const QString& sentence); // empty: none

    QWidget* editor() const { return m_editor; }
    QString problem() const { return m_sentence; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void describeEditor();
    void fitLabel();

    QLabel* m_label = nullptr;
    QHBoxLayout* m_line = nullptr;
    QWidget* m_editor = nullptr;
    ToneLabel* m_unit = nullptr;
    ToneLabel* m_hint = nullptr;
    ToneLabel* m_problem = nullptr;
    QString m_sentence;
};

} // namespace ceteris::widgets
