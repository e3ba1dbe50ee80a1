// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/user.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using plan::Operation;

Q_DECLARE_METATYPE(std::optional<ceteris::load::Failure>)

class UserTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aWholeVisit();
    void answersAreJudged_data();
    void answersAreJudged();
    void aLostSessionCanComeBack();
    void visitorsHaveNoIdentity();
    void theTokenOfTheSessionIsFetchedOnlyForForms();
    void theImageFollowsTheLogin();
    void strangersAreSentAway();
    void writesCarryTheNote();
    void tokensAreRenewedBeforeTheyEnd();
    void aRefusedRenewalEndsTheSession();
    void whoCannotRenewHasLostNothing();

private:
    Site m_site;
};

static const auto ok = std::optional<Failure>();
static constexpr auto page = R"(<h1 data-user="user7">user7</h1><input name="_csrf" value="t2">)";

static Answer answered(int status, std::string_view body = {}, std::string_view redirect = {})
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    answer.redirect = redirect;
    return answer;
}

void UserTest::initTestCase()
{
    LoadSpec spec;
    spec.url = u"http://127.0.0.1:1"_s;
    spec.writeShare = 0.1;
    m_site = *siteOf(spec);
}

void UserTest::aWholeVisit()
{
    User user(m_site, 7, true);
    QVERIFY(!user.mayAct());
    QVERIFY(!user.request(Operation::LoginPage).form);
    QCOMPARE(user.judge(Operation::LoginPage, answered(200, R"(<input name="_csrf" value="t&amp;1">)")), ok);
    QCOMPARE(user.nextAfter(Operation::LoginPage), std::optional(Operation::Login));
    QCOMPARE(*user.request(Operation::Login).form, std::string("username=user7&password=7&_csrf=t%261"));
    QCOMPARE(
        *user.request(Operation::Login, "c1.0").form, std::string("username=user7&password=7&token=c1.0&_csrf=t%261"));
    QCOMPARE(user.judge(Operation::Login, answered(302, {}, "http://127.0.0.1:1/")), ok);
    QCOMPARE(user.state(), User::State::SignedIn);
    QVERIFY(user.request(Operation::Refresh).wantsBody);
    QCOMPARE(user.judge(Operation::Refresh, answered(200, page)), ok);
    QCOMPARE(*user.request(Operation::Write, "c1.7").form, std::string("token=c1.7&_csrf=t2"));
    QCOMPARE(user.judge(Operation::Write, answered(200)), ok);
    QCOMPARE(*user.request(Operation::Write).form, std::string("_csrf=t2"));
    QCOMPARE(*user.request(Operation::Logout).form, std::string("_csrf=t2"));
    QCOMPARE(user.judge(Operation::Logout, answered(302, {}, "http://127.0.0.1:1/auth/login")), ok);
    QCOMPARE(user.state(), User::State::SignedOut);
}

void UserTest::answersAreJudged_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("redirect");
    QTest::addColumn<std::optional<Failure>>("expected");
    const QByteArray login = "http://127.0.0.1:1/auth/login?again";
    const QByteArray home = "http://127.0.0.1:1/";
    const auto row = [](const char* name, Operation operation, int status, const QByteArray& body,
                         const QByteArray& redirect, std::optional<Failure> expected) {
        QTest::newRow(name) << operation << status << body << redirect << expected;
    };
    row("page without a token", Operation::LoginPage, 200, "<p>", {}, Failure::Assertion);
    row("no login page", Operation::LoginPage, 404, {}, {}, Failure::Status);
    row("login as JSON", Operation::Login, 200, {}, {}, ok);
    row("login refused by form", Operation::Login, 302, {}, login, Failure::Assertion);
    row("login refused", Operation::Login, 401, {}, {}, Failure::Status);
    row("login overloaded", Operation::Login, 503, {}, {}, Failure::Status);
    row("refresh", Operation::Refresh, 200, page, {}, ok);
    row("another user's page", Operation::Refresh, 200, R"(<h1 data-user="user71">)", {}, Failure::Assertion);
    row("no identity", Operation::Refresh, 200, {}, {}, Failure::Assertion);
    row("sent to the login", Operation::Refresh, 302, {}, login, Failure::SessionLost);
    row("unauthorised", Operation::Refresh, 401, {}, {}, Failure::SessionLost);
    row("sent elsewhere", Operation::Refresh, 302, {}, home, Failure::Status);
    row("store is down", Operation::Refresh, 503, {}, {}, Failure::Status);
    row("write redirects", Operation::Write, 303, {}, home, ok);
    row("write without a session", Operation::Write, 302, {}, login, Failure::SessionLost);
    row("write with a bad token", Operation::Write, 403, {}, {}, Failure::Status);
    row("logout with a page", Operation::Logout, 200, {}, {}, ok);
    row("logout fails", Operation::Logout, 500, {}, {}, Failure::Status);
}

