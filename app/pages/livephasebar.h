// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace ceteris::models {
struct LiveState;
}

namespace ceteris::pages {

// The phases of the current trial on one line, as long as they are planned, with how far it is. What is measured is in
// the arm's colour, the rest is grey; a contaminated trial is hatched.
class LivePhaseBar : public QWidget
{
    Q_OBJECT

public:
    explicit LivePhaseBar(QWidget* parent = nullptr);

    void setFrom(const models::LiveState& state);
    void setProjected(bool projected) { m_projected = projected; } // for a projector: in the font that it is given

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Segment
    {
        QString name;
        double lengthS = 0;
        bool counted = false;
    };

    double wholeS() const;

    std::vector<Segment> m_segments;
    double m_doneS = 0;
    int m_arm = 0;
    bool m_contaminated = false;
    bool m_projected = false;
};

} // namespace ceteris::pages
