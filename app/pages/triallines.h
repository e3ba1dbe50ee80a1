// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/trialdata.h"
#include "widgets/chart/chartdata.h"

namespace ceteris::widgets {
class HeatMap;
}

namespace ceteris::pages {

// Lines of a trial over time, x in seconds since `origin` of the trial; where nothing was measured there is a gap.
QList<QPointF> pointsOf(const models::TrialTimeline& timeline, const QString& metric, double origin = 0);

QList<widgets::Line> latencyLines(const models::TrialTimeline& timeline, const QString& operation, int arm);
QList<widgets::Band> latencyBand(const models::TrialTimeline& timeline, const QString& operation, int arm);
QList<widgets::Line> throughputLines(const models::TrialTimeline& timeline, const QString& operation, int arm);
QList<widgets::Line> cpuLines(const models::TrialTimeline& timeline, int arm); // of one core, in per cent
QList<widgets::Line> memoryLines(const models::TrialTimeline& timeline, int arm);

widgets::Axis rateAxis();
widgets::Axis cpuAxis(const QList<widgets::Line>& lines); // one core, and more only where a part used more
widgets::Axis memoryAxis();

QList<widgets::Cell> cellsOf(const std::vector<models::SecondOfLatency>& seconds);

// Heat maps beside each other have one scale, or they could not be compared.
struct HeatScale
{
    double lengthS = 1;
    double fullCount = 0; // 0: nothing was counted
    double lowUs = 0;
    double highUs = 0;
};
HeatScale commonScale(const std::vector<models::LatencyMap>& maps);
void apply(const HeatScale& scale, widgets::HeatMap* heat);

} // namespace ceteris::pages
