// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparison.h"

namespace ceteris::results::sample {

// memory and redis at one level "busy", as many blocks as asked.
plan::Plan twoArms(int blocks);

// One refresh row of each trial: redis about 30 % slower in p99 with a little noise, a drift over the blocks, order in
// a block alternating. `blocks` as in the plan unless told otherwise.
std::vector<TrialRow> trialsOf(const plan::Plan& plan, int blocks = 0);

// Makes `trial` slower (or faster) by a factor.
void scale(TrialRow& trial, double factor);

// The trials of a block, and one of them.
std::vector<TrialRow*> block(std::vector<TrialRow>& rows, int number);
TrialRow& trial(std::vector<TrialRow>& rows, int block, const QString& arm);

CheckRow check(const TrialRow& trial, const QString& kind, const QString& name, Outcome outcome, const QString& text);

const Comparison& find(const std::vector<Comparison>& all, const QString& metric, const QString& arm = {});

} // namespace ceteris::results::sample
