// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/liveprogress.h"

#include <algorithm>

namespace ceteris::models {

void LiveProgress::begin(const results::ExperimentStarted& event)
{
    *this = {};
    m_known = true;
    m_plannedS = event.plannedS;
    m_before = event.finishedTrials;
    m_trials = event.trials;
    m_meanS = event.plannedS / std::max(1, event.trials - event.finishedTrials);
}

void LiveProgress::beginTrial(const results::TrialStarted& event, double nowS)
{
    m_doneS += m_currentS; // with its washout
    m_currentS = event.plannedS;
    m_beganS = nowS;
    m_added = std::max(m_added, event.trials - m_trials);
}

std::optional<double> LiveProgress::leftS(double nowS) const
{
    if (!m_known)
        return std::nullopt;
    const auto inTrialS = m_currentS > 0 ? std::clamp(nowS - m_beganS, 0.0, m_currentS) : 0;
    return std::max(0.0, m_plannedS + addedS() - m_doneS - inTrialS);
}

double LiveProgress::fraction(double nowS)
{
    const auto wholeS = m_before * m_meanS + m_plannedS + addedS();
    if (const auto left = leftS(nowS); left && wholeS > 0)
        m_fraction = std::max(m_fraction, 1 - *left / wholeS);
    return m_fraction;
}

} // namespace ceteris::models
