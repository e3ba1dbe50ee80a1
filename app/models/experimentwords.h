// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "app/models/livewords.h"
#include "app/models/tablemodel.h"

#include <QString>

namespace ceteris::models {

// The names of files as people read them.
QString metricText(const QString& metric); // "response_p99" → "p99"
QString checkText(const QString& check); // "foreign_cpu" → "CPU of other programs"
QString verdictText(stats::Verdict verdict); // "BETTER", "NOT COMPARABLE" …
QString standingText(Standing standing); // "Done", "Pilot", "Interrupted" …
QString standingGlyph(Standing standing);
QString standingKey(Standing standing); // for the filter, in any language: "pilot", "running" …

Mood moodOf(Standing standing);

QString percentInterval(const stats::Interval& interval); // "[−36, −25]", per cent of change
QString effectText(const results::Comparison& comparison); // "−31 % [−36, −25]"; "—" without a figure
QString headlineOf(const Verdict& verdict); // of the registered metric: "p99 −31 % [−36, −25]"
QString metricValueText(const QString& metric, std::optional<double> value); // with its unit

// "better" or "worse", a word beside the figure; empty where the engine gave neither verdict.
bool isBetter(const results::Comparison& comparison);
QString directionText(const results::Comparison& comparison);

} // namespace ceteris::models