void UserTest::answersAreJudged()
{
    QFETCH(Operation, operation);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, redirect);
    QFETCH(std::optional<Failure>, expected);
    User user(m_site, 7, true);
    if (operation != Operation::LoginPage && operation != Operation::Login)
        QCOMPARE(user.judge(Operation::Login, answered(200)), ok);
    const std::string bodyText = body.toStdString();
    const std::string redirectText = redirect.toStdString();
    QCOMPARE(user.judge(operation, answered(status, bodyText, redirectText)), expected);
    if (operation == Operation::Login)
        QCOMPARE(user.mayAct(), !expected);

    Answer broken = answered(status, bodyText, redirectText);
    broken.failure = Failure::Connect;
    QCOMPARE(user.judge(operation, broken), std::optional(Failure::Connect));
}

void UserTest::aLostSessionCanComeBack()
{
    User user(m_site, 7, true);
    QCOMPARE(user.judge(Operation::Login, answered(200)), ok);
    QCOMPARE(user.judge(Operation::Refresh, answered(401)), std::optional(Failure::SessionLost));
    QCOMPARE(user.state(), User::State::Lost);
    QVERIFY(user.mayAct());
    QCOMPARE(user.judge(Operation::Refresh, answered(200, page)), ok);
    QCOMPARE(user.state(), User::State::SignedIn);
}

void UserTest::visitorsHaveNoIdentity()
{
    User user(m_site, 7, false);
    QVERIFY(user.mayAct());
    QVERIFY(!user.request(Operation::Refresh).wantsBody);
    QCOMPARE(user.judge(Operation::Refresh, answered(200)), ok);
    QCOMPARE(user.judge(Operation::Refresh, answered(401)), std::optional(Failure::Status));
    QCOMPARE(user.state(), User::State::Visitor);
}

void UserTest::theTokenOfTheSessionIsFetchedOnlyForForms()
{
    QCOMPARE(User(m_site, 7, true).nextAfter(Operation::Login), std::optional(Operation::Refresh));
    QCOMPARE(User(m_site, 7, true).nextAfter(Operation::Refresh), std::optional<Operation>());
    auto readOnly = m_site;
    readOnly.needsToken = false;
    QCOMPARE(User(readOnly, 7, true).nextAfter(Operation::Login), std::optional<Operation>());
}

void UserTest::theImageFollowsTheLogin()
{
    auto site = m_site;
    site.image = "picture";
    User user(site, 7, true);
    QCOMPARE(user.judge(Operation::Login, answered(302, {}, "http://127.0.0.1:1/")), ok);
    QCOMPARE(user.nextAfter(Operation::Login), std::optional(Operation::Image));
    QCOMPARE(user.request(Operation::Image).form, &site.image);
    QCOMPARE(user.judge(Operation::Image, answered(413)), std::optional(Failure::Status));
    QCOMPARE(user.judge(Operation::Image, answered(302, {}, "http://127.0.0.1:1/")), ok);
    QCOMPARE(user.nextAfter(Operation::Image), std::optional(Operation::Refresh)); // for the forms' token
    QCOMPARE(user.judge(Operation::Image, answered(401)), std::optional(Failure::SessionLost));
}

static Site withTokens(Site site, plan::Renewal renewal = plan::Renewal::Early)
{
    site.tokens = { 10, renewal, 1 };
    return site;
}

// Signed in at t = 100 s, for ten seconds.
static User signedIn(const Site& site)
{
    User user(site, 7, true);
    user.judge(Operation::Login, answered(302, {}, "http://127.0.0.1:1/"));
    user.tokensEnded(Operation::Login, {}, TimePoint(100s));
    return user;
}

