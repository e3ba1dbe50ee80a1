// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/trialrow.h"

#include <QJsonArray>

#include <vector>

namespace ceteris::results {

// An arm's figure that moves with the order in which its trials ran: something warms up, fills up or leaks.
struct OrderDrift
{
    QString level;
    QString operation;
    QString metric;
    QString arm;
    double perTrial = 0; // relative change from one trial of the experiment to the next: 0.02 is 2 %

    bool operator==(const OrderDrift&) const = default;
};

// Those with a striking slope (stats::strikingT) over six or more trials in blocks that count.
std::vector<OrderDrift> orderDrifts(const plan::Plan& plan, const std::vector<TrialRow>& trials);

QJsonArray orderDriftJson(const std::vector<OrderDrift>& drifts);
std::vector<OrderDrift> orderDriftsFrom(const QJsonArray& json);

} // namespace ceteris::results
