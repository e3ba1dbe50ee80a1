// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/plan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

namespace {

QString listed(const std::vector<Operation>& operations)
{
    QStringList names;
    for (const auto operation : operations)
        names += QString::fromLatin1(name(operation).data());
    return names.join(u' ');
}

Plan planOf(double spawnPerS, double graceS, bool logout)
{
    Plan plan;
    plan.load.spawnPerS = spawnPerS;
    plan.load.logout = logout;
    plan.phases.loginGraceS = graceS;
    return plan;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void operations_data()
    {
        QTest::addColumn<bool>("csrf");
        QTest::addColumn<double>("writeShare");
        QTest::addColumn<bool>("logout");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << false << 0.0 << false << u"login refresh"_s;
        QTest::newRow("with csrf") << true << 0.0 << false << u"login_page login refresh"_s;
        QTest::newRow("with writes") << true << 0.1 << false << u"login_page login refresh write"_s;
        QTest::newRow("with all") << true << 1.0 << true << u"login_page login refresh write logout"_s;
    }

    void operations()
    {
        QFETCH(const bool, csrf);
        QFETCH(const double, writeShare);
        QFETCH(const bool, logout);
        QFETCH(const QString, expected);
        Plan plan;
        plan.server.csrf = csrf;
        plan.load.writeShare = writeShare;
        plan.load.logout = logout;
        QCOMPARE(listed(operationsOf(plan, {})), expected);

        // A foreign service has its own CSRF field or none; what our server does is no matter.
        plan.server.csrf = !csrf;
        Arm foreign;
        foreign.url = u"http://127.0.0.1:1"_s;
        foreign.mapping.csrfField = csrf ? u"token"_s : QString();
        QCOMPARE(listed(operationsOf(plan, foreign)), expected);
    }

    // Whose tokens outlive every trial has nothing to renew, and neither has who has none.
    void renewals()
    {
        auto plan = planOf(50, 5, false);
        plan.levels.resize(2);
        plan.levels[0].users = 10;
        plan.levels[1].users = 200;
        Arm arm;
        arm.store = StoreKind::Token;
        const auto trialS = static_cast<int>(longestTrialS(plan)); // 9 + 10 + 60 + 15
        QCOMPARE(trialS, 94);
        arm.token.accessS = trialS;
        QVERIFY(!renews(plan, arm));
        QVERIFY(!listed(operationsOf(plan, arm)).contains(u"renew"));
        arm.token.accessS = trialS - 1;
        QVERIFY(renews(plan, arm));
        QVERIFY(listed(operationsOf(plan, arm)).contains(u"renew"));
        arm.store = StoreKind::Redis;
        QVERIFY(!renews(plan, arm));
    }

    void windows()
    {
        Level level;
        level.users = 200;
        QCOMPARE(loginWindowS(planOf(50, 5, false), level), 9.0);
        QCOMPARE(logoutWindowS(planOf(50, 5, false), level), 0.0);
        QCOMPARE(logoutWindowS(planOf(50, 5, true), level), 4.0);
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
