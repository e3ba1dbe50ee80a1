// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/load/loadrun.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using plan::Operation;
using testsupport::Behaviour;
using testsupport::KnownServer;

using List = std::vector<double>;

// What is reported against what was served. The server's list is used up exactly once, so its quantiles are known.
class KnownLatencyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void percentilesAreThoseOfTheServer_data();
    void percentilesAreThoseOfTheServer();
    void errorsAreCountedExactly();
    void everyThreadIsHeard();

private:
    double m_floorMs = 0; // p99 of response from a server without latency
};

namespace {

constexpr int requests = 800;

LoadSpec rateSpec(const KnownServer& server)
{
    auto spec = plainSpec(server.url());
    spec.model = plan::LoadModel::Rate;
    spec.arrivals = plan::Arrivals::Fixed;
    spec.ratePerS = 400;
    spec.users = 400; // enough that nobody waits for a free one
    spec.timeoutS = 5;
    spec.timeline.measureS = requests / spec.ratePerS;
    spec.timeline.drainS = 5;
    return spec;
}

double quantile(List list, double q)
{
    std::sort(list.begin(), list.end());
    return list[std::size_t(std::ceil(q * double(list.size()))) - 1];
}

// All but the last ones, which a busy machine may come to when the window is over: they are counted as unsent.
bool areSent(const Counts& counts)
{
    return counts.planned == std::uint64_t(requests) && counts.balanced() && counts.unsent <= counts.planned / 10;
}

double lagP99Ms(const LoadResult& result)
{
    return double(result.measured().lag.quantileUs(0.99)) / 1000;
}

} // namespace

void KnownLatencyTest::initTestCase()
{
    const KnownServer server;
    const auto ran = run(rateSpec(server));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    m_floorMs = double(ran->result.measured().response.quantileUs(0.99)) / 1000;
    qInfo("floor: %.3f ms at p99", m_floorMs);
}

void KnownLatencyTest::percentilesAreThoseOfTheServer_data()
{
    QTest::addColumn<List>("latenciesMs");
    QTest::newRow("constant") << List(requests, 40);
    QTest::newRow("bimodal") << testsupport::bimodalMs(requests, 30, 250, 0.03, 1);
    QTest::newRow("exponential") << testsupport::exponentialMs(requests, 60, 2);
}

void KnownLatencyTest::percentilesAreThoseOfTheServer()
{
    QFETCH(List, latenciesMs);
    const KnownServer server({ .latenciesMs = latenciesMs, .inOrder = true });
    const auto ran = run(rateSpec(server));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(areSent(refresh.counts));
    QCOMPARE(refresh.counts.ok, refresh.counts.sent);
    latenciesMs.resize(refresh.counts.sent);
    const double marginMs = m_floorMs + server.tally().latenessP99Ms + lagP99Ms(ran->result);
    for (const double q : { 0.5, 0.95, 0.99 }) {
        const double served = quantile(latenciesMs, q);
        const double reported = double(refresh.response.quantileUs(q)) / 1000;
        const auto text
            = u"p%1: served %2 ms, reported %3 ms, margin %4 ms"_s.arg(q * 100).arg(served).arg(reported).arg(marginMs);
        QVERIFY2(reported >= served * 0.999 && reported <= served * 1.001 + marginMs, qPrintable(text));
        qInfo("%s", qPrintable(text));
    }
}

void KnownLatencyTest::errorsAreCountedExactly()
{
    const KnownServer server({ .latenciesMs = { 5 }, .errorEvery = 10 });
    const auto ran = run(rateSpec(server));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(areSent(refresh.counts));
    const auto errors = refresh.counts.sent / 10;
    QCOMPARE(refresh.counts.failures[std::size_t(Failure::Status)], errors);
    QCOMPARE(refresh.counts.ok, refresh.counts.sent - errors);
    QCOMPARE(server.tally().errors, errors);
}

void KnownLatencyTest::everyThreadIsHeard()
{
    const KnownServer server({ .latenciesMs = List { 10, 20, 30, 40 }, .inOrder = true });
    auto spec = rateSpec(server);
    spec.threads = 3;
    const auto ran = run(spec);
    QVERIFY(ran);
    const auto& health = ran->result.health;
    const auto& measured = ran->result.measured();
    const auto sent = measured.counts.sent;
    QVERIFY(areSent(measured.counts));
    const auto sum = [](const std::vector<std::uint32_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
    };
    QCOMPARE(sum(health.sentPerSlot), sent);
    QCOMPARE(sum(health.readyPerSlot), sent);
    QCOMPARE(health.sendTimesS.size(), sent);
    QCOMPARE(health.ended, sent);
    QCOMPARE(health.hiccup.count(), std::uint64_t(3 * 199)); // 10 ms, 20 ms … 1 990 ms
    const auto& response = measured.response;
    const double booked = double(response.count()) * response.meanUs() / 1e6;
    QVERIFY(std::abs(booked / health.insideS - 1) < 0.01);
}

QTEST_GUILESS_MAIN(KnownLatencyTest)
#include "tst_knownlatency.moc"
