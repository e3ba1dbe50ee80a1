// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses an experiment of 15 blocks × 4 arms × 3 levels with a void block, and prints the seconds that it took, the
// best of three: bench-analysis
#include "app/results/comparison.h"

#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

constexpr int blocks = 15;

plan::Plan planOf()
{
    plan::Plan plan;
    plan.name = u"bench"_s;
    plan.blocks = blocks;
    for (const auto& name : { u"memory"_s, u"redis"_s, u"redis-unix"_s, u"redis-aof"_s })
        plan.arms.emplace_back().name = name;
    plan.levels = { { u"idle"_s, 10 }, { u"middle"_s, 100 }, { u"busy"_s, 1000 } };
    plan.load.writeShare = 0.1;
    plan.load.logout = true; // every operation there is
    return plan;
}

std::vector<results::TrialRow> rowsOf(const plan::Plan& plan)
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise(0, 0.03);
    std::vector<results::TrialRow> rows;
    int trial = 0;
    for (int block = 1; block <= blocks + 1; ++block) {
        for (const auto& level : plan.levels) {
            int position = 0;
            for (const auto& arm : plan.arms) {
                ++trial;
                ++position;
                for (const auto operation : plan::operationsOf(plan, arm)) {
                    results::TrialRow row;
                    row.block = block;
                    row.position = position;
                    row.trial = trial;
                    row.arm = arm.name;
                    row.level = level.name;
                    row.operation = QString::fromLatin1(plan::name(operation).data());
                    row.status = block == 1 && position == 1 ? u"void"_s : u"ok"_s;
                    row.planned = row.sent = 100'000;
                    row.failed = 30 + random() % 10;
                    row.ok = row.sent - row.failed;
                    const auto value = [&] { return std::optional(1000 * std::exp(noise(random))); };
                    row.response = { value(), value(), value(), value(), value(), value() };
                    row.requestsPerS = *value();
                    row.appCpuUsPerRequest = value();
                    row.bytesPerSession = value();
                    row.windowS = 60;
                    rows.push_back(row);
                }
            }
        }
    }
    return rows;
}

} // namespace

int main()
{
    using Clock = std::chrono::steady_clock;
    const auto plan = planOf();
    const auto rows = rowsOf(plan);
    double best = 1e9;
    std::size_t contrasts = 0;
    for (int round = 0; round < 3; ++round) {
        const auto start = Clock::now();
        const auto comparisons = results::compare(plan, rows, {});
        const auto csv = results::comparisonCsv(comparisons);
        const auto json = QJsonDocument(results::verdictJson(plan, rows, {}, comparisons)).toJson();
        best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
        contrasts = comparisons.size();
        if (csv.isEmpty() || json.isEmpty())
            return 1;
    }
    std::printf("%.3f %zu\n", best, contrasts);
    return 0;
}
