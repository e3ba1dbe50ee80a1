// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/witness.h"

#include <QTest>

#include <functional>

using namespace ceteris;
using namespace ceteris::load;
using plan::Operation;

namespace {

// Plays the site to one witness: what the session holds, and what goes wrong with it.
class Play
{
public:
    explicit Play(OracleSpec spec = { true, true, QStringLiteral("run"), 3, 1, 99, 60 })
        : scope { spec, runNumber(spec.run.toStdString()) }
        , witness(scope, book, { 7, "user7", "data-user=\"user7\"" })
    {
    }

    void login(std::string cookies = "S=1")
    {
        sight(Operation::LoginPage, 200, {}, {}, "V=0");
        last = witness.tokenFor(Operation::Login);
        visits = count = 0;
        sight(Operation::Login, 302, {}, {}, cookies);
    }
    void refresh() { page(user, ++visits, count, last); }
    void write()
    {
        last = witness.tokenFor(Operation::Write);
        ++count;
        sight(Operation::Write, 302);
    }
    // Asks for a write and says nothing about what the site did with it.
    std::string writeFails(Failure failure, int status = 0)
    {
        const std::string token(witness.tokenFor(Operation::Write));
        sight(Operation::Write, status, failure);
        return token;
    }
    void refreshFails(Failure failure, int status = 0) { sight(Operation::Refresh, status, failure); }
    void logout() { sight(Operation::Logout, 302); }

    void page(const std::string& whose, std::uint64_t v, std::uint64_t c, const std::string& token)
    {
        const auto body = pageOf(whose, v, c, token);
        const bool isOwn = body.find("data-user=\"user7\"") != std::string::npos;
        sight(Operation::Refresh, 200, isOwn ? std::nullopt : std::optional(Failure::Assertion), body);
    }
    // Each probe until the last; the answers come at once.
    void probes(int status, const std::string& body = {}, std::optional<Failure> failure = {})
    {
        while (const auto at = witness.takeProbe()) {
            now = std::max(now, *at);
            probeTimes.push_back(toSeconds(now.time_since_epoch()));
            Sight seen { Operation::Refresh, true, now, now + fromSeconds(0.001), failure, status, body, {} };
            witness.saw(seen);
        }
    }
    void sight(Operation operation, int status, std::optional<Failure> failure = {}, std::string_view body = {},
        std::string_view cookies = {})
    {
        witness.saw({ operation, false, now, now + fromSeconds(0.01), failure, status, body, cookies });
        now += fromSeconds(0.02);
    }
    void pause(double seconds) { now += fromSeconds(seconds); }

    static std::string pageOf(const std::string& whose, std::uint64_t v, std::uint64_t c, const std::string& token)
    {
        return "<p><h1 data-user=\"" + whose + "\" data-visits=\"" + std::to_string(v) + "\" data-count=\""
            + std::to_string(c) + "\" data-last=\"" + token + "\">";
    }
    std::string token(Nonce nonce) const
    {
        nonce.run = nonce.run == 0 ? scope.run : nonce.run;
        return textOf(nonce, scope.spec.key);
    }
    OracleReport report() const { return OracleBook::conclude({ &book }); }

    WitnessScope scope;
    OracleBook book;
    Witness witness;
    TimePoint now {};
    std::string user = "user7";
    std::string last;
    std::uint64_t visits = 0;
    std::uint64_t count = 0;
    std::vector<double> probeTimes;
};

using Script = std::function<void(Play&)>;
using Broken = std::vector<Invariant>;

} // namespace

Q_DECLARE_METATYPE(Script)
Q_DECLARE_METATYPE(Broken)

class OracleTest : public QObject
{
    Q_OBJECT

private slots:
    void historiesAreJudged_data();
    void historiesAreJudged();
    void everyAnswerIsChecked();
    void aLostWriteIsToldOnce();
    void aLeakIsAnnounced();
    void aViolationHasItsHistory();
    void theOldCookieIsTriedThreeTimes();
    void withoutMarksSomeThingsCannotBeSeen();
    void withoutProbesNothingIsTried();
    void requestsOfUnknownOutcomeAreUnclear_data();
    void requestsOfUnknownOutcomeAreUnclear();

private:
    void addReads();
    void addTokens();
    void addLosses();
    void addLogouts();
};

