// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/steadiness.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

#include <functional>

using namespace ceteris;
using namespace Qt::StringLiterals;
using results::Outcome;

namespace {

constexpr double band = 0.05;
using Shape = std::function<double(double tS)>;
using Seconds = std::vector<std::optional<double>>;

Seconds window(int seconds, const Shape& shape, stats::simulation::Random& random)
{
    Seconds values;
    for (const double noise : stats::simulation::autoregressive(static_cast<std::size_t>(seconds), 0.5, random))
        values.push_back(1000 * shape(double(values.size())) * std::exp(0.02 * noise));
    return values;
}

const results::CheckRow& find(const std::vector<results::CheckRow>& rows, const QString& check)
{
    for (const auto& row : rows)
        if (row.check == check)
            return row;
    qFatal("no such check");
}

} // namespace

class TestSteadiness : public QObject
{
    Q_OBJECT

private slots:
    void fourRows()
    {
        const auto rows = run::judgeSteadiness(Seconds(60, 1000.0), band);
        QStringList names;
        for (const auto& row : rows) {
            names += row.check;
            QCOMPARE(row.kind, u"warmup"_s);
            QCOMPARE(row.outcome, Outcome::Ok);
            QVERIFY(row.value && row.text.isEmpty());
        }
        QCOMPARE(names, (QStringList { u"drift"_s, u"halves"_s, u"warmup_leak"_s, u"autocorrelation"_s }));
    }

    void windows_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QString>("check");
        QTest::addColumn<double>("least"); // share of trials in which the check marks
        QTest::addColumn<double>("most");
        const Shape flat = [](double) { return 1.0; };
        const Shape rising = [](double tS) { return 1 + 0.1 * tS / 60; };
        const Shape coldStart = [](double tS) { return tS < 10 ? 1.3 : 1.0; };
        QTest::newRow("flat: drift") << flat << u"drift"_s << 0.0 << 0.05;
        QTest::newRow("flat: halves") << flat << u"halves"_s << 0.0 << 0.03;
        QTest::newRow("flat: leak") << flat << u"warmup_leak"_s << 0.0 << 0.08;
        QTest::newRow("flat: autocorrelation") << flat << u"autocorrelation"_s << 0.0 << 0.05;
        QTest::newRow("rising: drift") << rising << u"drift"_s << 0.97 << 1.0;
        QTest::newRow("rising: halves") << rising << u"halves"_s << 0.97 << 1.0;
        QTest::newRow("cold start: leak") << coldStart << u"warmup_leak"_s << 0.97 << 1.0;
    }

    void windows()
    {
        QFETCH(Shape, shape);
        QFETCH(QString, check);
        QFETCH(double, least);
        QFETCH(double, most);
        constexpr int trials = 500;
        stats::simulation::Random random(12);
        int marked = 0;
        for (int i = 0; i < trials; ++i)
            marked += find(run::judgeSteadiness(window(60, shape, random), band), check).outcome == Outcome::Mark;
        const double share = double(marked) / trials;
        QVERIFY2(share >= least && share <= most, qPrintable(QString::number(share)));
    }

    void words()
    {
        Seconds cold(60, 1000.0);
        for (std::size_t i = 0; i < 10; ++i)
            cold[i] = 1300.0;
        const auto rows = run::judgeSteadiness(cold, band);
        QCOMPARE(find(rows, u"warmup_leak"_s).text,
            u"The first 10 s were 30.0 % slower than the rest: the warm-up is too short."_s);
        QCOMPARE(find(rows, u"halves"_s).text, u"The second half of the window was 8.4 % faster than the first."_s);
    }

    void tooShortIsNotSteady()
    {
        for (const auto& row : run::judgeSteadiness(Seconds(9, 1000.0), band)) {
            QCOMPARE(row.outcome, Outcome::Unavailable);
            QVERIFY(!row.value && !row.text.isEmpty());
        }
        for (const auto& row : run::judgeSteadiness(Seconds(60), band))
            QCOMPARE(row.outcome, Outcome::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestSteadiness)
#include "tst_steadiness.moc"
