// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/files.h"
#include "app/results/junit.h"
#include "app/results/orders.h"
#include "app/results/report/axis.h"
#include "app/results/report/report.h"
#include "app/results/report/reportdata.h"
#include "app/results/report/svg.h"
#include "tests/unit/results/comparedtrials.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <limits>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

qsizetype counted(const QByteArray& html, const QByteArray& text)
{
    return html.count(text);
}

Result<QByteArray> reportOf(const plan::Plan& plan)
{
    const QTemporaryDir root;
    auto folder = ResultsFolder::create(root.path(), plan, plan::write(plan));
    if (!folder)
        return tl::unexpected(folder.error());
    if (const auto run = sample::runMissingTrials(**folder); !run)
        return tl::unexpected(run.error());
    return htmlReport((*folder)->path());
}

// How a decision comes out in the file for CI.
struct Outcomes
{
    QString tests, failures, errors, skipped;

    bool operator==(const Outcomes&) const = default;
};

Outcomes outcomesOf(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"testsuite") {
            const auto read = [all = reader.attributes()](const QString& name) { return all.value(name).toString(); };
            return { read(u"tests"_s), read(u"failures"_s), read(u"errors"_s), read(u"skipped"_s) };
        }
    return {};
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto html = reportOf(sample::plan());
        QVERIFY2(html, html ? "" : qPrintable(describe(html.error())));
        m_html = *html;
    }

    void beginsWithTheVerdict()
    {
        const auto& html = m_html;
        const auto verdict = html.indexOf("<div class=\"verdict");
        QVERIFY(verdict > 0);
        QVERIFY(verdict < html.indexOf("<h2"));
        for (const auto* anchor : { "comparisons", "trials", "percentiles", "exclusions", "checks", "differences",
                 "environment", "method", "files" })
            QVERIFY2(html.contains(QByteArray(QByteArray("<h2 id=\"") + anchor + '"')), anchor);
        QVERIFY(html.contains("PRELIMINARY")); // no manifest says that it has ended
    }

    // It opens with no network, runs nothing, and the same folder gives the same bytes.
    void isSelfContained()
    {
        const auto html = QString::fromUtf8(m_html);
        static const QRegularExpression outside(uR"((src|href)\s*=|url\(|@import|<link|<iframe|\son\w+\s*=)"_s);
        QVERIFY2(!html.contains(outside), qPrintable(outside.match(html).captured()));
        static const QRegularExpression script(u"<script(?! type=\"application/json\")"_s);
        QVERIFY(!html.contains(script));
        QCOMPARE(QString::fromUtf8(*reportOf(sample::plan())).remove(QRegularExpression(u"20\\d\\d-[-0-9TZ:.]+"_s)),
            QString(html).remove(QRegularExpression(u"20\\d\\d-[-0-9TZ:.]+"_s)));
    }

    void namesCannotEscape()
    {
        auto plan = sample::plan();
        plan.question = u"</script><script>alert(1)</script> & \"x\""_s;
        plan.arms[1].mapping.password = u"s3cret"_s;
        plan.arms[1].url = u"http://127.0.0.1:1"_s;
        const auto report = reportOf(plan);
        QVERIFY2(report, report ? "" : qPrintable(describe(report.error())));
        const auto& html = *report;
        QVERIFY(!html.contains("<script>"));
        QCOMPARE(html.count("</script>"), 1);
        QVERIFY(html.contains("&lt;/script&gt;"));
        QVERIFY(!html.contains("s3cret"));
    }

    void dataIsThatOfTheTables()
    {
        const auto& html = m_html;
        const auto begin = html.indexOf("id=\"data\">") + 10;
        const auto json = QJsonDocument::fromJson(html.mid(begin, html.indexOf("</script>") - begin));
        QCOMPARE(json[u"trials"_s][u"rows"_s].toArray().size(), 6 * 3);
        QCOMPARE(json[u"trials"_s][u"columns"_s][0].toString(), u"experiment"_s);
        QCOMPARE(json[u"verdict"_s][u"experiment"_s].toString(), u"six-trials"_s);
    }

    void tagsAreBalanced()
    {
        const auto& html = m_html;
        for (const auto* tag : { "div", "table", "tr", "td", "svg", "details", "figure", "ul", "main", "p" })
            QCOMPARE(counted(html, QByteArray("<") + tag + '>') + counted(html, QByteArray("<") + tag + ' '),
                counted(html, QByteArray("</") + tag + '>'));
    }

    void anEmptyExperimentHasAReport()
    {
        const QTemporaryDir root;
        auto folder = ResultsFolder::create(root.path(), sample::plan(), plan::write(sample::plan()));
        QVERIFY(folder);
        const auto html = htmlReport((*folder)->path());
        QVERIFY2(html, html ? "" : qPrintable(describe(html.error())));
        QVERIFY(html->contains("class=\"banner\""));
    }

    void whatAPersonLeftOutIsTold()
    {
        const QTemporaryDir root;
        auto folder = ResultsFolder::create(root.path(), sample::plan(), plan::write(sample::plan()));
        QVERIFY(folder);
        auto rows = sample::rowsOf(**folder, 2);
        for (auto& row : rows) {
            row.status = u"void"_s;
            row.reason = u"A person skipped it 3 s after it began."_s;
        }
        QVERIFY((*folder)->commitTrial({ rows, {}, { orderRow(rows.front(), Order::Skip) }, {}, {} }));
        QVERIFY(sample::runMissingTrials(**folder));
        const auto html = htmlReport((*folder)->path());
        QVERIFY2(html, html ? "" : qPrintable(describe(html.error())));
        const auto excluded = html->mid(html->indexOf("<h2 id=\"exclusions\""));
        QVERIFY(excluded.contains("what a person skipped or wanted once more"));
        QVERIFY(excluded.contains("A person skipped it 3 s after it began."));
        QVERIFY(html->contains("a person had 1 of 3 blocks run again"));
    }

    void curvesEndWhereTheyStandOnNothing()
    {
        metrics::Histogram histogram;
        for (int i = 1; i <= 1000; ++i)
            histogram.record(i);
        const auto curve = curveOf(histogram);
        QCOMPARE(curve.last().x(), 2.0); // 10 of 1 000 are beyond 99 %
        QCOMPARE(curve.last().y(), 990.0);
        for (int i = 1; i < curve.size(); ++i)
            QVERIFY(curve[i].y() >= curve[i - 1].y());
        QVERIFY(curveOf({}).isEmpty());
    }

    void axes_data()
    {
        QTest::addColumn<bool>("isLog");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QList<double>>("ticks");
        QTest::newRow("linear") << false << 3.0 << 17.0 << QList<double> { 0, 5, 10, 15, 20 };
        QTest::newRow("one value") << false << 5.0 << 5.0 << QList<double> { 5, 5.1, 5.2, 5.3, 5.4, 5.5 };
        QTest::newRow("log") << true << 90.0 << 4000.0 << QList<double> { 100, 300, 1000, 3000 };
        QTest::newRow("narrow log") << true << 11.0 << 16.0 << QList<double> { 10, 12, 14, 16 };
    }

    void axes()
    {
        QFETCH(bool, isLog);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QList<double>, ticks);
        const auto axis = isLog ? logAxis(low, high) : linearAxis(low, high);
        QVERIFY(axis.low <= low && axis.high >= high);
        QCOMPARE(axis.ticks.size(), static_cast<std::size_t>(ticks.size()));
        for (qsizetype i = 0; i < ticks.size(); ++i)
            QVERIFY(qFuzzyCompare(1 + axis.ticks[static_cast<std::size_t>(i)], 1 + ticks[i]));
    }

    void gapsAreGaps()
    {
        Svg svg(10, 10, u"<t>"_s);
        svg.path({ { 0, 1 }, { 1, 2.24 }, { 2, gap }, { 3, -0.01 } }, u"line"_s);
        QVERIFY2(svg.html().contains(u"d=\"M0 1L1 2.2M3 0\""), qPrintable(svg.html()));
        QVERIFY(svg.html().contains(u"aria-label=\"&lt;t&gt;\""));
    }

    void junit_data()
    {
        QTest::addColumn<int>("blocks");
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QStringList>("counts"); // tests, failures, errors, skipped
        QTest::newRow("worse") << 8 << 1.0 << QString() << QStringList { u"1"_s, u"1"_s, u"0"_s, u"0"_s };
        QTest::newRow("better") << 8 << 0.4 << QString() << QStringList { u"1"_s, u"0"_s, u"0"_s, u"0"_s };
        QTest::newRow("pilot") << 3 << 1.0 << QString() << QStringList { u"1"_s, u"0"_s, u"0"_s, u"1"_s };
        QTest::newRow("stopped") << 8 << 0.4 << u"It was stopped."_s << QStringList { u"2"_s, u"0"_s, u"1"_s, u"0"_s };
    }

    void junit()
    {
        QFETCH(int, blocks);
        QFETCH(double, factor);
        QFETCH(QString, trouble);
        QFETCH(QStringList, counts);
        const auto plan = sample::twoArms(blocks);
        auto rows = sample::trialsOf(plan);
        for (auto& row : rows)
            if (row.arm == u"redis")
                sample::scale(row, factor);
        const auto xml = junitXml({ plan.name, u"2026-01-31T12:00:00Z"_s, trouble }, compare(plan, rows, {}));
        const auto outcomes = outcomesOf(xml);
        QVERIFY2((outcomes == Outcomes { counts[0], counts[1], counts[2], counts[3] }), xml.constData());
    }

private:
    QByteArray m_html;
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