static void row(const char* name, const Broken& broken, Script script)
{
    QTest::newRow(name) << std::move(script) << broken;
}

void OracleTest::historiesAreJudged_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Broken>("broken"); // exactly these
    addReads();
    addTokens();
    addLosses();
    addLogouts();
}

void OracleTest::addReads()
{
    using I = Invariant;
    row("an honest visit", {}, [](Play& p) {
        for (int i = 0; i < 5; ++i)
            p.refresh(), p.write(), p.write(), p.refresh();
        p.logout();
        p.probes(302);
    });
    row("another user's page", { I::Identity, I::Leak }, [](Play& p) { p.page("user71", 1, 0, p.last); });
    row("nobody's page", { I::Identity }, [](Play& p) { p.page({}, 1, 0, p.last); });
    row("after another user's page all is well", { I::Identity, I::Leak }, [](Play& p) {
        p.page("user71", 1, 0, p.last);
        p.visits = 1;
        p.refresh();
    });
    row("escaped name", {}, [](Play& p) { p.page("user&#55;", 1, 0, p.last), p.page("user7", 2, 0, p.last); });
    row("a visit lost", { I::ReadYourWrites }, [](Play& p) { p.refresh(), p.page(p.user, 1, 0, p.last); });
    row("a visit too many", { I::ReadYourWrites }, [](Play& p) { p.page(p.user, 2, 0, p.last); });
    row("visits of an older session", { I::ReadYourWrites }, [](Play& p) { p.page(p.user, 9, 0, p.last); });
    row("a write lost", { I::ReadYourWrites }, [](Play& p) { p.write(), p.write(), p.page(p.user, 1, 1, p.last); });
    row("a write not yet there", { I::ReadYourWrites }, [](Play& p) {
        const auto before = p.last;
        p.write();
        p.page(p.user, 1, 0, before);
    });
    row("a write twice", { I::ReadYourWrites }, [](Play& p) { p.write(), p.page(p.user, 1, 2, p.last); });
    row("the token before", { I::ReadYourWrites }, [](Play& p) {
        p.write();
        const auto before = p.last;
        p.write();
        p.page(p.user, 1, 2, before);
    });
    row("no token", { I::ReadYourWrites }, [](Play& p) { p.page(p.user, 1, 0, {}); });
    row("a page of the past", { I::ReadYourWrites, I::MonotonicReads }, [](Play& p) {
        p.refresh(), p.refresh();
        p.page(p.user, 1, 0, p.last);
        p.visits = 3;
        p.refresh();
    });
    row("the count goes back", { I::ReadYourWrites, I::MonotonicReads }, [](Play& p) {
        p.write(), p.write(), p.refresh();
        p.page(p.user, 2, 1, p.last);
    });
    row("a new login begins anew", {}, [](Play& p) {
        p.refresh(), p.write(), p.refresh(), p.logout(), p.probes(401);
        p.login("S=2");
        p.refresh(), p.write(), p.refresh();
    });
    row("a refused write is not there", {}, [](Play& p) {
        p.writeFails(Failure::Status, 403);
        p.refresh();
    });
    row("a refused write is there", { I::ReadYourWrites }, [](Play& p) {
        p.last = p.writeFails(Failure::Status, 403);
        p.count = 1;
        p.refresh();
    });
}

