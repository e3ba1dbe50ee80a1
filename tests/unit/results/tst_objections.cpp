// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/objections.h"
#include "tests/unit/results/comparedtrials.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::results::sample;
using namespace Qt::StringLiterals;
using results::CheckRow;
using results::Objection;
using results::Outcome;
using results::TrialRow;
using stats::Verdict;

namespace {

struct Experiment
{
    plan::Plan plan = twoArms(8);
    std::vector<TrialRow> rows = trialsOf(plan);
    std::vector<CheckRow> checks;
};
using Spoil = std::function<void(Experiment&)>;

// A level near idle, so that nothing is objected to.
Experiment sound()
{
    Experiment it;
    it.plan.levels.insert(it.plan.levels.begin(), { u"idle"_s, 5, 0, 0.5, 3.0 });
    it.plan.levels[1].users = 100;
    auto idle = it.rows;
    for (auto& row : idle)
        row.level = u"idle"_s;
    it.rows.insert(it.rows.end(), idle.begin(), idle.end());
    return it;
}

} // namespace

class TestObjections : public QObject
{
    Q_OBJECT

private slots:
    void nothing()
    {
        const auto it = sound();
        QVERIFY(results::objections(it.plan, it.rows, it.checks).empty());
        QVERIFY(results::objections(it.plan, {}, {}).empty());
        const auto all = results::compare(it.plan, it.rows, {});
        QCOMPARE(std::ranges::count(all, Verdict::NotComparable, [](const auto& c) { return c.decision.verdict; }),
            std::ranges::count_if(
                all, [](const auto& c) { return c.metric == u"error_rate" || c.paired.blocks == 0; }));
    }

    void each_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("refuses");
        const auto add = [](const char* name, Spoil spoil, const QString& text, bool refuses) {
            QTest::newRow(name) << spoil << text << refuses;
        };
        add(
            "unequal windows", [](Experiment& it) { it.rows[1].windowS = 420; },
            u"unequal windows: busy, refresh was measured 420 s with redis and 60 s with memory"_s, true);
        add(
            "mixed operations",
            [](Experiment& it) {
                auto login = it.rows[0];
                login.operation = u"login"_s;
                login.sent = 0;
                login.signedIn = 5000;
                it.rows.push_back(login);
            },
            u"operations are mixed in one figure: with memory, 5 000 users logged in and no login is booked"_s, true);
        add(
            "unequal schedules", [](Experiment& it) { it.rows[1].seed = 99; },
            u"unequal schedules: in block 1, memory and redis ran on different seeds"_s, true);
        add(
            "disturbed machine", [](Experiment& it) { disturb(it, u"guard"_s, 3); },
            u"something else disturbed the machine in 3 of 8 blocks: chromium used 0.9 cores"_s, true);
        add(
            "disturbed machine, seldom", [](Experiment& it) { disturb(it, u"guard"_s, 2); },
            u"something else disturbed the machine in 2 of 8 blocks: chromium used 0.9 cores"_s, false);
        add(
            "generator", [](Experiment& it) { disturb(it, u"generator"_s, 8); },
            u"the load generator fell short in 8 of 8 blocks: chromium used 0.9 cores"_s, true);
        add(
            "nothing near idle", [](Experiment& it) { it.plan.levels[0].users = 50; },
            u"no load level near idle: idle is the lowest"_s, false);
        add(
            "one level",
            [](Experiment& it) {
                it.plan.levels.erase(it.plan.levels.begin());
                std::erase_if(it.rows, [](const TrialRow& row) { return row.level == u"idle"; });
            },
            u"only one load level (busy), so none near idle: it says nothing about any other load"_s, false);
        add(
            "one block",
            [](Experiment& it) {
                it.plan.blocks = 1;
                std::erase_if(it.rows, [](const TrialRow& row) { return row.block > 1; });
            },
            u"one trial of each arm: no comparison possible"_s, false);
    }

    void each()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QString, text);
        QFETCH(bool, refuses);
        auto it = sound();
        spoil(it);
        const auto found = results::objections(it.plan, it.rows, it.checks);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().text, text);
        QCOMPARE(found.front().refuses, refuses);
        const auto all = results::compare(it.plan, it.rows, it.checks);
        const auto& p99 = all[all.size() / 2 + 2];
        QVERIFY(!refuses || p99.reason == text);
        QVERIFY(refuses || p99.reason != text);
        const auto json = results::verdictJson(it.plan, it.rows, it.checks, all);
        QCOMPARE(json[u"objections"_s][0][u"text"_s].toString(), text);
        QCOMPARE(json[u"objections"_s][0][u"refuses"_s].toBool(), refuses);
    }

    // A block that is void was run again, and what disturbed it speaks against nothing any more.
    void voidBlocksDoNotCount()
    {
        auto it = sound();
        disturb(it, u"guard"_s, 3);
        for (auto& row : it.rows)
            if (row.block <= 3)
                row.status = u"void"_s;
        it.rows[0].windowS = 1;
        it.rows[1].seed = 99;
        QVERIFY(results::objections(it.plan, it.rows, it.checks).empty());
    }

private:
    static void disturb(Experiment& it, const QString& kind, int blocks)
    {
        for (int block = 1; block <= blocks; ++block)
            it.checks.push_back(check(trial(it.rows, block, u"redis"_s), kind, u"foreign_cpu"_s, Outcome::Void,
                u"chromium used 0.9 cores."_s));
    }
};

QTEST_GUILESS_MAIN(TestObjections)
#include "tst_objections.moc"
