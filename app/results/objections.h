// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/checkrow.h"
#include "app/results/trialrow.h"

#include <QString>

#include <vector>

namespace ceteris::results {

// Something that speaks against the experiment as a whole.
struct Objection
{
    QString text; // as a part of a sentence
    bool refuses = false; // a ground to give no verdict; otherwise a limit to what the experiment can tell

    bool operator==(const Objection&) const = default;
};

QString groundsToRefuse(const std::vector<Objection>& objections); // in one sentence; empty: none

// Grounds first. Blocks that are void as a whole do not count: they were run again.
std::vector<Objection> objections(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks);

} // namespace ceteris::results
