// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"

#include <optional>
#include <vector>

namespace ceteris::models {

// What the trials of an experiment show in one metric of one operation at one level.
struct Measure
{
    QString level;
    QString operation;
    QString metric; // as in comparison.csv

    bool operator==(const Measure&) const = default;
};

struct TrialValue
{
    TrialKey key;
    double value = 0;
    bool counts = false; // its block is complete and undisturbed
};

Measure registeredMeasure(const plan::Plan& plan);
std::vector<Measure> measuresOf(const Experiment& experiment); // those that arms are compared by, registered first
// "busy · refresh p99"; the level only where the plan has several.
QString measureText(const plan::Plan& plan, const Measure& measure);

// Of trials that could be run; without those in which it was not measured or stands on too few requests.
std::vector<TrialValue> valuesOf(const Experiment& experiment, const Measure& measure);

// The typical trial of an arm over the blocks that count, as the engine says it beside its ratios.
std::optional<double> typicalOf(const Experiment& experiment, const Measure& measure, int arm);

} // namespace ceteris::models
