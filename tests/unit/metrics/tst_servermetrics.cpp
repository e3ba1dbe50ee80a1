// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/servermetrics.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <thread>

using namespace ceteris;
using namespace ceteris::metrics;
using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    QString name;
    QMap<QString, QString> labels;
    double value = 0;
};

struct Family
{
    QString type, unit, help;
    std::vector<Sample> samples;
};

// A strict reader of what OpenMetrics 1.0 allows here; anything else is a failure.
class Exposition
{
public:
    explicit Exposition(const QByteArray& text)
    {
        QVERIFY(text.endsWith("# EOF\n"));
        QVERIFY(!text.contains('\r') && !text.contains("\n\n"));
        auto lines = QString::fromUtf8(text).chopped(6).split(u'\n');
        QCOMPARE(lines.takeLast(), QString());
        for (const auto& line : lines)
            line.startsWith(u'#') ? readMetadata(line) : readSample(line);
        for (const auto& family : families)
            QVERIFY(!family.type.isEmpty() && !family.help.isEmpty());
    }

    QMap<QString, Family> families;

    std::optional<double> value(const QString& name, const QMap<QString, QString>& labels = {}) const
    {
        for (const auto& family : families) {
            for (const auto& sample : family.samples) {
                if (sample.name == name && sample.labels == labels)
                    return sample.value;
            }
        }
        return {};
    }

private:
    void readMetadata(const QString& line)
    {
        static const QRegularExpression pattern(u"^# (TYPE|UNIT|HELP) ([a-z_:][a-z0-9_:]*) (\\S.*)$"_s);
        const auto match = pattern.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        const auto name = match.captured(2);
        if (name != m_current) {
            QVERIFY2(!families.contains(name), qPrintable("interleaved: "_L1 + line));
            m_current = name;
        }
        auto& family = families[name];
        QVERIFY2(family.samples.empty(), qPrintable(line));
        auto& field = match.captured(1) == u"TYPE" ? family.type
            : match.captured(1) == u"UNIT"         ? family.unit
                                                   : family.help;
        QVERIFY2(field.isEmpty(), qPrintable(line));
        field = match.captured(3);
        if (match.captured(1) == u"UNIT")
            QVERIFY2(name.endsWith(u'_' + field), qPrintable(line));
    }

    void readSample(const QString& line)
    {
        static const QRegularExpression pattern(
            u"^([a-z_:][a-z0-9_:]*)(?:\\{(.*)\\})? (-?[0-9.]+(?:e[+-]?[0-9]+)?)$"_s);
        static const QRegularExpression label(u"([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"(?:,|$)"_s);
        const auto match = pattern.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        Sample sample { match.captured(1), {}, match.captured(3).toDouble() };
        qsizetype end = 0;
        for (auto it = label.globalMatch(match.captured(2)); it.hasNext();) {
            const auto part = it.next();
            QCOMPARE(part.capturedStart(), end);
            end = part.capturedEnd();
            sample.labels[part.captured(1)] = part.captured(2);
        }
        QCOMPARE(end, match.capturedLength(2));
        QVERIFY2(sample.name.startsWith(m_current), qPrintable(line));
        static const QMap<QString, QStringList> suffixes { { u"counter"_s, { u"_total"_s } }, { u"gauge"_s, { u""_s } },
            { u"info"_s, { u"_info"_s } }, { u"histogram"_s, { u"_bucket"_s, u"_count"_s, u"_sum"_s } } };
        auto& family = families[m_current];
        QVERIFY2(suffixes[family.type].contains(sample.name.sliced(m_current.size())), qPrintable(line));
        const auto series = line.section(u"} "_s, 0, 0);
        QVERIFY2(!m_seen.contains(series), qPrintable("twice: "_L1 + line));
        m_seen.insert(series);
        family.samples.push_back(sample);
    }

    QString m_current;
    QSet<QString> m_seen;
};

StageClock clockWith(contract::Stage stage)
{
    StageClock clock;
    clock.enter(stage);
    std::this_thread::sleep_for(std::chrono::milliseconds(2)); // known to the clock, not to the test
    clock.end();
    return clock;
}

} // namespace

class TestServerMetrics : public QObject
{
    Q_OBJECT
private slots:
    void stagesSumToTheTotal();
    void nothingYet();
    void countsByRouteAndStatus();
    void histogramsAreCumulative();
    void gaugesOfTheCaller();
    void threadsAddUp();
};

void TestServerMetrics::stagesSumToTheTotal()
{
    StageClock clock;
    clock.enter(contract::Stage::SessionLoad);
    clock.enter(contract::Stage::Handler);
    clock.enter(contract::Stage::SessionLoad);
    clock.end();
    std::chrono::nanoseconds sum {};
    for (std::size_t i = 0; i < contract::stageNames.size(); ++i)
        sum += clock.spent(static_cast<contract::Stage>(i));
    QCOMPARE(sum.count(), clock.total().count());
    QCOMPARE(clock.spent(contract::Stage::PasswordHash).count(), 0);
}

