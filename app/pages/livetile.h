// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;

namespace ceteris::widgets {
class Sparkline;
}

namespace ceteris::pages {

// A key figure on a card: what it is, its value, how it stands against the other arm, and its last minute.
class LiveTile : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString label; // "p99 · refresh"
        QString value; // "4.72 ms"
        QString note; // "▼ 12 % below memory", "collecting – first value in 3 s"
        widgets::Tone noteTone = widgets::Tone::Neutral;
        QString details; // tooltip: exact figures
        QList<double> minute; // for the sparkline
        int arm = 0;
        bool dimmed = false; // not counted
    };

    explicit LiveTile(QWidget* parent = nullptr);

    void setContent(const Content& content);
    QString value() const;
    QString label() const;
    QString note() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupParts();
    void applyColours();

    QLabel* m_label = nullptr;
    QLabel* m_value = nullptr;
    QLabel* m_note = nullptr;
    widgets::Sparkline* m_sparkline = nullptr;
    widgets::Tone m_noteTone = widgets::Tone::Neutral;
    bool m_dimmed = false;
};

} // namespace ceteris::pages
