// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/site.h"

#include <QHostAddress>
#include <QTest>

#include <set>

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
    void workloads();
    void networksDiffer();
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

void SiteTest::workloads()
{
    LoadSpec spec;
    spec.url = u"http://127.0.0.1:8080"_s;
    QVERIFY(siteOf(spec)->image.empty() && siteOf(spec)->note.empty());
    spec.imageKib = 10;
    spec.growBytes = 7;
    spec.botShare = 0.1;
    const auto site = siteOf(spec);
    QCOMPARE(site->image.size(), 10'240U);
    QVERIFY(site->image.starts_with("\x89PNG"));
    QVERIFY(qCompress(QByteArray::fromStdString(site->image)).size() > 10'000);
    QCOMPARE(site->note.size(), 7U);
    QCOMPARE(site->urls[plan::index(plan::Operation::Visit)], std::string("http://visitor.invalid:8080/"));
    QCOMPARE(site->address, std::string("visitor.invalid:8080:127.0.0.1"));
}

void SiteTest::networksDiffer()
{
    std::set<std::string> networks;
    for (int network = 0; network < 250; ++network) {
        const auto address = addressIn(network);
        QVERIFY(address.starts_with("127.") && address.ends_with(".1"));
        QVERIFY(QHostAddress(QString::fromStdString(address)).isLoopback());
        networks.insert(address.substr(0, address.rfind('.')));
    }
    QCOMPARE(networks.size(), 250U);
}

QTEST_APPLESS_MAIN(SiteTest)
#include "tst_site.moc"
