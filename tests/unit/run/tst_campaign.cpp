// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/orders.h"
#include "app/run/campaign.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace ceteris;
using namespace Qt::StringLiterals;
using plan::Stopping;
using plan::Trial;
using results::CheckRow;
using results::TrialRow;
using run::Campaign;

namespace {

enum class Effect { Clear, Noisy };

// What happens to the trials of an experiment: the status of each.
using Fate = std::function<QString(const Trial&)>;

const Fate allWell = [](const Trial&) { return u"ok"_s; };

// The trials with these numbers are void.
Fate voidAt(const std::set<int>& numbers)
{
    return [numbers](const Trial& trial) { return numbers.contains(trial.number) ? u"void"_s : u"ok"_s; };
}

// Two arms at one level, or at two with a twin.
plan::Plan planOf(int blocks, Stopping stopping = Stopping::Fixed)
{
    plan::Plan plan;
    plan.name = u"test"_s;
    plan.seed = 11;
    plan.blocks = blocks;
    plan.arms.resize(2);
    plan.arms[0].name = u"memory"_s;
    plan.arms[1].name = u"redis"_s;
    plan.arms[1].store = plan::StoreKind::Redis;
    plan.levels.resize(1);
    plan.levels[0].name = u"busy"_s;
    plan.decision.stopping = stopping;
    return plan;
}

plan::Plan twinPlan(int blocks)
{
    auto plan = planOf(blocks);
    plan.levels.push_back(plan.levels.front());
    plan.levels[0].name = u"idle"_s;
    plan.twin = true;
    return plan::withTwin(plan);
}

// Redis is a third slower, by a little more or less; noisy: about as fast, by much more or less.
double slowness(int block, Effect effect)
{
    const auto wobble = block % 2 ? 1 : -1;
    return effect == Effect::Clear ? 1.3 + 0.02 * wobble : std::exp(0.25 * wobble);
}

std::vector<TrialRow> rowsOf(const plan::Plan& plan, const Trial& trial, const QString& status, Effect effect)
{
    TrialRow row;
    row.block = trial.block;
    row.position = trial.position;
    row.trial = trial.number;
    row.arm = plan.arms[std::size_t(trial.arm)].name;
    row.level = plan.levels[std::size_t(trial.level)].name;
    row.operation = u"refresh"_s;
    row.status = status;
    row.seed = trial.seed;
    row.sent = row.ok = 10'000;
    row.windowS = 60;
    const auto base = (1'000 + 40 * trial.block) * (row.arm == u"redis" ? slowness(trial.block, effect) : 1);
    row.response = { base, 2 * base, 3 * base, {}, {}, {} };
    auto login = row;
    login.operation = u"login"_s;
    return { row, login };
}

// An experiment as the engine runs it, as far as it is told.
struct Played
{
    std::vector<Trial> trials;
    std::vector<TrialRow> rows;
};

constexpr int anyNumber = 1'000; // more than any design has

Played play(const plan::Plan& plan, Played sofar, const Fate& fate, Effect effect, int most = anyNumber)
{
    Campaign campaign(plan, sofar.rows, {});
    for (auto next = campaign.next(); next && most > 0; next = campaign.next(), --most) {
        const auto rows = rowsOf(plan, *next, fate(*next), effect);
        campaign.add(rows, {});
        sofar.trials.push_back(*next);
        sofar.rows.insert(sofar.rows.end(), rows.begin(), rows.end());
    }
    return sofar;
}

std::vector<int> blocksOf(const std::vector<Trial>& trials)
{
    std::vector<int> blocks;
    for (const auto& trial : trials)
        if (blocks.empty() || blocks.back() != trial.block)
            blocks.push_back(trial.block);
    return blocks;
}

using Fates = std::vector<std::pair<int, bool>>;

} // namespace

Q_DECLARE_METATYPE(plan::Plan)
Q_DECLARE_METATYPE(Fate)

class TestCampaign : public QObject
{
    Q_OBJECT

private slots:
    void goesByTheSchedule()
    {
        const auto plan = twinPlan(3);
        QVERIFY(play(plan, {}, allWell, Effect::Clear).trials == plan::schedule(plan));
        QCOMPARE(plan::schedule(plan).size(), 3U * (2 + 3)); // the twin only where it is decided
        const Campaign campaign(plan, {}, {});
        QVERIFY(campaign.remaining() == plan::schedule(plan));
        QVERIFY(!campaign.isComplete());
        QCOMPARE(campaign.finishedTrials(), 0);
    }

