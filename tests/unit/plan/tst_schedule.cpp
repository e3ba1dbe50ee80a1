// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/random.h"
#include "app/plan/schedule.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

namespace {

Plan planOf(int arms, int levels, int blocks, std::uint64_t seed)
{
    Plan plan;
    plan.seed = seed;
    plan.blocks = blocks;
    for (int i = 0; i < arms; ++i)
        plan.arms.push_back({ u"arm %1"_s.arg(i), StoreKind::Memory, {}, {}, {} });
    for (int i = 0; i < levels; ++i)
        plan.levels.push_back({ u"level %1"_s.arg(i), i + 1, 0, 1, 1 });
    return plan;
}

// "number.block.level.arm.position" of each trial, for people to compare.
QString written(const std::vector<Trial>& trials)
{
    QStringList words;
    for (const auto& trial : trials)
        words += u"%1.%2.%3.%4.%5"_s.arg(trial.number)
                     .arg(trial.block)
                     .arg(trial.level)
                     .arg(trial.arm)
                     .arg(trial.position);
    return words.join(u' ');
}

void forManyPlans(const std::function<void(const Plan&)>& check)
{
    for (const int arms : { 1, 2, 3, 4, 7, 16 }) {
        for (const int levels : { 1, 2, 3, 5 }) {
            for (const int blocks : { 1, 2, 3, 6, 8, 11 }) {
                for (const std::uint64_t seed : { 0ULL, 1ULL, 20251ULL, 0x7fffffffffffffffULL }) {
                    check(planOf(arms, levels, blocks, seed));
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    // SplitMix64 with seed 1234567, as published with the algorithm.
    void randomIsSplitMix64()
    {
        Random random(1234567);
        for (const auto expected : std::array<std::uint64_t, 5> { 6457827717110365317U, 3203168211198807973U,
                 9817491932198370423U, 4593380528125082431U, 16408922859458223821U })
            QCOMPARE(random.next(), expected);
    }

    void belowIsFair()
    {
        Random random(1);
        std::array<int, 3> counts {};
        for (int i = 0; i < 30'000; ++i)
            ++counts[random.below(counts.size())];
        for (const auto count : counts)
            QVERIFY2(std::abs(count - 10'000) < 500, qPrintable(QString::number(count)));
    }

    void everyCellOnceInEachBlock()
    {
        forManyPlans([](const Plan& plan) {
            const auto trials = schedule(plan);
            QCOMPARE(trials.size(), plan.arms.size() * plan.levels.size() * static_cast<std::size_t>(plan.blocks));
            std::set<std::tuple<int, int, int>> cells;
            std::set<std::tuple<int, int, int>> places;
            for (const auto& trial : trials) {
                cells.insert({ trial.block, trial.level, trial.arm });
                places.insert({ trial.block, trial.level, trial.position });
                QVERIFY(trial.arm >= 0 && trial.arm < static_cast<int>(plan.arms.size()));
                QVERIFY(trial.level >= 0 && trial.level < static_cast<int>(plan.levels.size()));
                QVERIFY(trial.block >= 1 && trial.block <= plan.blocks);
                QVERIFY(trial.position >= 1 && trial.position <= static_cast<int>(plan.arms.size()));
            }
            QCOMPARE(cells.size(), trials.size());
            QCOMPARE(places.size(), trials.size());
        });
    }

    // Blocks one after the other, and within a block the arms of a level next to each other.
    void runningOrder()
    {
        forManyPlans([](const Plan& plan) {
            const auto trials = schedule(plan);
            for (std::size_t i = 0; i < trials.size(); ++i) {
                QCOMPARE(trials[i].number, static_cast<int>(i) + 1);
                if (trials[i].position == 1) {
                    QVERIFY(i == 0 || trials[i - 1].block <= trials[i].block);
                } else {
                    QCOMPARE(trials[i].position, trials[i - 1].position + 1);
                    QCOMPARE(trials[i].level, trials[i - 1].level);
                    QCOMPARE(trials[i].block, trials[i - 1].block);
                }
            }
        });
    }

    void positionsAreBalanced()
    {
        forManyPlans([](const Plan& plan) {
            std::map<std::tuple<int, int, int>, int> count;
            for (const auto& trial : schedule(plan))
                ++count[{ trial.level, trial.arm, trial.position }];
            const auto arms = static_cast<int>(plan.arms.size());
            for (int level = 0; level < static_cast<int>(plan.levels.size()); ++level) {
                for (int arm = 0; arm < arms; ++arm) {
                    for (int position = 1; position <= arms; ++position) {
                        const auto times = count[{ level, arm, position }];
                        QVERIFY(times >= plan.blocks / arms);
                        QVERIFY(times <= (plan.blocks + arms - 1) / arms);
                    }
                }
            }
        });
    }

    void armsOfABlockAndLevelShareTheirSeed()
    {
        forManyPlans([](const Plan& plan) {
            std::map<std::pair<int, int>, std::uint64_t> seeds;
            for (const auto& trial : schedule(plan)) {
                const auto [entry, isNew] = seeds.try_emplace({ trial.block, trial.level }, trial.seed);
                QCOMPARE(trial.seed, entry->second);
            }
            std::set<std::uint64_t> different;
            for (const auto& [cell, seed] : seeds)
                different.insert(seed);
            QCOMPARE(different.size(), seeds.size());
        });
    }

    void samePlanSameSchedule()
    {
        forManyPlans([](const Plan& plan) { QVERIFY(schedule(plan) == schedule(plan)); });
        QVERIFY(schedule(planOf(2, 2, 8, 1)) != schedule(planOf(2, 2, 8, 2)));
    }

    // What is in the plan besides seed, blocks and the numbers of arms and levels does not move the schedule.
    void namesAndWindowsDoNotMatter()
    {
        auto other = planOf(3, 2, 8, 7);
        other.name = u"other"_s;
        other.arms[0].name = u"first"_s;
        other.phases.measureS = 1;
        QVERIFY(schedule(planOf(3, 2, 8, 7)) == schedule(other));
    }

    // Over many seeds each arm order and each level order comes up about equally often.
    void ordersAreRandom()
    {
        std::map<std::vector<int>, int> armOrders;
        std::map<int, int> firstLevels;
        constexpr int seeds = 3000;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const auto trials = schedule(planOf(3, 3, 1, seed));
            ++firstLevels[trials[0].level];
            ++armOrders[{ trials[0].arm, trials[1].arm, trials[2].arm }];
        }
        QCOMPARE(armOrders.size(), 6U);
        for (const auto& [order, times] : armOrders)
            QVERIFY2(std::abs(times - seeds / 6) < 100, qPrintable(QString::number(times)));
        for (const auto& [level, times] : firstLevels)
            QVERIFY2(std::abs(times - seeds / 3) < 130, qPrintable(QString::number(times)));
    }

    void blocksDiffer()
    {
        std::map<std::pair<int, int>, int> firsts; // level and arm that a block begins with
        constexpr int blocks = 1000;
        for (const auto& trial : schedule(planOf(2, 2, blocks, 1)))
            if (trial.number % 4 == 1)
                ++firsts[{ trial.level, trial.arm }];
        QCOMPARE(firsts.size(), 4U);
        for (const auto& [cell, times] : firsts)
            QVERIFY2(std::abs(times - blocks / 4) < 70, qPrintable(QString::number(times)));
    }

    // Results folders are resumed on the schedule that was running, so it must never change for a given plan.
    void neverChanges()
    {
        const auto trials = schedule(planOf(2, 2, 3, 5000));
        QCOMPARE(written(trials),
            u"1.1.0.0.1 2.1.0.1.2 3.1.1.1.1 4.1.1.0.2 5.2.0.1.1 6.2.0.0.2 7.2.1.0.1 8.2.1.1.2 9.3.1.0.1 10.3.1.1.2 "
            "11.3.0.1.1 12.3.0.0.2"_s);
        QCOMPARE(trials.front().seed, std::uint64_t(8620187693701920301U));
        QCOMPARE(trials.back().seed, std::uint64_t(12928220183992528696U));
    }

    void noArmsNoTrials() { QVERIFY(schedule(Plan()).empty()); }

    void planned_data()
    {
        QTest::addColumn<bool>("logout");
        QTest::addColumn<double>("trialS");
        QTest::newRow("without logout") << false << 1 + 2 + (100 / 50. + 3) + 10 + 60 + 20.0;
        QTest::newRow("with logout") << true << 1 + 2 + (100 / 50. + 3) + 10 + 60 + 2 + 20.0;
    }

    void planned()
    {
        QFETCH(const bool, logout);
        QFETCH(const double, trialS);
        auto plan = planOf(2, 1, 8, 1);
        plan.load.logout = logout;
        plan.load.spawnPerS = 50;
        plan.levels[0].users = 100;
        plan.phases = { 2, 3, 10, 60, 5, 20 };
        QCOMPARE(trialSeconds(plan, plan.levels[0]), trialS);
        QCOMPARE(experimentSeconds(plan), trialS * 16);
    }

    // What a block that was lost costs: more of the same at the end, nothing before it changes.
    void moreBlocksOnlyAddToTheEnd()
    {
        const auto plan = planOf(3, 2, 4, 20251);
        const auto few = schedule(plan);
        const auto more = schedule(plan, 7);
        QCOMPARE(more.size(), 7U * 6U);
        QVERIFY(std::equal(few.begin(), few.end(), more.begin()));
        QVERIFY(more[24].seed != more[0].seed);
    }

    void twinRunsWhereTheDecisionIs()
    {
        auto plan = planOf(2, 3, 6, 7);
        plan.twin = true;
        plan.decision.level = plan.levels[1].name;
        plan = withTwin(plan);
        const auto trials = schedule(plan);
        QCOMPARE(trials.size(), 6U * 7U);
        for (const auto& trial : trials)
            QVERIFY(trial.arm < 2 || trial.level == 1);
        QCOMPARE(std::ranges::count_if(trials, [](const Trial& it) { return it.arm == 2; }), 6);
        QCOMPARE(experimentSeconds(plan) / trialSeconds(plan, plan.levels[0]) > 41.9, true);
    }

    void designSaysHowManyBlocksThereCanBe()
    {
        auto plan = planOf(2, 1, 4, 1);
        QCOMPARE(mostBlocks(plan), 4);
        plan.decision.stopping = Stopping::Sequential;
        QCOMPARE(mostBlocks(plan), 15);
        QCOMPARE(schedule(plan).back().block, 15);
        plan.decision.stopping = Stopping::Precision;
        plan.decision.maxBlocks = 9;
        QCOMPARE(schedule(plan).back().block, 9);
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
