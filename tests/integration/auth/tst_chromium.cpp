// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace ceteris;
using namespace ceteris::authtest;
using namespace Qt::StringLiterals;

// The pages in a real browser.
class TestChromium : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void loginPageLoads();
    void aStrangerEndsAtTheLoginPage();

private:
    QByteArray dom(const QString& path) const;

    QString m_program;
    AuthFixture m_fixture;
};

void TestChromium::initTestCase()
{
    m_program = QStandardPaths::findExecutable(u"chromium"_s);
    if (m_program.isEmpty())
        QSKIP("chromium is not installed; on Debian: apt install chromium");
    QVERIFY(m_fixture.start());
}

QByteArray TestChromium::dom(const QString& path) const
{
    const QTemporaryDir profile;
    QProcess chromium;
    chromium.start(m_program,
        { u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-quic"_s, u"--no-first-run"_s,
            u"--disable-background-networking"_s, u"--disable-component-update"_s, u"--disable-sync"_s,
            u"--user-data-dir="_s + profile.path(), u"--dump-dom"_s,
            u"http://127.0.0.1:%1%2"_s.arg(m_fixture.port()).arg(path) });
    chromium.waitForFinished(30'000);
    return chromium.readAllStandardOutput();
}

void TestChromium::loginPageLoads()
{
    const auto page = dom(u"/auth/login"_s);
    QVERIFY2(page.contains("<title>Sign in · Ceteris</title>"), page.constData());
    QCOMPARE(tokenOn(page).size(), 22);
}

void TestChromium::aStrangerEndsAtTheLoginPage()
{
    QVERIFY(dom(u"/"_s).contains("action=\"/auth/login\""));
}

QTEST_GUILESS_MAIN(TestChromium)
#include "tst_chromium.moc"
