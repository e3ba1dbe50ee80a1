// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "app/models/trialdata.h"
#include "widgets/chart/chartdata.h"

#include <QString>

namespace ceteris::pages {

// From what was measured to what charts draw; the same on every page.

widgets::Axis latencyAxis(); // of values in microseconds
widgets::Axis latencyAxis(double lowUs, double highUs); // with fixed ends, widened to 1-3-10
widgets::Axis axisOf(const QString& metric); // of a compared metric

widgets::Estimate estimateOf(const models::Experiment& experiment, const results::Comparison& it, bool withVoided);
QString withVoidedText(const results::Comparison& it); // the verdict with the void blocks put back, as a sentence

widgets::PercentileLine lineOf(const QString& name, const models::LatencyCurve& curve, int arm, bool thin = false);
QList<widgets::Phase> phasesOf(const models::TrialTimeline& timeline, const QString& contaminated, double origin = 0);
QList<widgets::ChartEvent> eventsOf(const models::TrialTimeline& timeline, double origin = 0);
QString trialText(const models::TrialKey& key); // "Trial 7 · block 4 · B · redis"
QString tooFewText(const QString& metric); // why no trial shows it

// A name as a chip and a heading, "A · memory".
QString armText(int arm, const QString& name);

} // namespace ceteris::pages
