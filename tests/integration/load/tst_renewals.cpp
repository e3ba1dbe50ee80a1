// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/sessionclient.h"
#include "app/services/services.h"
#include "tests/integration/load/loadrun.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using plan::Operation;

// Users whose access tokens end, against a real server.
class RenewalsTest : public QObject
{
    Q_OBJECT

private slots:
    void usersOutliveTheirTokens_data();
    void usersOutliveTheirTokens();
    void theRequestWaitsForTheRenewal();
    void revokedUsersSignInAgain();
    void tabsRace_data();
    void tabsRace();
    void aCutKeepsTheBooks();

private:
    bool start(int graceS = 0, int refreshS = 86'400);
    LoadSpec specOf(plan::Renewal renewal, int tabs = 1) const;
    std::uint64_t servedRequests(const char* route) const; // as /metrics says

    static constexpr int accessS = 2;
    QTemporaryDir m_cache;
    std::unique_ptr<services::ServerService> m_server;
};

bool RenewalsTest::start(int graceS, int refreshS)
{
    services::ServerOptions options;
    options.program = QStringLiteral(CETERIS_BIN_DIR "/ceteris-server");
    options.config.accounts = { m_cache.path(), 40, u"bcrypt"_s, 4 };
    options.config.store.kind = u"token"_s;
    options.config.store.token = { QString(64, u'7'), accessS, refreshS, graceS, u"memory"_s };
    auto server = services::ServerService::start(options);
    m_server = server ? std::move(*server) : nullptr;
    return m_server != nullptr;
}

LoadSpec RenewalsTest::specOf(plan::Renewal renewal, int tabs) const
{
    LoadSpec spec;
    spec.url = m_server->url();
    spec.users = 40;
    spec.spawnPerS = 200;
    spec.thinkMinS = 0.1;
    spec.thinkMaxS = 0.3;
    spec.writeShare = 0.3;
    spec.threads = 2;
    spec.seed = 11;
    spec.timeline = { .loginS = 0.5, .warmupS = 0.5, .measureS = 4, .logoutS = 0.4, .drainS = 5 };
    spec.oracle = { .marks = true, .probes = false, .run = u"renewals"_s, .trial = 1, .arm = 0, .key = 5 };
    spec.tokens = { accessS, renewal, tabs };
    return spec;
}

std::uint64_t RenewalsTest::servedRequests(const char* route) const
{
    SessionClient client(m_server->url().toStdString(), "SESSION", std::chrono::seconds(10));
    const auto text = QString::fromStdString(client.get("/metrics").body);
    const QRegularExpression line(
        u"^ceteris_http_requests_total\\{route=\"%1\"[^}]*\\} (\\d+)"_s.arg(QLatin1StringView(route)),
        QRegularExpression::MultilineOption);
    std::uint64_t sum = 0;
    for (auto it = line.globalMatch(text); it.hasNext();)
        sum += it.next().captured(1).toULongLong();
    return sum;
}

static std::uint64_t lostBy(const Counts& counts)
{
    return counts.failures[std::size_t(Failure::SessionLost)];
}

void RenewalsTest::usersOutliveTheirTokens_data()
{
    QTest::addColumn<plan::Renewal>("renewal");
    QTest::newRow("early") << plan::Renewal::Early;
    QTest::newRow("refused") << plan::Renewal::Refused;
}

void RenewalsTest::usersOutliveTheirTokens()
{
    QFETCH(plan::Renewal, renewal);
    QVERIFY(start());
    const auto ran = run(specOf(renewal));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto refresh = total(ran->result, Operation::Refresh);
    const auto write = total(ran->result, Operation::Write);
    const auto renew = total(ran->result, Operation::Renew);
    for (const auto& counts : { refresh, write, renew, total(ran->result, Operation::Logout) })
        QCOMPARE(counts.sent - counts.censored, counts.ok);
    QCOMPARE(ran->result.signedIn, 40);
    // A token lasts one to two seconds and a think time; early users give up the last of these.
    const bool isEarly = renewal == plan::Renewal::Early;
    QVERIFY2(renew.ok >= 40 * (isEarly ? 3 : 1) && renew.ok <= 40 * 5, qPrintable(QString::number(renew.ok)));
    if (!isEarly)
        QCOMPARE(refresh.repeated + write.repeated, renew.ok);
    QCOMPARE(servedRequests("renewal"), renew.sent);
    QCOMPARE(servedRequests("home"), refresh.sent + refresh.repeated);
    QCOMPARE(servedRequests("work"), write.sent + write.repeated);
    for (const auto invariant : { Invariant::LostSession, Invariant::Identity, Invariant::ReadYourWrites })
        QCOMPARE(ran->result.oracle.of(invariant).violations, std::uint64_t(0));
}

// Its user waited for both.
void RenewalsTest::theRequestWaitsForTheRenewal()
{
    QVERIFY(start());
    auto spec = specOf(plan::Renewal::Early);
    spec.users = 1;
    spec.writeShare = 0;
    spec.timeline.warmupS = 0;
    spec.timeline.measureS = 6;
    spec.thinkMinS = spec.thinkMaxS = 1.2; // each request needs a new token
    const auto ran = run(spec);
    QVERIFY(ran);
    const auto& renew = record(ran->result, Phase::Measure, Operation::Renew);
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QVERIFY(renew.counts.ok >= 3);
    QVERIFY(refresh.counts.ok - renew.counts.ok <= 1);
    QVERIFY(refresh.response.maxUs() >= refresh.service.quantileUs(0) + renew.service.quantileUs(0));
    QVERIFY(refresh.response.meanUs() > refresh.service.meanUs());
}

// All sign-ins end after three seconds: each user is refused once, signs in and goes on.
void RenewalsTest::revokedUsersSignInAgain()
{
    QVERIFY(start(0, 3));
    auto spec = specOf(plan::Renewal::Early);
    spec.timeline.measureS = 5;
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto lost = lostBy(total(ran->result, Operation::Refresh)) + lostBy(total(ran->result, Operation::Write));
    const auto& again = record(ran->result, Phase::Measure, Operation::Login).counts;
    QCOMPARE(lostBy(total(ran->result, Operation::Renew)), std::uint64_t(40));
    QCOMPARE(lost, std::uint64_t(40));
    QCOMPARE(again.ok, std::uint64_t(40));
    QCOMPARE(ran->result.signedIn, 40); // users, not sign-ins
    QCOMPARE(ran->result.oracle.of(Invariant::LostSession).violations, std::uint64_t(40));
    QCOMPARE(ran->result.oracle.of(Invariant::ReadYourWrites).violations, std::uint64_t(0));
    QCOMPARE(total(ran->result, Operation::Logout).ok, std::uint64_t(40));
}

void RenewalsTest::tabsRace_data()
{
    QTest::addColumn<int>("graceS");
    QTest::newRow("strict") << 0;
    QTest::newRow("grace") << 1;
}

void RenewalsTest::tabsRace()
{
    QFETCH(int, graceS);
    QVERIFY(start(graceS));
    const auto ran = run(specOf(plan::Renewal::Early, 3));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto renew = total(ran->result, Operation::Renew);
    const auto revoked = lostBy(renew);
    QVERIFY(renew.sent > 150);
    QCOMPARE(servedRequests("renewal"), renew.sent);
    if (graceS == 0) {
        QVERIFY2(revoked > 40, qPrintable(QString::number(revoked)));
        QVERIFY(record(ran->result, Phase::Measure, Operation::Login).counts.ok > 0);
    } else {
        QCOMPARE(revoked, std::uint64_t(0));
        QCOMPARE(renew.ok, renew.sent);
        QCOMPARE(ran->result.oracle.of(Invariant::LostSession).violations, std::uint64_t(0));
    }
}

// Renewals that are under way when everything ends, and what waits for them.
void RenewalsTest::aCutKeepsTheBooks()
{
    QVERIFY(start());
    for (const auto renewal : { plan::Renewal::Early, plan::Renewal::Refused }) {
        auto spec = specOf(renewal, 2);
        spec.thinkMinS = spec.thinkMaxS = 0;
        spec.timeline = { .loginS = 0.5, .warmupS = 0, .measureS = 2.2, .logoutS = 0, .drainS = 0 };
        const auto ran = run(spec);
        QVERIFY(ran);
        QCOMPARE(imbalance(*ran), QString());
        QVERIFY(ran->result.measured().counts.censored > 0);
    }
}

QTEST_GUILESS_MAIN(RenewalsTest)
#include "tst_renewals.moc"
