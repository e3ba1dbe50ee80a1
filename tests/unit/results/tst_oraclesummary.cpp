// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/oraclesummary.h"
#include "tests/unit/results/comparedtrials.h"

#include <QJsonObject>
#include <QtTest>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* timed[] { "identity", "read_your_writes", "monotonic_reads", "lost_session", "resurrected",
    "leak", "carry_over", "unique_ids" };

CheckRow rowOf(int trial, const QString& arm, const QString& promise, double violations, double checks)
{
    CheckRow row;
    row.trial = trial;
    row.arm = arm;
    row.kind = u"oracle"_s;
    row.check = promise;
    if (checks > 0) {
        row.value = violations;
        row.outOf = checks;
    }
    row.markLimit = row.voidLimit = 0;
    row.outcome = checks == 0 ? Outcome::Unavailable : violations > 0 ? Outcome::Void : Outcome::Ok;
    return row;
}

// Two trials of memory, in which nobody signed out; every other promise was asked 5 000 times in each.
std::vector<CheckRow> twoTrials()
{
    std::vector<CheckRow> rows;
    for (const int trial : { 1, 2 })
        for (const auto* name : timed) {
            const auto promise = QString::fromLatin1(name);
            rows.push_back(rowOf(trial, u"memory"_s, promise, 0, promise == u"resurrected" ? 0 : 5'000));
        }
    return rows;
}

CheckRow& find(std::vector<CheckRow>& rows, const QString& promise)
{
    return *std::ranges::find(rows, promise, &CheckRow::check);
}

} // namespace

class TestOracleSummary : public QObject
{
    Q_OBJECT

private slots:
    void aPromiseThatWasNotExercised()
    {
        const auto all = oracleSummaries(sample::twoArms(8), twoTrials());
        QCOMPARE(all.size(), std::size_t(1)); // of redis nothing was seen
        const auto& memory = all.front();
        QCOMPARE(memory.validity, Validity::Unknown);
        QCOMPARE(memory.checks, std::uint64_t(70'000));
        QCOMPARE(memory.promises.size(), std::size_t(8));
        QCOMPARE(memory.promises[0], (Promise { u"identity"_s, 10'000, 0, true, true, Validity::Valid }));
        QCOMPARE(memory.promises[4].validity, Validity::Unknown);
        QCOMPARE(sentence(memory),
            u"Sessions of memory: VALID in 7 of 8 promises (70 000 checks; rate of violations below 0.03 % each); "
            "not exercised: resurrected (plan load.logout = true)."_s);
    }

    void allKept()
    {
        auto rows = twoTrials();
        find(rows, u"resurrected"_s) = rowOf(1, u"memory"_s, u"resurrected"_s, 0, 3'000);
        QCOMPARE(oracleSummaries(sample::twoArms(8), rows).front().validity, Validity::Valid);
        find(rows, u"resurrected"_s) = rowOf(1, u"memory"_s, u"resurrected"_s, 0, 2'999);
        const auto few = oracleSummaries(sample::twoArms(8), rows).front();
        QCOMPARE(few.validity, Validity::Unknown);
        QVERIFY2(sentence(few).endsWith(u"; too few checks: resurrected (2 999)."_s), qPrintable(sentence(few)));
    }

    void oneBrokenTrialIsEnough()
    {
        auto rows = twoTrials();
        find(rows, u"leak"_s) = rowOf(1, u"memory"_s, u"leak"_s, 1, 5'000);
        const auto broken = oracleSummaries(sample::twoArms(8), rows).front();
        QCOMPARE(broken.validity, Validity::Invalid);
        QCOMPARE(broken.promises[5], (Promise { u"leak"_s, 10'000, 1, true, true, Validity::Invalid }));
        QVERIFY2(sentence(broken).startsWith(u"Sessions of memory: INVALID, a promise was broken: leak 1 of 10 000 "
                                             "checks (see violations.csv)"_s),
            qPrintable(sentence(broken)));
    }

    void aFewLossesAreTolerated()
    {
        auto rows = twoTrials();
        auto& lost = find(rows, u"lost_session"_s);
        lost.value = lost.voidLimit = 1;
        lost.outcome = Outcome::Mark;
        const auto summary = oracleSummaries(sample::twoArms(8), rows).front();
        QCOMPARE(summary.promises[3].validity, Validity::Valid);
        QVERIFY(!sentence(summary).contains(u"below"_s)); // not of each promise
        QVERIFY(sentence(summary).contains(u"broken, yet tolerated: lost_session 1 of 10 000 checks"_s));
    }

    void probesAreTooFewToHoldAnArmUp()
    {
        auto rows = twoTrials();
        find(rows, u"resurrected"_s) = rowOf(1, u"memory"_s, u"resurrected"_s, 0, 3'000);
        rows.push_back(rowOf(0, u"memory"_s, u"expiry"_s, 0, 64));
        auto semantics = rowOf(0, u"memory"_s, u"concurrent_writes"_s, 40, 64);
        semantics.voidLimit.reset();
        semantics.outcome = Outcome::Mark;
        rows.push_back(semantics);
        auto summary = oracleSummaries(sample::twoArms(8), rows).front();
        QCOMPARE(summary.validity, Validity::Valid);
        QVERIFY2(sentence(summary).endsWith(u"; probed and kept: expiry; not promised by this store: "
                                            "concurrent_writes 40 of 64 checks."_s),
            qPrintable(sentence(summary)));

        rows[rows.size() - 2] = rowOf(0, u"memory"_s, u"expiry"_s, 1, 64); // but a broken one is broken
        summary = oracleSummaries(sample::twoArms(8), rows).front();
        QCOMPARE(summary.validity, Validity::Invalid);
    }

    void theTwinIsTheControl()
    {
        auto plan = sample::twoArms(8);
        plan.arms[0].isTwin = true;
        QVERIFY(oracleSummaries(plan, twoTrials()).empty());
    }

    void itIsInTheVerdictFile()
    {
        const auto plan = sample::twoArms(8);
        const auto json = verdictJson(plan, {}, twoTrials(), {})[u"oracle"_s].toArray();
        QCOMPARE(json.size(), 1);
        QCOMPARE(json[0][u"verdict"_s].toString(), u"UNKNOWN"_s);
        QCOMPARE(json[0][u"promises"_s][1][u"checks"_s].toInt(), 10'000);
        QVERIFY(json[0][u"promises"_s][4][u"rate_below"_s].isNull());
    }
};

QTEST_APPLESS_MAIN(TestOracleSummary)
#include "tst_oraclesummary.moc"
