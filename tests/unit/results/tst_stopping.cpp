// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stopping.h"
#include "tests/unit/results/comparedtrials.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::results::sample;
using namespace Qt::StringLiterals;
using results::designEnded;
using results::Outcome;
using results::TrialRow;
using stats::Verdict;

namespace {

enum class Effect { None, Clear, Noisy };

plan::Plan planOf(plan::Stopping stopping)
{
    auto plan = twoArms(8);
    plan.decision.stopping = stopping;
    return plan;
}

std::vector<TrialRow> rowsOf(const plan::Plan& plan, int blocks, Effect effect)
{
    auto rows = trialsOf(plan, blocks);
    for (auto& row : rows) {
        if (row.arm == u"memory" || effect == Effect::Clear)
            continue;
        scale(row, 1 / 1.3); // about as fast as memory
        if (effect == Effect::Noisy)
            scale(row, row.block % 2 ? 1.3 : 1 / 1.25);
    }
    return rows;
}

const results::Comparison primaryOf(const plan::Plan& plan, const std::vector<TrialRow>& rows)
{
    return find(results::compare(plan, rows, {}), u"response_p99"_s);
}

} // namespace

class TestStopping : public QObject
{
    Q_OBJECT

private slots:
    void ends_data()
    {
        using plan::Stopping;
        QTest::addColumn<Stopping>("stopping");
        QTest::addColumn<Effect>("effect");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<bool>("ended");
        const auto row = [](const char* name, Stopping stopping, Effect effect, int blocks, bool ended) {
            QTest::newRow(name) << stopping << effect << blocks << ended;
        };
        row("fixed: not yet", Stopping::Fixed, Effect::Clear, 7, false);
        row("fixed: as planned", Stopping::Fixed, Effect::Noisy, 8, true);
        row("precision: too few", Stopping::Precision, Effect::Clear, 5, false);
        row("precision: narrow at once", Stopping::Precision, Effect::Clear, 6, true);
        row("precision: narrow without any effect", Stopping::Precision, Effect::None, 6, true);
        row("precision: wide", Stopping::Precision, Effect::Noisy, 14, false);
        row("precision: no more allowed", Stopping::Precision, Effect::Noisy, 15, true);
        row("sequential: before the first look", Stopping::Sequential, Effect::Clear, 5, false);
        row("sequential: decided at the first look", Stopping::Sequential, Effect::Clear, 6, true);
        row("sequential: not decided", Stopping::Sequential, Effect::Noisy, 6, false);
        row("sequential: between looks", Stopping::Sequential, Effect::Clear, 7, false);
        row("sequential: second look", Stopping::Sequential, Effect::Clear, 10, true);
        row("sequential: the last look", Stopping::Sequential, Effect::Noisy, 15, true);
    }

    // Where the design has ended there is a verdict, and nowhere else.
    void ends()
    {
        QFETCH(plan::Stopping, stopping);
        QFETCH(Effect, effect);
        QFETCH(int, blocks);
        QFETCH(bool, ended);
        const auto plan = planOf(stopping);
        const auto rows = rowsOf(plan, blocks, effect);
        QCOMPARE(designEnded(plan, rows, {}), ended);
        QCOMPARE(results::missingToTheEnd(plan, rows, {}).isEmpty(), ended);
        const auto p99 = primaryOf(plan, rows);
        QCOMPARE(p99.decision.verdict != Verdict::NotComparable, ended);
        if (ended && effect == Effect::Clear)
            QCOMPARE(p99.decision.verdict, Verdict::Worse);
    }

    void aLookUsesItsOwnLevel()
    {
        const auto plan = planOf(plan::Stopping::Sequential);
        QCOMPARE(primaryOf(plan, rowsOf(plan, 6, Effect::Clear)).confidence, 1 - 0.0014);
        QCOMPARE(primaryOf(plan, rowsOf(plan, 10, Effect::Clear)).confidence, 1 - 0.0136);
        QCOMPARE(primaryOf(plan, rowsOf(plan, 15, Effect::Clear)).confidence, 1 - 0.0439);
        const auto all = results::compare(plan, rowsOf(plan, 6, Effect::Clear), {});
        QCOMPARE(find(all, u"response_p50"_s).confidence, 0.95); // only suggests
    }

    void whatIsMissing_data()
    {
        QTest::addColumn<plan::Stopping>("stopping");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<QString>("missing");
        QTest::newRow("fixed") << plan::Stopping::Fixed << 5 << u"only 5 of 8 blocks have been run"_s;
        QTest::newRow("precision") << plan::Stopping::Precision << 9
                                   << u"only 9 of 15 blocks have been run, and the interval is wider than planned"_s;
        QTest::newRow("sequential") << plan::Stopping::Sequential << 7
                                    << u"only 7 of 15 blocks have been run; the next look is after 10"_s;
    }

    void whatIsMissing()
    {
        QFETCH(plan::Stopping, stopping);
        QFETCH(int, blocks);
        const auto plan = planOf(stopping);
        const auto rows = rowsOf(plan, blocks, Effect::Noisy);
        QTEST(results::missingToTheEnd(plan, rows, {}), "missing");
    }

    void anUnfinishedOrVoidBlockDoesNotCount()
    {
        const auto plan = planOf(plan::Stopping::Fixed);
        auto rows = rowsOf(plan, 8, Effect::Clear);
        rows.pop_back();
        QVERIFY(!designEnded(plan, rows, {}));
        rows = rowsOf(plan, 8, Effect::Clear);
        rows[3].status = u"void"_s;
        QVERIFY(!designEnded(plan, rows, {}));
        QCOMPARE(results::missingToTheEnd(plan, rows, {}),
            u"only 7 of 8 blocks have been run undisturbed, 1 more were disturbed"_s);
        rows = rowsOf(plan, 9, Effect::Clear);
        rows[3].status = u"void"_s;
        QVERIFY(designEnded(plan, rows, {}));
    }

    // The twin runs at the level of the decision only, and is not waited for.
    void theTwinIsNotWaitedFor()
    {
        auto plan = planOf(plan::Stopping::Sequential);
        plan.twin = true;
        plan = plan::withTwin(plan);
        auto rows = rowsOf(plan, 6, Effect::Clear);
        for (auto& row : rows)
            if (row.arm == u"memory twin")
                scale(row, row.block % 2 ? 1.3 : 1 / 1.25);
        QVERIFY(designEnded(plan, rows, {}));
    }

    void anArmThatBrokeAPromiseIsNotWaitedFor()
    {
        const auto plan = planOf(plan::Stopping::Precision);
        const auto rows = rowsOf(plan, 6, Effect::Noisy);
        QVERIFY(!designEnded(plan, rows, {}));
        QVERIFY(designEnded(plan, rows,
            { check(rows[1], u"oracle"_s, u"identity"_s, Outcome::Void, u"1 of 10 was another user's"_s) }));
        QVERIFY(!designEnded(plan, rows, { check(rows[1], u"oracle"_s, u"identity"_s, Outcome::Ok, {}) }));
    }
};

QTEST_GUILESS_MAIN(TestStopping)
#include "tst_stopping.moc"
