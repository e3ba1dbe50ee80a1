// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <optional>

namespace ceteris::models {

// How much of the whole plan is done and about how long the rest takes, by planned durations alone.
class LiveProgress
{
public:
    void begin(const results::ExperimentStarted& event);
    void beginTrial(const results::TrialStarted& event, double nowS);
    void end() { m_fraction = 1; }

    std::optional<double> leftS(double nowS) const; // nullopt before the plan is known; 0: it takes longer than planned
    double fraction(double nowS); // never falls, also when trials are added

private:
    double addedS() const { return m_added * m_meanS; } // for trials that replace void ones

    bool m_known = false;
    double m_plannedS = 0; // of the trials that were left at the start
    double m_meanS = 0; // of a trial
    int m_before = 0; // trials that were done before
    int m_trials = 0;
    int m_added = 0;
    double m_doneS = 0; // planned durations of the trials since the start, without the current one
    double m_currentS = 0;
    double m_beganS = 0;
    double m_fraction = 0;
};

} // namespace ceteris::models
