// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/site.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace Qt::StringLiterals;

class SiteTest : public QObject
{
    Q_OBJECT

private slots:
    void badUrlsAreRefused_data();
    void badUrlsAreRefused();
    void urlsAreComplete();
    void namesAreResolvedOnce();
    void placeholdersAreReplaced();
};

void SiteTest::badUrlsAreRefused_data()
{
    QTest::addColumn<QString>("url");
    for (const auto* url : { "", "localhost", "ftp://host", "http://", "http://host/path", "http://host?x=1",
             "http://host:99999", "http://ho st" })
        QTest::newRow(*url ? url : "nothing") << QString::fromLatin1(url);
}

void SiteTest::badUrlsAreRefused()
{
    QFETCH(QString, url);
    LoadSpec spec;
    spec.url = url;
    const auto site = siteOf(spec);
    QVERIFY(!site);
    QCOMPARE(site.error().code, ErrorCode::BadUrl);
    QCOMPARE(site.error().facts.front(), url);
    QVERIFY(!site.error().facts.back().isEmpty());
}

void SiteTest::urlsAreComplete()
{
    LoadSpec spec;
    spec.url = u"http://127.0.0.1:8080/"_s;
    spec.mapping.refreshPath = u"/a page?q=ü"_s;
    const auto site = siteOf(spec);
    QVERIFY(site);
    QCOMPARE(site->urls[plan::index(plan::Operation::Refresh)], std::string("http://127.0.0.1:8080/a%20page?q=%C3%BC"));
    QCOMPARE(site->urls[plan::index(plan::Operation::Login)], std::string("http://127.0.0.1:8080/auth/login"));
    QCOMPARE(site->loginPath, std::string("/auth/login"));
    QVERIFY(site->address.empty());

    spec.mapping.writePath = u"work"_s;
    QCOMPARE(siteOf(spec).error().code, ErrorCode::BadUrl);
}

void SiteTest::namesAreResolvedOnce()
{
    LoadSpec spec;
    spec.url = u"http://localhost:8080"_s;
    const auto site = siteOf(spec);
    QVERIFY(site);
    QVERIFY(site->address.starts_with("localhost:8080:"));
    QVERIFY(site->address.find("127.0.0.1") != std::string::npos);
}

void SiteTest::placeholdersAreReplaced()
{
    QCOMPARE(expanded("user{n}", 42, {}), std::string("user42"));
    QCOMPARE(expanded("data-user=\"{user}\"", 42, "user42"), std::string("data-user=\"user42\""));
    QCOMPARE(expanded("{n}{n}", 1, {}), std::string("11"));
    QCOMPARE(expanded("plain", 1, {}), std::string("plain"));
}

QTEST_APPLESS_MAIN(SiteTest)
#include "tst_site.moc"
