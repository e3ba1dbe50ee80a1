// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/openmetrics.h"
#include "app/monitor/serverprobe.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;

namespace {

const QByteArray whole
    = "# TYPE ceteris_http_requests counter\n"
      "# HELP ceteris_http_requests Requests answered.\n"
      "ceteris_http_requests_total{route=\"login\",status=\"302\"} 40\n"
      "ceteris_http_requests_total{route=\"login\",status=\"503\"} 2\n"
      "ceteris_http_requests_total{route=\"home\",status=\"200\"} 900\n"
      "# TYPE ceteris_stage_duration_seconds histogram\n"
      "ceteris_stage_duration_seconds_bucket{route=\"login\",stage=\"password_hash\",le=\"1.0\"} 40\n"
      "ceteris_stage_duration_seconds_bucket{route=\"login\",stage=\"password_hash\",le=\"+Inf\"} 40\n"
      "ceteris_stage_duration_seconds_count{route=\"login\",stage=\"password_hash\"} 40\n"
      "ceteris_stage_duration_seconds_sum{route=\"login\",stage=\"password_hash\"} 2.4\n"
      "ceteris_stage_duration_seconds_count{route=\"me\",stage=\"handler\"} 10\n"
      "ceteris_stage_duration_seconds_sum{route=\"me\",stage=\"handler\"} 1\n"
      "# TYPE ceteris_sessions gauge\n"
      "ceteris_sessions 40\n"
      "ceteris_session_store_bytes 8192.0\n"
      "ceteris_connections 51\n"
      "ceteris_password_queue 3\n"
      "# EOF\n";

double valueOf(const Sample& sample, QStringView metric)
{
    const auto* value = sample.find(metric);
    return value ? *value : std::nan("");
}

ServerTotals totalsOf(const QByteArray& text)
{
    ServerTotals totals;
    return addInstance(totals, text) ? totals : ServerTotals {};
}

} // namespace

class TestOpenMetrics : public QObject
{
    Q_OBJECT

private slots:
    void readsOneLine_data();
    void readsOneLine();
    void refuses_data();
    void refuses();
    void labels();
    void sumsRoutesAndInstances();
    void levels();
    void rates();
    void ratesAfterRestart();
    void metricsUrls_data();
    void metricsUrls();
    void survivesAnyText();
};

void TestOpenMetrics::readsOneLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << QByteArray("a_b:c 12") << QByteArray("a_b:c") << 12.0;
    QTest::newRow("fraction") << QByteArray("a 1.5e-3") << QByteArray("a") << 0.0015;
    QTest::newRow("label") << QByteArray("a{b=\"c\"} 1") << QByteArray("a") << 1.0;
    QTest::newRow("no labels in braces") << QByteArray("a{} 1") << QByteArray("a") << 1.0;
    QTest::newRow("brace in a value") << QByteArray("a{b=\"}\\\"} 7 \"} 1") << QByteArray("a") << 1.0;
    QTest::newRow("time") << QByteArray("a 3 1700000000.5") << QByteArray("a") << 3.0;
    QTest::newRow("exemplar") << QByteArray("a_bucket{le=\"1\"} 3 # {id=\"x\"} 0.5") << QByteArray("a_bucket") << 3.0;
    QTest::newRow("infinity") << QByteArray("a +Inf") << QByteArray("a") << std::numeric_limits<double>::infinity();
    QTest::newRow("negative infinity") << QByteArray("a -Inf") << QByteArray("a")
                                       << -std::numeric_limits<double>::infinity();
}

void TestOpenMetrics::readsOneLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, name);
    QFETCH(double, value);
    int seen = 0;
    const QByteArray text = line + "\n# EOF\n";
    QVERIFY(forEachSeries(text, [&](const Series& series) {
        ++seen;
        QCOMPARE(series.name.toByteArray(), name);
        QCOMPARE(series.value, value);
    }));
    QCOMPARE(seen, 1);
}

void TestOpenMetrics::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no end") << QByteArray("a 1\n");
    QTest::newRow("half an end") << QByteArray("a 1\n# EO");
    QTest::newRow("no value") << QByteArray("a\n# EOF\n");
    QTest::newRow("no number") << QByteArray("a one\n# EOF\n");
    QTest::newRow("open brace") << QByteArray("a{b=\"c\" 1\n# EOF\n");
    QTest::newRow("open quote") << QByteArray("a{b=\"c} 1\n# EOF\n");
    QTest::newRow("no quote") << QByteArray("a{b=c} 1\n# EOF\n");
    QTest::newRow("no comma") << QByteArray("a{b=\"c\"d=\"e\"} 1\n# EOF\n");
    QTest::newRow("no name") << QByteArray("{b=\"c\"} 1\n# EOF\n");
    QTest::newRow("a web page") << QByteArray("<html><body>404</body></html>");
}

