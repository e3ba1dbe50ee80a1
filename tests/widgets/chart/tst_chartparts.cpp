// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/decimate.h"
#include "widgets/chart/timedata.h"
#include "widgets/chart/timetable.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

class TestChartParts : public QObject
{
    Q_OBJECT

private slots:
    void decimationKeepsExtremes();
    void decimationKeepsGaps();
    void decimationIsBounded();
    void decimationDoesNotMoveWithTheWindow();
    void bandKeepsItsEdgesAndGaps();
    void stepsHoldEachValue();
    void dashesHaveTheirLengths();
    void onlyLonelyPointsAreIsolated();
    void labelsDoNotTouch_data();
    void labelsDoNotTouch();
    void nearestPointIsHit();
    void noValueInAGap();
    void layersStand();
    void closeEventsAreGathered();
    void tableHasAColumnForEach();
    void tabSeparatedIsSafe();
    void tipsNameWhatIsThere();
};

namespace {

QList<QPointF> flat(int count, double value)
{
    QList<QPointF> points;
    for (int i = 0; i < count; ++i)
        points += QPointF(i, value);
    return points;
}

} // namespace

void TestChartParts::decimationKeepsExtremes()
{
    auto points = flat(100'000, 5);
    points[31'337].setY(900);
    points[77'777].setY(-3);
    const auto kept = decimated(points, 0, 100'000);
    QVERIFY(kept.contains(QPointF(31'337, 900)));
    QVERIFY(kept.contains(QPointF(77'777, -3)));
    QVERIFY(std::ranges::is_sorted(kept, {}, &QPointF::x));
}

void TestChartParts::decimationKeepsGaps()
{
    auto points = flat(10'000, 5);
    points[5'000].setY(qQNaN()); // a single second without a sample
    for (int i = 7'000; i < 8'000; ++i)
        points[i].setY(qQNaN());
    const auto kept = decimated(points, 0, 10'000);
    const auto isGap = [](const QPointF& point) { return std::isnan(point.y()); };
    const auto first = std::ranges::find_if(kept, isGap);
    QVERIFY(first != kept.end());
    QCOMPARE(first->x(), 5'000.0);
    for (auto it = kept.begin() + 1; it != kept.end(); ++it)
        if (!isGap(*it) && !isGap(*(it - 1)))
            QVERIFY(it->x() <= 7'000 || (it - 1)->x() >= 7'999);
}

void TestChartParts::decimationIsBounded()
{
    auto points = flat(50'000, 1);
    for (int i = 0; i < points.size(); ++i)
        points[i].setY(i % 3 == 0 ? qQNaN() : i % 17);
    QVERIFY(decimated(points, 0, 50'000).size() <= mostPoints);
    QCOMPARE(decimated(points.mid(0, 400), 0, 400).size(), 400); // few are left alone
}

void TestChartParts::decimationDoesNotMoveWithTheWindow()
{
    auto points = flat(6'000, 0);
    for (int i = 0; i < points.size(); ++i)
        points[i].setY((i * 7919) % 101);
    const auto now = decimated(points, 0, 3'000);
    const auto later = decimated(points, 100, 3'100);
    const auto inBoth = [](const QPointF& point) { return point.x() > 200 && point.x() < 2'900; };
    QList<QPointF> a, b;
    std::ranges::copy_if(now, std::back_inserter(a), inBoth);
    std::ranges::copy_if(later, std::back_inserter(b), inBoth);
    QCOMPARE(a, b);
}

void TestChartParts::bandKeepsItsEdgesAndGaps()
{
    QList<BandPoint> points;
    for (int i = 0; i < 5'000; ++i)
        points += BandPoint { double(i), 1, i == 2'500 ? 80.0 : 2.0 };
    points[1'000].low = qQNaN();
    const auto kept = decimated(points, 0, 5'000);
    QVERIFY(kept.size() <= mostPoints);
    QVERIFY(std::ranges::any_of(kept, [](const BandPoint& point) { return point.high == 80; }));
    QVERIFY(std::ranges::any_of(kept, [](const BandPoint& point) { return std::isnan(point.low); }));
}

void TestChartParts::stepsHoldEachValue()
{
    const QList<QPointF> wanted { { 0, 5 }, { 10, 5 }, { 10, 9 } };
    QCOMPARE(stepped({ { 0, 5 }, { 10, 9 } }), wanted);
}

void TestChartParts::dashesHaveTheirLengths()
{
    const QSizeF plot(100, 50);
    const auto cut
        = dashed({ { 0, 0.5 }, { 0.5, 0.5 }, { 0.6, qQNaN() }, { 0.7, 0.5 }, { 0.95, 0.5 } }, plot, { 20, 10 });
    QList<double> ends; // of what is drawn, in pixels
    for (qsizetype i = 0; i < cut.size(); ++i)
        if (!std::isnan(cut[i].y()))
            ends += std::round(cut[i].x() * 100);
    QCOMPARE(ends, (QList<double> { 0, 20, 30, 50, 70, 90 })); // the pattern begins again after a gap
    QCOMPARE(dashed({ { 0, 0 }, { 1, 1 } }, plot, {}).size(), 2); // solid
}

void TestChartParts::onlyLonelyPointsAreIsolated()
{
    const double gap = qQNaN();
    QCOMPARE(isolated({ { 0, 1 }, { 1, gap }, { 2, 2 }, { 3, gap }, { 4, 3 }, { 5, 4 } }),
        (QList<QPointF> { { 0, 1 }, { 2, 2 } }));
}

void TestChartParts::labelsDoNotTouch_data()
{
    QTest::addColumn<QList<double>>("wanted");
    QTest::newRow("apart") << QList<double> { 20, 80 };
    QTest::newRow("at one place") << QList<double> { 50, 50, 50 };
    QTest::newRow("at the top") << QList<double> { 0, 1, 2 };
    QTest::newRow("at the bottom, crossed") << QList<double> { 100, 98, 99, 97 };
}

void TestChartParts::labelsDoNotTouch()
{
    QFETCH(QList<double>, wanted);
    const auto places = spread(wanted, 12, 0, 100);
    for (qsizetype i = 0; i < places.size(); ++i) {
        QVERIFY(places[i] >= 0 && places[i] <= 100);
        for (qsizetype k = 0; k < i; ++k) {
            QVERIFY(std::abs(places[i] - places[k]) >= 12 - 1e-9);
            QVERIFY(wanted[i] == wanted[k] || (wanted[i] < wanted[k]) == (places[i] < places[k]));
        }
    }
    if (wanted.size() == 2)
        QCOMPARE(places, wanted);
}

void TestChartParts::nearestPointIsHit()
{
    const QList<Line> lines { { {}, { { 0, 1 }, { 10, 2 } }, 0 }, { {}, { { 4, 1 } }, 1 } };
    QCOMPARE(nearestX(lines, {}, 5), 4.0);
    QCOMPARE(nearestX(lines, {}, 8), 10.0);
    QCOMPARE(nearestX(lines, {}, 99), 10.0);
    QVERIFY(!nearestX({}, {}, 5));
}

void TestChartParts::noValueInAGap()
{
    const QList<QPointF> points { { 0, 1 }, { 1, qQNaN() }, { 2, 3 } };
    QCOMPARE(valueAt(points, 2.2), 3.0);
    QVERIFY(!valueAt(points, 1));
    QVERIFY(!valueAt(points, 9)); // long after the last
    QVERIFY(!valueAt({}, 1));
}

void TestChartParts::layersStand()
{
    const auto rows = stacked({ { u"a"_s, { { 0, 1 }, { 1, qQNaN() } } }, { u"b"_s, { { 0, 2 }, { 1, 5 } } } }, 0, 10);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].tops, (QList<double> { 1, 3 }));
    QVERIFY(std::isnan(rows[1].tops.last()));
}

void TestChartParts::closeEventsAreGathered()
{
    Frame frame;
    frame.plot = { 0, 0, 1'000, 100 };
    frame.x = { 0, 1'000, false };
    const QList<ChartEvent> events { { 100, u"restart"_s, Tone::Info, u"a"_s }, { 105, u"flush"_s, Tone::Bad, {} },
        { 500, u"mark"_s, Tone::Good, {} }, { 2'000, u"later"_s, Tone::Good, {} } };
    const auto flags = gathered(events, frame, 16);
    QCOMPARE(flags.size(), 2);
    QCOMPARE(flags[0].glyph, u"2"_s);
    QCOMPARE(flags[0].tone, Tone::Bad);
    QCOMPARE(flags[0].texts, (QStringList { u"restart"_s, u"flush"_s }));
    QCOMPARE(flags[1].glyph, u"✔"_s);

    QList<ChartEvent> many;
    for (int i = 0; i < 40; ++i)
        many += ChartEvent { i * 25.0, u"x"_s, Tone::Neutral, {} };
    QVERIFY(gathered(many, frame, 16).size() <= 8);
}

void TestChartParts::tableHasAColumnForEach()
{
    TimeData data;
    data.lines = { { u"p50"_s, { { 0, 1.25 }, { 1, qQNaN() } }, 0 }, { u"p99"_s, { { 1, 7 } }, 0 } };
    data.errors = { { 1, 3 } };
    const auto table = tableOf(data);
    QCOMPARE(table.headings, (QStringList { u"Time, s"_s, u"p50"_s, u"p99"_s, u"Errors, /s"_s }));
    QCOMPARE(table.rows, (QList<QStringList> { { u"0"_s, u"1.25"_s, {}, {} }, { u"1"_s, {}, u"7"_s, u"3"_s } }));
}

void TestChartParts::tabSeparatedIsSafe()
{
    QCOMPARE(tabSeparated(ChartTable { { u"a"_s, u"b"_s }, { { u"=1+1"_s, u"-3.5"_s }, { u"x\ty"_s, {} } } }),
        u"a\tb\n'=1+1\t-3.5\nx y\t\n"_s);
}

void TestChartParts::tipsNameWhatIsThere()
{
    TimeData data;
    data.lines = { { u"p50"_s, flat(100, 5), 0 } };
    data.to = 100;
    data.phases = { { 0, 50, u"warm-up"_s, false, {} }, { 50, 100, u"measure"_s, true, u"CPU at 94 %"_s } };
    data.events = { { 80, u"restart"_s, Tone::Info, {} } };
    const auto layout = layOut(data, lightTheme(), QFont(), { 800, 300 }, nullptr);
    const auto at = [&](double x) { return QPointF(layout.frame.px(x), 100); };
    QCOMPARE(tipAt(layout, at(20)), u"warm-up, not counted"_s);
    QCOMPARE(tipAt(layout, at(60)), u"measure: CPU at 94 %"_s);
    QCOMPARE(tipAt(layout, at(80)), u"restart"_s);
}

} // namespace ceteris::widgets

QTEST_MAIN(ceteris::widgets::TestChartParts)
#include "tst_chartparts.moc"
