// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/comparison.h"
#include "app/results/ledger.h"

#include <QString>

#include <vector>

namespace ceteris::run {

// A/A: the control against itself at the level of the decision, with at least as many blocks as a verdict needs. Every
// difference that it claims is false, and the spread of its blocks says what this machine can tell apart.
plan::Plan selfComparisonPlan(const plan::Plan& plan);

// What belongs into the machine's ledger: the registered metric, compared between an arm and itself.
std::vector<results::LedgerRow> ledgerRowsOf(
    const QString& experiment, const QString& timeUtc, const std::vector<results::Comparison>& comparisons);

// The same of an experiment whose control ran beside a twin, at the place of its decision. Its interval is at 95 %.
std::vector<results::LedgerRow> twinLedgerRowsOf(const plan::Plan& plan, const QString& experiment,
    const QString& timeUtc, const std::vector<results::Comparison>& comparisons);

// What one metric's spread means for a plan.
struct Resolution
{
    QString level;
    QString operation;
    QString metric;
    int blocks = 0; // of the A/A experiment
    double resolvable = 0; // share that as many blocks find with 80 % power
    double band = 0; // that the plan asks for
    int blocksNeeded = 0; // to find the band

    bool operator==(const Resolution&) const = default;
};

// By the upper 80 % bound of the measured spread; metrics with fewer than 3 blocks are left out.
std::vector<Resolution> resolutionsOf(const std::vector<results::Comparison>& comparisons);

} // namespace ceteris::run
