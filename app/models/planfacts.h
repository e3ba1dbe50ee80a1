// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

namespace ceteris::models {

// A key in which arms differ, for the ceteris-paribus panel.
struct ArmDifference
{
    QString key; // "redis.transport"
    QStringList values; // of each arm, as TOML writes it
    bool intended = false; // declared as the factor, or the only difference when nothing is declared

    bool operator==(const ArmDifference&) const = default;
};

// Without a declared factor the first key that differs is taken for it.
QList<ArmDifference> armDifferences(const plan::Plan& plan);

// What an experiment will take.
struct PlanSize
{
    int arms = 0; // without the twin
    int blocks = 0;
    int trials = 0;
    double seconds = 0;
    double bytes = 0;

    bool operator==(const PlanSize&) const = default;
};
PlanSize sizeOf(const plan::Plan& plan);

} // namespace ceteris::models
