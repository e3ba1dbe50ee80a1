// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/selfcomparison.h"

#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;
using results::Comparison;

namespace {

plan::Plan aPlan()
{
    plan::Plan plan;
    plan.name = u"gap"_s;
    plan.factor = { u"store"_s };
    plan.twin = true;
    plan.blocks = 4;
    plan.arms.resize(2);
    plan.arms[0].name = u"memory"_s;
    plan.arms[1].name = u"redis"_s;
    plan.levels.resize(2);
    plan.levels[0].name = u"idle"_s;
    plan.levels[1].name = u"busy"_s;
    plan.decision.level = u"busy"_s;
    return plan::withTwin(plan);
}

// Of the plan's decision, with 8 blocks that found nothing.
Comparison contrast(bool isTwin)
{
    Comparison it;
    it.level = u"busy"_s;
    it.operation = u"refresh"_s;
    it.metric = u"response_p99"_s;
    it.isTwin = isTwin;
    it.primary = !isTwin;
    it.paired.blocks = 8;
    it.paired.ratio = 1.01;
    it.paired.spread = 0.03;
    it.paired.interval = stats::Interval { 0.98, 1.04 };
    return it;
}

} // namespace

class TestTwinLedger : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesIntoTheLedger_data()
    {
        QTest::addColumn<std::function<void(Comparison&)>>("change");
        QTest::addColumn<int>("claimed"); // -1: no row
        const auto row = [](const char* name, std::function<void(Comparison&)> change, int claimed) {
            QTest::newRow(name) << change << claimed;
        };
        row(
            "nothing found", [](auto&) {}, 0);
        row(
            "a false claim",
            [](auto& it) {
                it.paired.interval = stats::Interval { 1.001, 1.04 };
            },
            1);
        row(
            "a claim downwards",
            [](auto& it) {
                it.paired.interval = stats::Interval { 0.9, 0.999 };
            },
            1);
        row(
            "just enough blocks", [](auto& it) { it.paired.blocks = 6; }, 0);
        row(
            "too few blocks", [](auto& it) { it.paired.blocks = 5; }, -1);
        row(
            "no interval", [](auto& it) { it.paired.interval.reset(); }, -1);
        row(
            "another arm", [](auto& it) { it.isTwin = it.primary = false; }, -1);
    }

    void whatGoesIntoTheLedger()
    {
        QFETCH(std::function<void(Comparison&)>, change);
        QFETCH(int, claimed);
        auto twin = contrast(true);
        change(twin);
        auto primary = contrast(false);
        change(primary);
        for (const auto& rows : { run::twinLedgerRowsOf(aPlan(), u"x"_s, u"now"_s, { twin }),
                 run::ledgerRowsOf(u"x"_s, u"now"_s, { primary }) }) {
            QCOMPARE(rows.size(), std::size_t(claimed >= 0));
            if (claimed < 0)
                continue;
            const results::LedgerRow expected { u"now"_s, u"x"_s, u"busy"_s, u"refresh"_s, u"response_p99"_s,
                twin.paired.blocks, 1.01, 0.03, claimed };
            QVERIFY(rows.front() == expected);
        }
    }

    // Of a whole experiment only the twin, only where it is decided.
    void ofAnExperimentOnlyTheTwin()
    {
        QVERIFY(run::twinLedgerRowsOf(aPlan(), u"x"_s, u"now"_s, { contrast(false) }).empty());
        std::vector<Comparison> elsewhere(3, contrast(true));
        elsewhere[0].level = u"idle"_s;
        elsewhere[1].operation = u"login"_s;
        elsewhere[2].metric = u"response_p50"_s;
        QVERIFY(run::twinLedgerRowsOf(aPlan(), u"x"_s, u"now"_s, elsewhere).empty());
        elsewhere.push_back(contrast(true));
        QCOMPARE(run::twinLedgerRowsOf(aPlan(), u"x"_s, u"now"_s, elsewhere).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestTwinLedger)
#include "tst_twinledger.moc"
