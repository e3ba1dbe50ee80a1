// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace ceteris;
using namespace ceteris::authtest;

// The promise of the pool: a refresh does not wait for a login.
class TestRefreshUnderLogins : public QObject
{
    Q_OBJECT

private slots:
    void refreshesDoNotWaitForHashes();
};

void TestRefreshUnderLogins::refreshesDoNotWaitForHashes()
{
    AuthFixture fixture;
    fixture.config.accounts.cost = 10;
    QVERIFY(fixture.start());
    QElapsedTimer timer;
    auto browser = fixture.browser();
    timer.start();
    QCOMPARE(browser.signIn(1).status, 200);
    const auto hashNs = timer.nsecsElapsed();

    std::atomic<bool> stop = false;
    std::atomic<int> logins = 0;
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i) { // four for each pool thread: its queue is never empty
        people.emplace_back([&] {
            while (!stop)
                logins += fixture.browser().signIn(2).status == 200;
        });
    }
    QTRY_VERIFY(fixture.pool().waiting() > 0);
    QList<qint64> times;
    for (const QDeadlineTimer deadline(20'000); times.size() < 200 || (logins < 4 && !deadline.hasExpired());) {
        timer.start();
        QCOMPARE(browser.getJson("/").status, 200);
        times << timer.nsecsElapsed();
    }
    stop = true;
    people.clear();
    std::sort(times.begin(), times.end());
    const auto median = times.at(times.size() / 2);
    QVERIFY2(median * 3 < hashNs,
        qPrintable(QStringLiteral("refresh %1 us, login %2 us").arg(median / 1000).arg(hashNs / 1000)));
    QVERIFY2(logins >= 4, "logins came to a stop");
}

QTEST_GUILESS_MAIN(TestRefreshUnderLogins)
#include "tst_refreshunderlogins.moc"