void TestServerMetrics::nothingYet()
{
    const ServerMetrics metrics;
    const Exposition text(metrics.openMetrics({}));
    QCOMPARE(text.families[u"ceteris_http_requests"_s].type, u"counter"_s);
    QCOMPARE(text.families[u"ceteris_http_request_duration_seconds"_s].unit, u"seconds"_s);
    QVERIFY(text.families[u"ceteris_http_request_duration_seconds"_s].samples.empty());
    QCOMPARE(text.value(u"ceteris_connections"_s), 0.0);
    QCOMPARE(
        text.families[u"ceteris_build"_s].samples.front().labels[u"version"_s], QLatin1StringView(CETERIS_VERSION));
    QVERIFY(text.value(u"process_cpu_seconds_total"_s) > 0.0);
    QVERIFY(text.value(u"process_resident_memory_bytes"_s) > 1e6);
}

void TestServerMetrics::countsByRouteAndStatus()
{
    ServerMetrics metrics;
    const auto thread = metrics.addThread();
    for (int i = 0; i < 3; ++i)
        thread->record(contract::Route::Home, 200, {});
    thread->record(contract::Route::Home, 503, {});
    thread->record(contract::Route::Other, 42, {}); // no such status: booked at the nearest
    const Exposition text(metrics.openMetrics({}));
    const auto requests = u"ceteris_http_requests_total"_s;
    QCOMPARE(text.value(requests, { { u"route"_s, u"home"_s }, { u"status"_s, u"200"_s } }), 3.0);
    QCOMPARE(text.value(requests, { { u"route"_s, u"home"_s }, { u"status"_s, u"503"_s } }), 1.0);
    QCOMPARE(text.value(requests, { { u"route"_s, u"other"_s }, { u"status"_s, u"100"_s } }), 1.0);
    QCOMPARE(text.families[u"ceteris_http_requests"_s].samples.size(), std::size_t { 3 });
}

void TestServerMetrics::histogramsAreCumulative()
{
    ServerMetrics metrics;
    const auto thread = metrics.addThread();
    thread->record(contract::Route::Login, 200, clockWith(contract::Stage::PasswordHash));
    thread->record(contract::Route::Login, 200, {});
    const Exposition text(metrics.openMetrics({}));
    const auto& family = text.families[u"ceteris_http_request_duration_seconds"_s];
    QCOMPARE(family.samples.size(), std::size_t { 20 + 2 });
    double previousBound = 0, previousCount = 0;
    for (std::size_t i = 0; i < 20; ++i) {
        const auto& sample = family.samples[i];
        QCOMPARE(sample.labels[u"route"_s], u"login"_s);
        const auto le = sample.labels[u"le"_s];
        const auto bound = le == u"+Inf" ? std::numeric_limits<double>::infinity() : le.toDouble();
        QVERIFY(bound > previousBound && sample.value >= previousCount);
        previousBound = bound;
        previousCount = sample.value;
    }
    QCOMPARE(family.samples[0].labels[u"le"_s], u"1e-05"_s);
    QCOMPARE(family.samples[0].value, 1.0);
    QCOMPARE(family.samples[6].value, 1.0); // 2 ms of sleep are above the bound of 1 ms
    QVERIFY(std::isinf(previousBound));
    QCOMPARE(text.value(u"ceteris_http_request_duration_seconds_count"_s, { { u"route"_s, u"login"_s } }), 2.0);
    QVERIFY(text.value(u"ceteris_http_request_duration_seconds_sum"_s, { { u"route"_s, u"login"_s } }) >= 0.002);
    const QMap<QString, QString> hash { { u"route"_s, u"login"_s }, { u"stage"_s, u"password_hash"_s } };
    QCOMPARE(text.value(u"ceteris_stage_duration_seconds_count"_s, hash), 1.0);
    for (const auto& sample : text.families[u"ceteris_stage_duration_seconds"_s].samples)
        QVERIFY(sample.labels[u"stage"_s] != u"session_save"); // never passed: no series
}

void TestServerMetrics::gaugesOfTheCaller()
{
    const ServerMetrics metrics;
    const Exposition text(metrics.openMetrics({ { contract::metric::sessions, 12345678 },
        { contract::metric::sessionBytes, 1.5e9 }, { contract::metric::hashQueue, 0.25 } }));
    QCOMPARE(text.value(u"ceteris_sessions"_s), 12345678.0);
    QCOMPARE(text.value(u"ceteris_session_store_bytes"_s), 1.5e9);
    QCOMPARE(text.families[u"ceteris_session_store_bytes"_s].unit, u"bytes"_s);
    QCOMPARE(text.value(u"ceteris_password_queue"_s), 0.25);
}

void TestServerMetrics::threadsAddUp()
{
    constexpr int rounds = 20'000;
    ServerMetrics metrics;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([own = metrics.addThread()] {
            own->addConnections(2);
            for (int round = 0; round < rounds; ++round)
                own->record(contract::Route::Me, 200, {});
            own->addConnections(-1);
        });
    }
    for (int scrape = 0; scrape < 5; ++scrape)
        Exposition text(metrics.openMetrics({}));
    for (auto& thread : threads)
        thread.join();
    const Exposition text(metrics.openMetrics({}));
    QCOMPARE(text.value(u"ceteris_http_requests_total"_s, { { u"route"_s, u"me"_s }, { u"status"_s, u"200"_s } }),
        3.0 * rounds);
    QCOMPARE(text.value(u"ceteris_connections"_s), 3.0);
}

QTEST_APPLESS_MAIN(TestServerMetrics)
#include "tst_servermetrics.moc"