void TestOpenMetrics::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!forEachSeries(text, [](const Series&) {}));
}

void TestOpenMetrics::labels()
{
    const Series series { "a", "x=\"1\",y=\"two \\\"q\\\" \\\\ \\n,z=\\\"\",z=\"3\"", 0 };
    QCOMPARE(series.label("x"), QByteArray("1"));
    QCOMPARE(series.label("y"), QByteArray("two \"q\" \\ \n,z=\""));
    QCOMPARE(series.label("z"), QByteArray("3"));
    QVERIFY(!series.label("w"));
}

void TestOpenMetrics::sumsRoutesAndInstances()
{
    ServerTotals totals;
    QVERIFY(addInstance(totals, whole));
    QVERIFY(addInstance(totals, whole));
    QCOMPARE(totals.requests, (std::map<QString, double> { { u"login"_s, 84 }, { u"home"_s, 1800 } }));
    QCOMPARE(totals.stages.size(), 1); // of login, home and renewal only
    QCOMPARE(totals.stages.at(u"login.password_hash"_s).times, 80);
    QCOMPARE(totals.sessions, 80.0);
}

void TestOpenMetrics::levels()
{
    Sample sample;
    addServerLevels(sample, totalsOf(whole));
    QCOMPARE(valueOf(sample, u"sessions_live"), 40);
    QCOMPARE(valueOf(sample, u"session_store_bytes"), 8192);
    QCOMPARE(valueOf(sample, u"connections"), 51);
    QCOMPARE(valueOf(sample, u"password_queue"), 3);

    Sample nothing;
    addServerLevels(nothing, totalsOf("# EOF\n"));
    QVERIFY(nothing.readings.empty());

    Sample counted;
    counted.readings.push_back({ u"sessions_live"_s, 39, u"1"_s });
    addServerLevels(counted, totalsOf(whole));
    QCOMPARE(valueOf(counted, u"sessions_live"), 39);
}

void TestOpenMetrics::rates()
{
    auto later = whole;
    later.replace("status=\"302\"} 40", "status=\"302\"} 60").replace("hash\"} 40", "hash\"} 60");
    later.replace("hash\"} 2.4", "hash\"} 3.6");
    Sample sample;
    addServerRates(sample, totalsOf(whole), totalsOf(later), 2);
    QCOMPARE(valueOf(sample, u"server_requests.login"), 10);
    QCOMPARE(valueOf(sample, u"server_requests.home"), 0);
    QCOMPARE(valueOf(sample, u"stage_us.login.password_hash"), 60'000.0);

    Sample quiet;
    addServerRates(quiet, totalsOf(whole), totalsOf(whole), 1);
    QVERIFY(!quiet.find(u"stage_us.login.password_hash")); // no request, no mean
}

void TestOpenMetrics::ratesAfterRestart()
{
    Sample sample;
    auto fresh = whole;
    fresh.replace("} 900", "} 5").replace("hash\"} 2.4", "hash\"} 0.1");
    addServerRates(sample, totalsOf(whole), totalsOf(fresh), 1);
    QVERIFY(!sample.find(u"server_requests.home"));
    QVERIFY(!sample.find(u"stage_us.login.password_hash"));
}

void TestOpenMetrics::metricsUrls_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("used");
    QTest::newRow("bare") << u"http://127.0.0.1:80"_s << u"http://127.0.0.1:80/metrics"_s;
    QTest::newRow("slash") << u"http://127.0.0.1:80/"_s << u"http://127.0.0.1:80/metrics"_s;
    QTest::newRow("whole") << u"http://127.0.0.1:80/metrics"_s << u"http://127.0.0.1:80/metrics"_s;
    QTest::newRow("other") << u"http://h/actuator/prometheus"_s << u"http://h/actuator/prometheus"_s;
}

void TestOpenMetrics::metricsUrls()
{
    QFETCH(QString, given);
    QFETCH(QString, used);
    QCOMPARE(metricsUrl(given), used);
}

void TestOpenMetrics::survivesAnyText()
{
    QRandomGenerator random(1);
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        auto text = whole;
        for (int change = random.bounded(1, 5); change > 0; --change)
            text[random.bounded(int(text.size()))] = "\0\n{}\"\\=, #e\xff"[random.bounded(12)];
        if (round % 2)
            text.truncate(random.bounded(int(text.size()) + 1));
        ServerTotals totals;
        accepted += addInstance(totals, text);
        QVERIFY(totals.requests.size() < 10);
    }
    QVERIFY(accepted > 100); // some changes do no harm: the inside was reached
}

QTEST_APPLESS_MAIN(TestOpenMetrics)
#include "tst_openmetrics.moc"
