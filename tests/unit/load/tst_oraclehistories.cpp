// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/load/oracleplay.h"

#include <QTest>

#include <functional>

using namespace ceteris;
using namespace ceteris::loadtest;

using Script = std::function<void(Play&)>;

Q_DECLARE_METATYPE(Script)
Q_DECLARE_METATYPE(Broken)

// For each invariant histories that break it and histories that only look like it.
class OracleHistoriesTest : public QObject
{
    Q_OBJECT

private slots:
    void historiesAreJudged_data();
    void historiesAreJudged();

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

void OracleHistoriesTest::historiesAreJudged_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Broken>("broken"); // exactly these
    addReads();
    addTokens();
    addLosses();
    addLogouts();
}

void OracleHistoriesTest::addReads()
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

void OracleHistoriesTest::addTokens()
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

void OracleHistoriesTest::addLosses()
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
    const auto renew = [](Play& p, std::optional<Failure> failure = {}, int status = 302) {
        p.sight(Operation::Renew, failure ? status : 302, failure, {}, failure ? "" : "S=2");
    };
    row("renewed", {}, [renew](Play& p) { renew(p), p.refresh(), p.write(), p.refresh(); });
    row("a refused renewal alone", {}, [renew](Play& p) { renew(p, Failure::SessionLost, 401), p.refresh(); });
    row("lost after a refused renewal", { I::LostSession },
        [renew](Play& p) { renew(p, Failure::SessionLost, 401), p.refreshFails(Failure::SessionLost, 401); });
    row("lost after a renewal without an answer", {}, [renew](Play& p) {
        renew(p, Failure::Timeout, 0), renew(p, Failure::SessionLost, 401), p.refreshFails(Failure::SessionLost, 401);
    });
    row("lost after the next renewal", { I::LostSession },
        [renew](Play& p) { renew(p, Failure::Timeout, 0), renew(p), p.refreshFails(Failure::SessionLost, 401); });
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

void OracleHistoriesTest::addLogouts()
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

void OracleHistoriesTest::historiesAreJudged()
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

QTEST_APPLESS_MAIN(OracleHistoriesTest)
#include "tst_oraclehistories.moc"
