// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace ceteris::widgets {

// A state that lasts, said in one sentence with a button or two: never for events that pass.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    // Hidden while the text is empty. Buttons are verbs; chosen(0) is the first.
    void setMessage(Tone tone, const QString& text, const QStringList& buttons = {});
    void setDetails(const QString& lines); // of a log, folded away; empty: none
    void clear();

    QString text() const;
    Tone tone() const;
    QList<QPushButton*> buttons() const;

signals:
    void chosen(int button);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupParts();
    void retranslate();
    void applyColours();

    QLabel* m_glyph = nullptr;
    QLabel* m_text = nullptr;
    QHBoxLayout* m_row = nullptr;
    QList<QPushButton*> m_buttons;
    QToolButton* m_fold = nullptr;
    QPlainTextEdit* m_details = nullptr;
    Tone m_tone = Tone::Info;
};

} // namespace ceteris::widgets
