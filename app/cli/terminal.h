// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QString>

#include <cstdio>

namespace ceteris::cli {

// Follows an experiment on a terminal (one line that is redrawn: progress, phase, key figures, remaining time) or, when
// piped, in plain lines: one for each trial and phase that matters.
class Terminal
{
public:
    explicit Terminal(std::FILE* out);

    void show(const results::Entry& entry);

private:
    void show(const results::ExperimentStarted& event);
    void show(const results::Preparing& event);
    void show(const results::Waiting& event);
    void show(const results::Preflight& event);
    void show(const results::TrialStarted& event);
    void show(const results::PhaseStarted& event);
    void show(const results::Tick& event);
    void show(const results::TrialFinished& event);
    void show(const results::Checked& event);
    void show(const results::Note& event);
    void show(const results::ExperimentFinished& event);

    void line(const QString& text); // a line that stays
    void status(const QString& text); // the line that is redrawn; nothing when piped
    QString bar(double share) const;
    QString remaining() const;

    std::FILE* m_out;
    bool m_interactive;
    int m_trials = 0;
    int m_done = 0;
    double m_plannedS = 0; // of what this start has to do
    double m_beganS = 0; // engine time of the start of the current trial
    double m_doneS = 0; // planned seconds of the trials done by this start
    double m_nowS = 0; // engine time
    results::TrialStarted m_trial;
    QString m_phase;
    double m_phaseBeganS = 0;
    double m_phaseS = 0;
    QString m_figures;
};

} // namespace ceteris::cli