    // Wherever it is cut, going on is as if it had not been.
    void resumesAsIfItHadNotBeenCut_data()
    {
        QTest::addColumn<plan::Plan>("plan");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<Effect>("effect");
        const auto failing = [](const Trial& trial) { return trial.number % 3 ? u"ok"_s : u"failed"_s; };
        const auto mixed = [](const Trial& trial) {
            return trial.number % 7 == 0 ? u"void"_s : trial.number % 5 == 0 ? u"failed"_s : u"ok"_s;
        };
        QTest::newRow("undisturbed") << planOf(4) << allWell << Effect::Clear;
        QTest::newRow("with a twin") << twinPlan(2) << allWell << Effect::Clear;
        QTest::newRow("void blocks") << twinPlan(3) << voidAt({ 1, 7, 8, 15, 17 }) << Effect::Clear;
        QTest::newRow("failures") << planOf(4) << Fate(failing) << Effect::Clear;
        QTest::newRow("both") << planOf(6) << Fate(mixed) << Effect::Clear;
        QTest::newRow("precision") << planOf(8, Stopping::Precision) << voidAt({ 2 }) << Effect::Clear;
        QTest::newRow("precision, noisy") << planOf(8, Stopping::Precision) << voidAt({ 12, 31 }) << Effect::Noisy;
        QTest::newRow("sequential") << planOf(8, Stopping::Sequential) << voidAt({ 5, 6 }) << Effect::Clear;
        QTest::newRow("sequential, noisy") << planOf(8, Stopping::Sequential) << voidAt({ 30 }) << Effect::Noisy;
    }

    void resumesAsIfItHadNotBeenCut()
    {
        QFETCH(plan::Plan, plan);
        QFETCH(Fate, fate);
        QFETCH(Effect, effect);
        const auto whole = play(plan, {}, fate, effect);
        QVERIFY(whole.trials.size() < anyNumber);
        for (int cut = 0; cut <= int(whole.trials.size()); ++cut) {
            const auto begun = play(plan, {}, fate, effect, cut);
            QCOMPARE(begun.trials.size(), std::size_t(cut));
            QVERIFY(play(plan, begun, fate, effect).trials == whole.trials);
        }
    }

    void runsAVoidBlockAgainAtTheEnd()
    {
        const auto plan = planOf(3);
        const auto undisturbed = plan::schedule(plan);
        const auto played = play(plan, {}, voidAt({ 3 }), Effect::Clear).trials;
        QCOMPARE(blocksOf(played), (std::vector<int> { 1, 2, 3, 4 })); // block 2 was ended nevertheless
        QCOMPARE(played.size(), undisturbed.size() + 2);
        QVERIFY(std::equal(undisturbed.begin(), undisturbed.end(), played.begin()));
        QCOMPARE(played[6].number, 7);
        QCOMPARE(played[6].seed, played[7].seed);
        for (const auto& trial : undisturbed)
            QVERIFY(trial.seed != played[6].seed);
    }

    void aBlockThatIsVoidTwiceIsOneBlock()
    {
        const auto played = play(planOf(2), {}, voidAt({ 1, 2 }), Effect::Clear).trials;
        QCOMPARE(blocksOf(played), (std::vector<int> { 1, 2, 3 }));
    }

    void itsReplacementMayBeVoidToo()
    {
        const auto played = play(planOf(2), {}, voidAt({ 1, 6 }), Effect::Clear).trials;
        QCOMPARE(blocksOf(played), (std::vector<int> { 1, 2, 3, 4 }));
    }

    void failedTrialsAreNotTriedAgain()
    {
        const auto plan = planOf(3);
        const auto fate = [](const Trial&) { return u"failed"_s; };
        const auto played = play(plan, {}, fate, Effect::Clear);
        QVERIFY(played.trials == plan::schedule(plan));
        QCOMPARE(Campaign(plan, played.rows, {}).failedTrials(), 6); // trials, not rows
    }

    void endsByTheRule_data()
    {
        QTest::addColumn<Stopping>("stopping");
        QTest::addColumn<Effect>("effect");
        QTest::addColumn<int>("blocks");
        QTest::newRow("fixed, clear") << Stopping::Fixed << Effect::Clear << 8;
        QTest::newRow("fixed, noisy") << Stopping::Fixed << Effect::Noisy << 8;
        QTest::newRow("precision, clear") << Stopping::Precision << Effect::Clear << 6;
        QTest::newRow("precision, noisy") << Stopping::Precision << Effect::Noisy << 15;
        QTest::newRow("sequential, clear") << Stopping::Sequential << Effect::Clear << 6;
        QTest::newRow("sequential, noisy") << Stopping::Sequential << Effect::Noisy << 15;
    }

