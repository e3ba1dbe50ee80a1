// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livestate.h"

#include <QList>
#include <QPair>

#include <deque>

namespace ceteris::models {

// What is kept of earlier trials to hold the current one against: their key figures, thinned out, of the newest trials.
class LiveHistory
{
public:
    static constexpr std::size_t keptTrials = 60;
    static constexpr qsizetype keptPoints = 300; // of each

    using Windows = QList<QPair<double, KeyFigures>>; // x: seconds since the measure window began

    struct Trial
    {
        int number = 0;
        int arm = 0;
        int level = 0;
        Windows windows;
        KeyFigures measured;
    };

    void clear();
    void add(Trial trial);
    void forget(int number); // it was void

    const std::deque<Trial>& trials() const { return m_trials; }
    const Trial* newest(int arm, int level) const; // nullptr: none
    // Median over the arm's trials at this level in the same second; what is in none of them is absent.
    KeyFigures median(int arm, int level, double sinceMeasureS) const;
    std::size_t pointCount() const;

private:
    std::deque<Trial> m_trials;
};

} // namespace ceteris::models