void OracleTest::addTokens()
{
    using I = Invariant;
    const auto shows = [](Nonce nonce) { return [nonce](Play& p) { p.page(p.user, 1, 0, p.token(nonce)); }; };
    row("token of another user", { I::Identity, I::Leak, I::ReadYourWrites }, shows({ 0, 3, 1, 8, 1, 0 }));
    row("token of another trial", { I::CarryOver, I::ReadYourWrites }, shows({ 0, 2, 1, 7, 1, 0 }));
    row("token of another arm", { I::CarryOver, I::ReadYourWrites }, shows({ 0, 3, 0, 7, 1, 0 }));
    row("token of another run", { I::CarryOver, I::ReadYourWrites }, shows({ 5, 3, 1, 7, 1, 0 }));
    row("token of another run's user", { I::CarryOver, I::Identity, I::Leak, I::ReadYourWrites },
        shows({ 5, 3, 1, 8, 1, 0 }));
    row("token of an epoch before", { I::ReadYourWrites }, shows({ 0, 3, 1, 7, 0, 0 }));
    row("token not yet written", { I::ReadYourWrites }, shows({ 0, 3, 1, 7, 1, 9 }));
    row("corrupt token", { I::Identity, I::ReadYourWrites }, [](Play& p) {
        p.last.back() = p.last.back() == '0' ? '1' : '0';
        p.refresh();
    });
    row("no token of ours", { I::Identity, I::ReadYourWrites }, [](Play& p) { p.page(p.user, 1, 0, "hello"); });
}

void OracleTest::addLosses()
{
    using I = Invariant;
    const auto lostAfter = [](double seconds) {
        return [seconds](Play& p) {
            p.refresh();
            p.pause(seconds);
            p.refreshFails(Failure::SessionLost, 302);
        };
    };
    row("lost at once", { I::LostSession }, lostAfter(0));
    row("lost by a write", { I::LostSession }, [](Play& p) { p.writeFails(Failure::SessionLost, 401); });
    row("lost before it expires", { I::LostSession }, lostAfter(54));
    row("lost while it may expire", {}, lostAfter(56));
    row("lost just after it may expire", {}, lostAfter(64));
    row("expired", {}, lostAfter(80));
    row("never expires", { I::LostSession }, [](Play& p) {
        p.scope.spec.idleTimeoutS = 0;
        p.pause(1e6);
        p.refreshFails(Failure::SessionLost, 302);
    });
    row("an unusable store is no loss", {}, [](Play& p) {
        p.refreshFails(Failure::Status, 503);
        p.refresh();
    });
    row("a logout of unknown outcome", {}, [](Play& p) {
        p.sight(Operation::Logout, 0, Failure::Timeout);
        p.refreshFails(Failure::SessionLost, 302);
    });
    row("a logout that is applied late", {}, [](Play& p) {
        p.sight(Operation::Logout, 0, Failure::Timeout);
        p.refresh();
        p.refreshFails(Failure::SessionLost, 302);
    });
    row("back and lost again", { I::LostSession }, [](Play& p) {
        p.refreshFails(Failure::SessionLost, 302);
        p.refresh();
        p.refreshFails(Failure::SessionLost, 302);
        p.refreshFails(Failure::SessionLost, 302);
    });
    row("a refused login", {}, [](Play& p) {
        p.logout(), p.probes(302);
        p.sight(Operation::Login, 302, Failure::Assertion);
        p.refreshFails(Failure::SessionLost, 302);
    });
}

void OracleTest::addLogouts()
{
    using I = Invariant;
    row("the old cookie works", { I::Resurrected },
        [](Play& p) { p.logout(), p.probes(200, Play::pageOf("user7", 1, 0, {})); });
    row("the old cookie shows somebody else", { I::Leak },
        [](Play& p) { p.logout(), p.probes(200, Play::pageOf("user8", 1, 0, {})); });
    row("the old cookie shows a public page", {}, [](Play& p) { p.logout(), p.probes(200, "<p>Welcome"); });
    row("the old cookie is refused", {}, [](Play& p) { p.logout(), p.probes(401); });
    row("no answer to the old cookie", {}, [](Play& p) { p.logout(), p.probes(0, {}, Failure::Timeout); });
    row("the store is away after the logout", {}, [](Play& p) { p.logout(), p.probes(503); });
    row("the old session again", { I::UniqueIds }, [](Play& p) { p.logout(), p.probes(302), p.login("S=1"); });
    row("the visitor's session goes on", { I::UniqueIds }, [](Play& p) { p.logout(), p.probes(302), p.login("V=0"); });
    row("a login without a cookie", { I::UniqueIds }, [](Play& p) { p.logout(), p.probes(302), p.login({}); });
    row("each login its own session", {}, [](Play& p) { p.logout(), p.probes(302), p.login("S=2"); });
}