void UserTest::tokensAreRenewedBeforeTheyEnd()
{
    const auto site = withTokens(m_site);
    auto user = signedIn(site);
    QVERIFY(!user.mustRenew(Operation::Refresh, TimePoint(108999ms)));
    for (const auto operation : { Operation::Refresh, Operation::Write })
        QVERIFY(user.mustRenew(operation, TimePoint(109s)));
    for (const auto operation : { Operation::Logout, Operation::Visit, Operation::Login, Operation::Renew })
        QVERIFY(!user.mustRenew(operation, TimePoint(200s)));
    QVERIFY(user.request(Operation::Renew).form->empty());
    QCOMPARE(user.judge(Operation::Renew, answered(302, {}, "http://127.0.0.1:1/")), ok);
    user.tokensEnded(Operation::Renew, {}, TimePoint(120s));
    QVERIFY(!user.mustRenew(Operation::Refresh, TimePoint(128s)));

    const auto lazy = withTokens(m_site, plan::Renewal::Refused);
    auto waiting = signedIn(lazy);
    QVERIFY(!waiting.mustRenew(Operation::Refresh, TimePoint(200s)));
    QVERIFY(waiting.mayRenew(Operation::Refresh, answered(302, {}, "http://127.0.0.1:1/auth/login")));
    QVERIFY(waiting.mayRenew(Operation::Write, answered(401)));
    QVERIFY(!waiting.mayRenew(Operation::Logout, answered(401)));
    QVERIFY(!waiting.mayRenew(Operation::Refresh, answered(200)));
    QVERIFY(!signedIn(m_site).mayRenew(Operation::Refresh, answered(401)));
    QCOMPARE(waiting.judge(Operation::Logout, answered(401)), ok); // the refresh token was enough
    QCOMPARE(signedIn(m_site).judge(Operation::Logout, answered(401)), std::optional(Failure::Status));
}

void UserTest::aRefusedRenewalEndsTheSession()
{
    const auto site = withTokens(m_site);
    auto user = signedIn(site);
    QCOMPARE(user.judge(Operation::Renew, answered(401)), std::optional(Failure::SessionLost));
    QCOMPARE(user.judge(Operation::Renew, answered(401)), std::optional(Failure::Status)); // another tab: told already
    user.tokensEnded(Operation::Renew, {}, TimePoint(109s)); // a third one had been faster
    QVERIFY(!user.mustRenew(Operation::Refresh, TimePoint(200s)));
    QCOMPARE(user.judge(Operation::Refresh, answered(200, page)), ok); // the access token is still good
    QVERIFY(!user.mayRenew(Operation::Refresh, answered(401)));
    QVERIFY(!user.signInAgain(Operation::Refresh));
    QCOMPARE(user.judge(Operation::Refresh, answered(401)), std::optional(Failure::SessionLost));
    QCOMPARE(user.signInAgain(Operation::Refresh), std::optional(Operation::LoginPage));
    QVERIFY(!user.signInAgain(Operation::Login)); // not again at once
    QCOMPARE(user.judge(Operation::Login, answered(302, {}, "http://127.0.0.1:1/")), ok);
    user.tokensEnded(Operation::Login, {}, TimePoint(300s));
    QVERIFY(user.mustRenew(Operation::Refresh, TimePoint(309s)));

    auto keeps = User(m_site, 7, true); // without tokens people keep asking
    keeps.judge(Operation::Login, answered(302, {}, "http://127.0.0.1:1/"));
    keeps.judge(Operation::Refresh, answered(401));
    QVERIFY(!keeps.signInAgain(Operation::Refresh));
}

void UserTest::whoCannotRenewHasLostNothing()
{
    const auto site = withTokens(m_site);
    auto user = signedIn(site);
    QCOMPARE(user.judge(Operation::Renew, answered(503)), std::optional(Failure::Status));
    user.tokensEnded(Operation::Renew, Failure::Status, TimePoint(109s));
    QCOMPARE(user.judge(Operation::Refresh, answered(401)), std::optional(Failure::Status));
    QVERIFY(user.state() == User::State::SignedIn);
    QVERIFY(user.mustRenew(Operation::Refresh, TimePoint(111s)));
}

void UserTest::strangersAreSentAway()
{
    User user(m_site, 7, true);
    QCOMPARE(user.judge(Operation::Login, answered(302, {}, "http://127.0.0.1:1/")), ok);
    QCOMPARE(user.judge(Operation::Visit, answered(302, {}, "http://visitor.invalid:1/auth/login")), ok);
    QCOMPARE(user.judge(Operation::Visit, answered(401)), ok);
    QCOMPARE(user.judge(Operation::Visit, answered(200)), std::optional(Failure::Status)); // somebody's page
    QCOMPARE(user.judge(Operation::Visit, answered(503)), std::optional(Failure::Status));
    QVERIFY(user.state() == User::State::SignedIn); // the user is somebody else
}

void UserTest::writesCarryTheNote()
{
    auto site = m_site;
    site.note = "nnn";
    User user(site, 7, true);
    QVERIFY(user.request(Operation::Write, "t").form->find("&note=nnn") != std::string::npos);
    QVERIFY(user.request(Operation::Login, "t").form->find("note") == std::string::npos);
}

QTEST_APPLESS_MAIN(UserTest)
#include "tst_user.moc"
