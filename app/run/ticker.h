// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/generator.h"
#include "app/monitor/monitor.h"
#include "app/run/journal.h"
#include "app/run/observation.h"

#include <QString>

#include <functional>
#include <vector>

namespace ceteris::run {

// Once a second: what the generator and the monitor have to say, into the stream and the time series.
class Ticker
{
public:
    Ticker(Journal& journal, load::Generator& generator, monitor::Monitor& monitor, int trial, QString arm,
        std::function<double()> trialS);

    // Call it often; it acts when a second is over. What it learns is added to the observation.
    void update(const QString& phase, Observation& seen);
    void finish(const QString& phase, Observation& seen); // what is left of the last second

private:
    void tick(const QString& phase, Observation& seen);
    void writeSeries(const load::Interval& interval, double tS, const std::vector<monitor::Sample>& samples);

    Journal& m_journal;
    load::Generator& m_generator;
    monitor::Monitor& m_monitor;
    int m_trial;
    QString m_arm;
    std::function<double()> m_trialS;
    double m_nextS = 0; // on the trial's clock
};

} // namespace ceteris::run