static Broken brokenOf(const OracleReport& report)
{
    Broken broken;
    for (std::size_t i = 0; i < invariantCount; ++i) {
        if (report.counts[i].violations > 0)
            broken.push_back(Invariant(i));
    }
    return broken;
}

static QString text(const OracleReport& report)
{
    QString text;
    for (const auto& one : report.first)
        text += QString::fromStdString(std::string(invariantNames[std::size_t(one.invariant)]) + ": expected "
            + one.expected + ", found " + one.found + '\n');
    return text;
}

void OracleTest::historiesAreJudged()
{
    QFETCH(Script, script);
    QFETCH(Broken, broken);
    Play play;
    play.login();
    script(play);
    std::sort(broken.begin(), broken.end());
    const auto report = play.report();
    QVERIFY2(brokenOf(report) == broken, qPrintable(text(report)));
}

void OracleTest::everyAnswerIsChecked()
{
    Play play;
    play.login();
    for (int i = 0; i < 10; ++i)
        play.refresh(), play.write();
    play.logout();
    play.probes(302);
    const auto report = play.report();
    for (const auto invariant : { Invariant::Identity, Invariant::ReadYourWrites, Invariant::MonotonicReads,
             Invariant::Leak, Invariant::CarryOver })
        QCOMPARE(report.of(invariant).checks, std::uint64_t(10));
    QCOMPARE(report.of(Invariant::LostSession).checks, std::uint64_t(20));
    QCOMPARE(report.of(Invariant::Resurrected).checks, std::uint64_t(3));
    QCOMPARE(report.of(Invariant::UniqueIds).checks, std::uint64_t(1));
    QVERIFY(report.first.empty());
    for (const auto& count : report.counts)
        QCOMPARE(count.indeterminate, std::uint64_t(0));
}

void OracleTest::aLostWriteIsToldOnce()
{
    Play play;
    play.login();
    play.refresh();
    const auto before = play.last;
    play.write();
    play.count = 0;
    play.last = before;
    for (int i = 0; i < 10; ++i)
        play.refresh();
    QCOMPARE(play.report().of(Invariant::ReadYourWrites).violations, std::uint64_t(1));
    play.write();
    play.count = 7;
    play.refresh();
    QCOMPARE(play.report().of(Invariant::ReadYourWrites).violations, std::uint64_t(2));
}

void OracleTest::aLeakIsAnnounced()
{
    Play play;
    play.login();
    play.page(play.user, 9, 9, "c1.x");
    QVERIFY(!play.book.hasLeak());
    play.page("user8", 1, 0, {});
    QVERIFY(play.book.hasLeak());
}

void OracleTest::aViolationHasItsHistory()
{
    Play play;
    play.login();
    for (int i = 0; i < 20; ++i)
        play.write(), play.refresh();
    for (int i = 0; i < 20; ++i)
        play.page(play.user, 1, 1, play.last);
    const auto report = play.report();
    QCOMPARE(report.first.size(), violationsKept);
    const auto& one = report.first.front();
    QCOMPARE(one.account, 7);
    QCOMPARE(one.atS, 0.85);
    QCOMPARE(one.expected, "visits 21, count 20, last " + play.last);
    QCOMPARE(one.found, "visits 1, count 1, last " + play.last);
    QCOMPARE(one.history.size(), std::size_t(8));
    QCOMPARE(one.history[0], std::string("0.700000 s refresh ok, status 200, 10.000 ms, visits 17, count 17"));
    QCOMPARE(one.history[7], std::string("0.840000 s refresh ok, status 200, 10.000 ms, visits 1, count 1"));
}

