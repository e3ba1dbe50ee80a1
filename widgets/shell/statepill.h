// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QLabel>

namespace ceteris::widgets {

// A state as glyph, word and colour, never colour alone: "▶ Running – measure".
class StatePill : public QLabel
{
    Q_OBJECT

public:
    explicit StatePill(QWidget* parent = nullptr);

    void setState(const QString& glyph, const QString& word, Tone tone);
    QString word() const;
    Tone tone() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QString m_word;
    Tone m_tone = Tone::Neutral;
};

} // namespace ceteris::widgets
