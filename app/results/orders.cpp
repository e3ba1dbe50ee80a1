// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/orders.h"

#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::results {

CheckRow orderRow(const TrialRow& trial, Order order)
{
    CheckRow row;
    row.block = trial.block;
    row.trial = trial.trial;
    row.arm = trial.arm;
    row.level = trial.level;
    row.kind = u"person"_s;
    row.check = order == Order::Skip ? u"skipped"_s : u"run_again"_s;
    row.outcome = Outcome::Void;
    row.text = order == Order::Skip ? trial.reason : u"A person had its block run again."_s;
    return row;
}

bool isOrder(const CheckRow& row)
{
    return row.kind == u"person";
}

void heedOrders(std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks)
{
    std::map<int, QString> orders; // what they say, by trial
    for (const auto& row : checks)
        if (isOrder(row))
            orders[row.trial] = row.text;
    for (auto& row : trials) {
        const auto order = orders.find(row.trial);
        if (row.status != u"failed" || order == orders.end())
            continue;
        row.status = u"void"_s;
        row.reason += u' ' + order->second;
    }
}

std::set<int> failedTrials(const std::vector<TrialRow>& trials)
{
    std::set<int> failed;
    for (const auto& row : trials)
        if (row.status == u"failed")
            failed.insert(row.trial);
    return failed;
}

} // namespace ceteris::results
