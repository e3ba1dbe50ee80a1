// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QLabel;

namespace ceteris::models {
class LiveModel;
}

namespace ceteris::pages {

// Three key figures of two arms side by side, large.
class DemoFigures : public QWidget
{
    Q_OBJECT

public:
    explicit DemoFigures(QWidget* parent = nullptr);

    void setFrom(const models::LiveModel& model);
    void setScreen(const QSize& screen);

protected:
    void changeEvent(QEvent* event) override;

private:
    static constexpr std::size_t figureCount = 3;
    static constexpr std::size_t armCount = 2;

    struct Cell
    {
        QLabel* name = nullptr; // marker and arm
        QLabel* value = nullptr;
        QLabel* unit = nullptr;
        int arm = 0;
    };

    QWidget* makeCell(Cell& cell);
    void setValue(Cell& cell, const QString& text);
    void retranslate();
    void applyColours();

    std::array<QLabel*, figureCount> m_labels {};
    std::array<std::array<Cell, armCount>, figureCount> m_cells {};
};

} // namespace ceteris::pages