    void endsByTheRule()
    {
        QFETCH(Stopping, stopping);
        QFETCH(Effect, effect);
        QFETCH(int, blocks);
        const auto plan = planOf(8, stopping);
        QCOMPARE(play(plan, {}, allWell, effect).trials.size(), std::size_t(2 * blocks));
        // A void block is not one of them.
        const auto disturbed = play(plan, {}, voidAt({ 4 }), effect);
        QCOMPARE(disturbed.trials.size(), std::size_t(2 * (blocks + 1)));
        const Campaign ended(plan, disturbed.rows, {});
        QVERIFY(ended.isComplete() && ended.remaining().empty());
        QCOMPARE(ended.finishedTrials(), 2 * (blocks + 1));
    }

    // An arm that broke a promise gets no verdict, so no more blocks are spent on one.
    void aBrokenPromiseEndsIt()
    {
        const auto plan = planOf(8, Stopping::Precision);
        const auto six = play(plan, {}, allWell, Effect::Noisy, 12).rows;
        CheckRow broken;
        broken.arm = u"redis"_s;
        broken.kind = u"oracle"_s;
        broken.check = u"expiry"_s;
        broken.outcome = results::Outcome::Void;
        QVERIFY(!Campaign(plan, six, {}).isComplete());
        QVERIFY(Campaign(plan, six, { broken }).isComplete());
        Campaign campaign(plan, six, {});
        campaign.add({}, { broken });
        QVERIFY(campaign.isComplete());
    }

    void aBlockThatWasBegunIsEnded()
    {
        const auto plan = planOf(8, Stopping::Precision);
        const auto thirteen = play(planOf(8), {}, allWell, Effect::Clear, 13).rows; // six blocks would do
        const Campaign campaign(plan, thirteen, {});
        QCOMPARE(campaign.next()->number, 14);
        QCOMPARE(play(plan, { {}, thirteen }, allWell, Effect::Clear).trials.size(), 1U);
    }

    void fates()
    {
        const auto plan = planOf(3);
        Campaign campaign(plan, {}, {});
        const auto add = [&](const QString& status) { campaign.add(rowsOf(plan, *campaign.next(), status, {}), {}); };
        add(u"ok"_s);
        QVERIFY(campaign.fates() == Fates()); // not known yet
        add(u"ok"_s);
        QVERIFY(campaign.fates() == (Fates { { 1, false } }));
        add(u"void"_s);
        QVERIFY(campaign.fates() == (Fates { { 1, false }, { 2, true } })); // known at once
        add(u"ok"_s);
        add(u"failed"_s);
        add(u"failed"_s);
        QVERIFY(campaign.fates() == (Fates { { 1, false }, { 2, true }, { 3, false } }));
    }

    // Wherever it is cut after the order, its block is run again: a resume needs the rows alone.
    void aPersonHasAFailedTrialsBlockRunAgain()
    {
        const auto plan = planOf(3);
        const auto failing = [](const Trial& trial) { return trial.number == 3 ? u"failed"_s : u"ok"_s; };
        const auto whole = play(plan, {}, failing, Effect::Clear).rows;
        Campaign campaign(plan, whole, {});
        QVERIFY(campaign.isComplete() && !campaign.failed(2));
        const auto order = results::orderRow(*campaign.failed(3), results::Order::Again);
        campaign.add({}, { order });
        QCOMPARE(campaign.next()->number, 7);
        QCOMPARE(campaign.remaining().size(), 2U);
        QVERIFY(!campaign.failed(3)); // once is enough
        QCOMPARE(campaign.failedTrials(), 0);
        QVERIFY(campaign.fates() == Fates()); // no machine is to blame
        QCOMPARE(Campaign(plan, whole, { order }).next(), campaign.next());
        Campaign underWay(plan, {}, {});
        for (int number = 1; number <= 4; ++number)
            underWay.add(rowsOf(plan, *underWay.next(), failing(*underWay.next()), {}), {});
        underWay.add({}, { order });
        QCOMPARE(underWay.next()->number, 5); // behind all others
        QVERIFY(underWay.fates() == (Fates { { 1, false } }));
    }

    // What disturbed an earlier start may be gone.
    void fatesAreThoseOfThisStart()
    {
        const auto plan = planOf(3);
        auto sofar = play(plan, {}, voidAt({ 1 }), Effect::Clear, 3).rows; // block 2 is begun
        Campaign campaign(plan, sofar, {});
        QVERIFY(campaign.fates() == Fates());
        campaign.add(rowsOf(plan, *campaign.next(), u"void"_s, {}), {});
        QVERIFY(campaign.fates() == Fates());
        campaign.add(rowsOf(plan, *campaign.next(), u"void"_s, {}), {});
        QVERIFY(campaign.fates() == (Fates { { 3, true } }));
        QCOMPARE(plan::schedule(plan).size() + 6, campaign.schedule().size());
    }
};

QTEST_APPLESS_MAIN(TestCampaign)
#include "tst_campaign.moc"