void OracleTest::theOldCookieIsTriedThreeTimes()
{
    Play play;
    play.login("S=5; T=6");
    QVERIFY(!play.witness.takeProbe());
    QCOMPARE(play.witness.cookies(), std::string("S=5; T=6"));
    const auto signedOut = toSeconds(play.now.time_since_epoch()) + 0.01;
    play.logout();
    play.probes(302);
    QCOMPARE(play.probeTimes.size(), std::size_t(3));
    QVERIFY(std::abs(play.probeTimes[1] - signedOut - 0.1) < 1e-6);
    QVERIFY(std::abs(play.probeTimes[2] - signedOut - 1) < 1e-6);
    play.logout();
    QVERIFY(play.witness.takeProbe());
}

void OracleTest::withoutMarksSomeThingsCannotBeSeen()
{
    Play play({ .marks = false, .probes = true, .run = {} });
    play.login();
    QVERIFY(play.last.empty());
    play.page(play.user, 9, 9, "anything");
    play.page("user8", 1, 0, {});
    play.write();
    QVERIFY(play.last.starts_with("c1."));
    play.refreshFails(Failure::SessionLost, 302);
    play.sight(Operation::Logout, 302);
    play.probes(200, Play::pageOf("user7", 1, 0, {}));
    const auto report = play.report();
    const Broken broken { Invariant::Identity, Invariant::LostSession, Invariant::Resurrected };
    QVERIFY2(brokenOf(report) == broken, qPrintable(text(report)));
    for (const auto invariant :
        { Invariant::ReadYourWrites, Invariant::MonotonicReads, Invariant::Leak, Invariant::CarryOver })
        QCOMPARE(report.of(invariant).checks, std::uint64_t(0));
}

void OracleTest::withoutProbesNothingIsTried()
{
    Play play({ .marks = true, .probes = false, .run = {} });
    play.login();
    play.logout();
    QVERIFY(!play.witness.takeProbe());
}

void OracleTest::requestsOfUnknownOutcomeAreUnclear_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<int>("status");
    QTest::newRow("timeout") << Failure::Timeout << 0;
    QTest::newRow("reset") << Failure::Connect << 0;
    QTest::newRow("no descriptor") << Failure::LocalResource << 0;
    QTest::newRow("error") << Failure::Status << 500;
    QTest::newRow("store away") << Failure::Status << 503;
}

// Whether such a request was applied, not applied, applied late or undid what came after it: nobody is to blame.
void OracleTest::requestsOfUnknownOutcomeAreUnclear()
{
    QFETCH(Failure, failure);
    QFETCH(int, status);
    for (const bool isApplied : { false, true }) {
        Play play;
        play.login();
        play.refresh();
        play.refreshFails(failure, status);
        play.visits += isApplied ? 1 : 0;
        const auto token = play.writeFails(failure, status);
        play.count += isApplied ? 1 : 0;
        play.last = isApplied ? token : play.last;
        play.refresh();
        const auto past = play.last;
        play.write();
        play.refresh();
        QCOMPARE(text(play.report()), QString());
        QCOMPARE(play.report().of(Invariant::ReadYourWrites).indeterminate, std::uint64_t(0));
        play.page(play.user, 2, 0, past); // put back by the late end of either
        QCOMPARE(text(play.report()), QString());
        QCOMPARE(play.report().of(Invariant::ReadYourWrites).indeterminate, std::uint64_t(1));
        QCOMPARE(play.report().of(Invariant::MonotonicReads).indeterminate, std::uint64_t(1));
        play.page(play.user, 100, 0, past); // but this is too much
        QCOMPARE(play.report().of(Invariant::ReadYourWrites).violations, std::uint64_t(1));
    }
}

QTEST_APPLESS_MAIN(OracleTest)
#include "tst_oracle.moc"
