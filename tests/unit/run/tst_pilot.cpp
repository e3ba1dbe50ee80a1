// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/pilot.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

constexpr int lengthS = 240;
constexpr double loginS = 8.4; // the trial's clock runs from its restart

plan::Plan somePlan()
{
    plan::Plan plan;
    plan.name = u"some"_s;
    plan.twin = true;
    plan.blocks = 8;
    plan.arms.resize(2);
    plan.arms[0].name = u"memory"_s;
    plan.arms[1].name = u"redis"_s;
    plan.levels.resize(2);
    plan.levels[0].name = u"idle"_s;
    plan.levels[1].name = u"busy"_s;
    plan.decision.level = u"idle"_s;
    plan.decision.stopping = plan::Stopping::Sequential;
    return plan::withTwin(plan);
}

// A median that begins 60 % too high and settles with the time constant tau; 2 % noise.
void addTrial(std::vector<results::SeriesRow>& series, int trial, double tau, double perS = 1000)
{
    std::mt19937_64 random(static_cast<std::uint64_t>(trial) + 1);
    std::normal_distribution<double> noise(0, 0.02);
    for (int second = 1; second <= 8; ++second)
        series.push_back({ trial, u"a"_s, double(second), u"requests_per_s.login"_s, 50, u"per_s"_s });
    for (int second = 1; second <= lengthS; ++second) {
        const auto tS = loginS + second;
        const auto level = (1 + 0.6 * std::exp(-second / tau)) * std::exp(noise(random));
        series.push_back({ trial, u"a"_s, tS, u"requests_per_s.refresh"_s, perS, u"per_s"_s });
        series.push_back({ trial, u"a"_s, tS, u"response_p50.refresh"_s, 800 * level, u"us"_s });
        series.push_back({ trial, u"a"_s, tS, u"cpu_app"_s, 0.3, u"cores"_s });
    }
}

results::TrialRow refreshOf(int trial)
{
    results::TrialRow row;
    row.trial = trial;
    row.arm = u"memory"_s;
    row.operation = u"refresh"_s;
    row.status = u"ok"_s;
    return row;
}

} // namespace

class TestPilot : public QObject
{
    Q_OBJECT

private slots:
    void pilotIsTheDecisionsLevelFromTheStart()
    {
        const auto pilot = run::pilotPlan(somePlan(), 240);
        QCOMPARE(pilot.arms.size(), 2U);
        QCOMPARE(pilot.levels.size(), 1U);
        QCOMPARE(pilot.levels[0].name, u"idle"_s);
        QCOMPARE(pilot.phases.warmupS, 0.0);
        QCOMPARE(pilot.phases.measureS, 240.0);
        QCOMPARE(plan::mostBlocks(pilot), 2);
        QVERIFY(pilot.guard.action == plan::GuardAction::Mark);
    }

    void warmup_data()
    {
        QTest::addColumn<double>("tau");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("at once") << 0.1 << 10.0 << 25.0;
        QTest::newRow("quick") << 8.0 << 35.0 << 180.0; // the minimum is flat: noise decides how far behind the knee
        QTest::newRow("slow") << 25.0 << 95.0 << 180.0;
    }

    void warmup()
    {
        QFETCH(double, tau);
        QFETCH(double, low);
        QFETCH(double, high);
        std::vector<results::SeriesRow> series;
        addTrial(series, 1, 0.1);
        addTrial(series, 2, tau);
        const auto pilot = run::pilotPlan(somePlan(), lengthS);
        const auto findings = run::findingsOf(pilot, { refreshOf(1), refreshOf(2) }, series);
        QCOMPARE(findings.size(), 4U); // two trials, two figures
        const auto warmup = run::warmupFrom(findings);
        QVERIFY(warmup);
        QVERIFY2(*warmup >= low && *warmup <= high, qPrintable(QString::number(*warmup)));
        QCOMPARE(std::fmod(*warmup, 5), 0.0);
    }

    void whatDoesNotSettleHasNoWarmup()
    {
        std::vector<results::SeriesRow> series;
        addTrial(series, 1, 90);
        const auto findings = run::findingsOf(run::pilotPlan(somePlan(), lengthS), { refreshOf(1) }, series);
        QVERIFY(std::ranges::any_of(findings, [](const run::PilotFinding& it) { return !it.converged; }));
        QVERIFY(!run::warmupFrom(findings));
    }

    void fewRequestsTellNothing()
    {
        std::vector<results::SeriesRow> series;
        addTrial(series, 1, 8, 12);
        const auto findings = run::findingsOf(run::pilotPlan(somePlan(), lengthS), { refreshOf(1) }, series);
        QVERIFY(!findings.at(0).settledS);
        QVERIFY(!run::warmupFrom(findings));
    }

    void aFailedTrialIsNotLookedAt()
    {
        auto row = refreshOf(1);
        row.status = u"failed"_s;
        QVERIFY(run::findingsOf(run::pilotPlan(somePlan(), lengthS), { row }, {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestPilot)
#include "tst_pilot.moc"
