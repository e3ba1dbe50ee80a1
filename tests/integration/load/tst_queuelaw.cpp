// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/planner.h"
#include "tests/integration/load/loadrun.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using testsupport::KnownServer;

using List = std::vector<double>;

// A server that takes one request at a time. What the law says of endless time is asked of the planner alone; the
// generator must show what Lindley's recursion makes of the very arrivals that were planned.
class QueueLawTest : public QObject
{
    Q_OBJECT

private slots:
    void plannedArrivalsObeyTheLaw_data();
    void plannedArrivalsObeyTheLaw();
    void theGeneratorShowsTheQueue_data();
    void theGeneratorShowsTheQueue();
};

namespace {

LoadSpec poisson(double ratePerS, double lengthS)
{
    LoadSpec spec;
    spec.model = plan::LoadModel::Rate;
    spec.arrivals = plan::Arrivals::Poisson;
    spec.ratePerS = ratePerS;
    spec.seed = 11;
    spec.timeline = { .loginS = 0, .warmupS = 0, .measureS = lengthS, .logoutS = 0, .drainS = 5 };
    return spec;
}

// Mean time in the system of the planned arrivals, by Lindley's recursion.
double meanResponseS(const LoadSpec& spec, const std::function<double()>& serviceS)
{
    Arrivals arrivals(spec, 0, 1);
    double free = 0;
    double sum = 0;
    double count = 0;
    while (const auto arrival = arrivals.next()) {
        const double at = toSeconds(arrival->at);
        free = std::max(free, at) + serviceS();
        sum += free - at;
        ++count;
    }
    return sum / count;
}

} // namespace

void QueueLawTest::plannedArrivalsObeyTheLaw_data()
{
    QTest::addColumn<double>("utilisation");
    QTest::newRow("calm") << 0.3;
    QTest::newRow("busy") << 0.6;
    QTest::newRow("near its limit") << 0.8;
}

void QueueLawTest::plannedArrivalsObeyTheLaw()
{
    QFETCH(double, utilisation);
    const auto spec = poisson(utilisation, 1e6 / utilisation); // a million requests of one second on average
    const double constant = meanResponseS(spec, [] { return 1.0; });
    QVERIFY(std::abs(constant / (1 + utilisation / (2 * (1 - utilisation))) - 1) < 0.03);
    std::mt19937_64 random(3);
    const double exponential = meanResponseS(spec, [&] { return std::exponential_distribution<>()(random); });
    QVERIFY(std::abs(exponential * (1 - utilisation) - 1) < 0.03);
}

void QueueLawTest::theGeneratorShowsTheQueue_data()
{
    QTest::addColumn<List>("latenciesMs");
    QTest::newRow("M/D/1") << List { 20 };
    QTest::newRow("M/M/1") << testsupport::exponentialMs(200, 20, 4);
}

void QueueLawTest::theGeneratorShowsTheQueue()
{
    QFETCH(List, latenciesMs);
    auto spec = poisson(30, 6); // 60 % busy
    spec.mapping.refreshPath = u"/plain"_s;
    spec.users = 100;
    std::size_t number = 0;
    const double predictedMs
        = meanResponseS(spec, [&] { return latenciesMs[number++ % latenciesMs.size()] / 1000; }) * 1000;
    const KnownServer server({ .latenciesMs = latenciesMs, .inOrder = true, .oneAtATime = true });
    spec.url = server.url();
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto measured = ran->result.measured();
    QCOMPARE(measured.counts.ok, measured.counts.planned);
    const double reportedMs = measured.response.meanUs() / 1000;
    const double marginMs = double(measured.lag.quantileUs(0.99)) / 1000 + server.tally().latenessP99Ms;
    qInfo("mean response %.2f ms, predicted %.2f, margin %.2f", reportedMs, predictedMs, marginMs);
    QVERIFY(std::abs(reportedMs - predictedMs) < 0.03 * predictedMs + marginMs);
    QVERIFY(predictedMs > 1.5 * 20); // there was a queue
}

QTEST_GUILESS_MAIN(QueueLawTest)
#include "tst_queuelaw.moc"
