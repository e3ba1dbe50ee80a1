// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/results/comparedtrials.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results::sample {
namespace {

constexpr double slower[] { 1.31, 1.28, 1.33, 1.30, 1.27, 1.32, 1.29, 1.34 };

} // namespace

plan::Plan twoArms(int blocks)
{
    plan::Plan plan;
    plan.name = u"test"_s;
    plan.blocks = blocks;
    plan.arms.resize(2);
    plan.arms[0].name = u"memory"_s;
    plan.arms[1].name = u"redis"_s;
    plan.arms[1].store = plan::StoreKind::Redis;
    plan.levels.resize(1);
    plan.levels[0].name = u"busy"_s;
    return plan;
}

std::vector<TrialRow> trialsOf(const plan::Plan& plan, int blocks)
{
    std::vector<TrialRow> rows;
    const int last = blocks > 0 ? blocks : plan.blocks;
    for (int block = 1; block <= last; ++block) {
        const int arms = static_cast<int>(plan.arms.size());
        for (int arm = 0; arm < arms; ++arm) {
            TrialRow row;
            row.block = block;
            row.position = (block + arm) % arms + 1;
            row.trial = static_cast<int>(rows.size()) + 1;
            row.arm = plan.arms[static_cast<std::size_t>(arm)].name;
            row.level = u"busy"_s;
            row.operation = u"refresh"_s;
            row.status = u"ok"_s;
            row.planned = row.sent = row.ok = 10'000;
            row.windowS = 60;
            row.seed = static_cast<std::uint64_t>(block);
            const double base = 1'000 + 40 * block; // drifts: only pairs may be compared
            row.response = { base, 2 * base, 3 * base, {}, {}, {} };
            row.requestsPerS = 1'000;
            if (row.arm == u"redis")
                scale(row, slower[(block - 1) % 8]);
            rows.push_back(row);
        }
    }
    return rows;
}

void scale(TrialRow& trial, double factor)
{
    for (auto* time : { &trial.response.p50, &trial.response.p95, &trial.response.p99 })
        **time *= factor;
    trial.requestsPerS /= std::sqrt(factor);
}

std::vector<TrialRow*> block(std::vector<TrialRow>& rows, int number)
{
    std::vector<TrialRow*> found;
    for (auto& row : rows)
        if (row.block == number)
            found.push_back(&row);
    return found;
}

TrialRow& trial(std::vector<TrialRow>& rows, int number, const QString& arm)
{
    for (auto* row : block(rows, number))
        if (row->arm == arm)
            return *row;
    qFatal("no such trial");
}

CheckRow check(const TrialRow& trial, const QString& kind, const QString& name, Outcome outcome, const QString& text)
{
    CheckRow row;
    row.block = trial.block;
    row.trial = trial.trial;
    row.arm = trial.arm;
    row.level = trial.level;
    row.kind = kind;
    row.check = name;
    row.outcome = outcome;
    row.text = text;
    return row;
}

const Comparison& find(const std::vector<Comparison>& all, const QString& metric, const QString& arm)
{
    for (const auto& it : all)
        if (it.operation == u"refresh" && it.metric == metric && (arm.isEmpty() ? !it.isTwin : it.arm == arm))
            return it;
    qFatal("no such comparison");
}

} // namespace ceteris::results::sample
