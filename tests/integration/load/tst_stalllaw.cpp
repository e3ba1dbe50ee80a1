// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/honesty.h"
#include "tests/integration/load/loadrun.h"

#include <QTest>

#include <cmath>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using plan::Operation;
using results::Outcome;
using testsupport::KnownServer;

// A server that freezes for D in a window of T: at a constant rate λ below its capacity the response time that a share
// 1 − p of the requests exceeds is D − (1 − p)·T·(1 − ρ), because all that came in the freeze waited for its end.
class StallLawTest : public QObject
{
    Q_OBJECT

private slots:
    void theOpenModelShowsTheStall();
    void theClosedModelFlagsItself();
};

namespace {

constexpr double windowS = 8;
constexpr double stallS = 1;
constexpr double ratePerS = 200;
constexpr int users = 4; // few, so that the queue is the generator's and service times stay short
constexpr double p = 0.99;
const double predictedUs = (stallS - (1 - p) * windowS) * 1e6; // ρ is small: the server answers at once

LoadSpec stallSpec(const KnownServer& server)
{
    auto spec = plainSpec(server.url());
    spec.model = plan::LoadModel::Rate;
    spec.arrivals = plan::Arrivals::Fixed;
    spec.ratePerS = ratePerS;
    spec.thinkMinS = spec.thinkMaxS = users / ratePerS;
    spec.users = users;
    spec.timeoutS = 10;
    spec.timeline.measureS = windowS;
    spec.timeline.drainS = 3;
    return spec;
}

const results::CheckRow* find(const std::vector<results::CheckRow>& rows, QStringView check)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [check](const auto& row) { return row.check == check; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

void StallLawTest::theOpenModelShowsTheStall()
{
    const KnownServer server({ .freezeAtS = 3, .freezeS = stallS });
    const auto spec = stallSpec(server);
    const auto ran = loadtest::run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QCOMPARE(refresh.counts.ok, std::uint64_t(ratePerS * windowS));
    const auto response = double(refresh.response.quantileUs(p));
    const auto service = double(refresh.service.quantileUs(p));
    qInfo("p99 of response %.0f us, predicted %.0f; of service %.0f us", response, predictedUs, service);
    QVERIFY(std::abs(response / predictedUs - 1) < 0.1);
    QVERIFY(service < response / 3);

    const auto rows = run::judgeGenerator({ {}, spec, ran->result, {}, {}, {} });
    QVERIFY(*find(rows, u"omission")->value > 0);
    QCOMPARE(find(rows, u"omission")->outcome, Outcome::Ok);
    QVERIFY(*find(rows, u"response_over_service")->value > 3);
    // The server's stall is not the generator's fault, and the books hold in spite of it.
    for (const auto* check : { u"lag_p99", u"rate", u"saturation", u"littles_law", u"conservation" })
        QVERIFY2(find(rows, check)->outcome == Outcome::Ok, qPrintable(find(rows, check)->text));
}

void StallLawTest::theClosedModelFlagsItself()
{
    const KnownServer server({ .freezeAtS = 3, .freezeS = stallS });
    auto spec = stallSpec(server);
    spec.model = plan::LoadModel::Users;
    const auto ran = loadtest::run(spec);
    QVERIFY(ran);
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(refresh.counts.ok > 500);
    QVERIFY(double(refresh.response.quantileUs(p)) < predictedUs / 3);
    QVERIFY(double(refresh.response.maxUs()) > 0.9 * stallS * 1e6);

    const auto rows = run::judgeGenerator({ {}, spec, ran->result, {}, {}, {} });
    const auto* omission = find(rows, u"omission");
    QCOMPARE(omission->outcome, Outcome::Mark);
    QVERIFY2(omission->text.startsWith(u"closed: latency understates stalls"), qPrintable(omission->text));
    for (const auto* check : { u"littles_law", u"littles_law_users", u"conservation" })
        QVERIFY2(find(rows, check)->outcome == Outcome::Ok, qPrintable(find(rows, check)->text));
}

QTEST_GUILESS_MAIN(StallLawTest)
#include "tst_stalllaw.moc"
