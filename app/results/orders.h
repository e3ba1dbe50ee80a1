// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"
#include "app/results/trialrow.h"

#include <set>
#include <vector>

namespace ceteris::results {

// What a person wanted done with a trial while the experiment ran: no more of it, or its block once more because it
// failed. trials.csv only grows, so an order is a row of checks.csv, and whoever reads both heeds it.
enum class Order { Skip, Again };

CheckRow orderRow(const TrialRow& trial, Order order); // a row of the trial; its reason says why it was skipped
bool isOrder(const CheckRow& row);

// A failed trial with an order is void, and so is its block: another one is run in its place. The others stay.
void heedOrders(std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks);

std::set<int> failedTrials(const std::vector<TrialRow>& trials); // their numbers

} // namespace ceteris::results
