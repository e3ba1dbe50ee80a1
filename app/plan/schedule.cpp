// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/schedule.h"

#include "app/plan/random.h"

#include <algorithm>
#include <numeric>

namespace ceteris::plan {
namespace {

// Keeps the streams of random numbers apart; part of what makes a schedule repeatable, so never renumbered.
enum class Stream : std::uint64_t { ArmOrder = 1, LevelOrder = 2, Load = 3 };

using Order = std::vector<int>;

Order shuffled(std::size_t count, Random& random)
{
    Order order(count);
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    return order;
}

// Rows of a Latin square (each arm once in each row and each column) with rows, columns and symbols shuffled.
std::vector<Order> randomLatinSquare(std::size_t size, Random& random)
{
    const auto rows = shuffled(size, random);
    const auto columns = shuffled(size, random);
    const auto symbols = shuffled(size, random);
    std::vector<Order> square(size, Order(size));
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column < size; ++column)
            square[row][column] = symbols[static_cast<std::size_t>(rows[row] + columns[column]) % size];
    }
    return square;
}

// The order of the arms in each block, for one level. Every k blocks are the rows of a square, so that each arm takes
// each place once in them; a rest of fewer blocks takes rows of one more square, which no arm and place share twice.
std::vector<Order> armOrders(std::size_t arms, int blocks, std::uint64_t seed)
{
    Random random(seed);
    std::vector<Order> orders;
    while (orders.size() < static_cast<std::size_t>(blocks)) {
        for (auto& row : randomLatinSquare(arms, random))
            orders.push_back(std::move(row));
    }
    orders.resize(static_cast<std::size_t>(blocks));
    return orders;
}

std::size_t armsAt(const Plan& plan, std::size_t level)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(plan.arms, [&](const Arm& arm) { return runsAt(plan, arm, level); }));
}

} // namespace

std::vector<Trial> schedule(const Plan& plan)
{
    return schedule(plan, mostBlocks(plan));
}

std::vector<Trial> schedule(const Plan& plan, int blocks)
{
    if (plan.arms.empty())
        return {};
    std::vector<std::vector<Order>> orders; // the twin is the last arm, so indices are those of Plan::arms
    for (std::size_t level = 0; level < plan.levels.size(); ++level)
        orders.push_back(armOrders(armsAt(plan, level), blocks, seedFrom(plan.seed, Stream::ArmOrder, level)));

    std::vector<Trial> trials;
    for (int block = 1; block <= blocks; ++block) {
        Random random(seedFrom(plan.seed, Stream::LevelOrder, block));
        for (const auto level : shuffled(plan.levels.size(), random)) {
            const auto seed = seedFrom(plan.seed, Stream::Load, block, level);
            int position = 0;
            for (const auto arm : orders[static_cast<std::size_t>(level)][static_cast<std::size_t>(block - 1)])
                trials.push_back({ static_cast<int>(trials.size()) + 1, block, ++position, arm, level, seed });
        }
    }
    return trials;
}

double trialSeconds(const Plan& plan, const Level& level)
{
    constexpr double restartS = 1; // of store and server; a private redis-server and ceteris-server need a few 100 ms
    const auto& phases = plan.phases;
    return restartS + phases.idleS + loginWindowS(plan, level) + phases.warmupS + phases.measureS
        + logoutWindowS(plan, level) + phases.washoutS;
}

double experimentSeconds(const Plan& plan)
{
    double seconds = 0;
    for (std::size_t i = 0; i < plan.levels.size(); ++i)
        seconds += trialSeconds(plan, plan.levels[i]) * static_cast<double>(armsAt(plan, i));
    return seconds * mostBlocks(plan);
}

double experimentBytes(const Plan& plan)
{
    constexpr double perSecond = 16.0 * 1024;
    constexpr double perTrial = 512.0 * 1024;
    std::size_t trials = 0;
    for (std::size_t i = 0; i < plan.levels.size(); ++i)
        trials += armsAt(plan, i);
    return experimentSeconds(plan) * perSecond + static_cast<double>(trials) * mostBlocks(plan) * perTrial;
}

} // namespace ceteris::plan
