// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chart/drawing.h"
#include "widgets/chart/barlist.h"
#include "widgets/chart/dotplot.h"
#include "widgets/chart/driftplot.h"
#include "widgets/chart/effectplot.h"
#include "widgets/chart/heatmap.h"
#include "widgets/chart/percentileplot.h"
#include "widgets/chart/timechart.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void gapStaysAGap_data();
    void gapStaysAGap();
    void zeroOnALogAxisTakesNothingAway();
    void themeLeavesNoLightCard_data();
    void themeLeavesNoLightCard();
    void everyChartIsExported_data();
    void everyChartIsExported();
    void unsupportedTailIsAbsent();
};

namespace {

QList<BandPoint> band(double low, double high, int gapFrom, int gapTo)
{
    QList<BandPoint> points;
    for (int i = 0; i <= 100; ++i)
        points += BandPoint { double(i), low, i >= gapFrom && i < gapTo ? qQNaN() : high };
    return points;
}

template <typename T>
std::shared_ptr<ChartPane> make()
{
    auto chart = std::make_shared<T>();
    chart->setTitle(u"Chart"_s);
    if constexpr (std::is_same_v<T, TimeChart>)
        fill(*chart);
    if constexpr (std::is_same_v<T, HeatMap>)
        chart->setCells({ { 1, 1, 2, 10 }, { 2, 2, 4, 5 } });
    if constexpr (std::is_same_v<T, PercentilePlot>)
        chart->setLines({ { u"a"_s, { { 0.5, 1 }, { 0.9, 4 }, { 0.99, 9 } }, 0, 1, false } });
    if constexpr (std::is_same_v<T, EffectPlot>)
        chart->setRows({ { u"p99"_s, 1.4, 1.2, 1.7, 0.05, 1, true, u"1.4 ×"_s, u"worse"_s, Tone::Bad },
            { u"p50"_s, {}, {}, {}, 0.05, 1, false, u"too few trials"_s, {}, Tone::Neutral } });
    if constexpr (std::is_same_v<T, DotPlot>)
        chart->setData(
            { { 0, 4, 0, false, 1, {} }, { 1, 5, 1, true, 1, {} } }, { { u"a"_s, 4, 3, 5 }, { u"b"_s, {}, {}, {} } });
    if constexpr (std::is_same_v<T, DriftPlot>)
        chart->setPoints({ { 1, 4, 0, false, {} }, { 2, 5, 1, false, {} } }, { u"a"_s, u"b"_s });
    if constexpr (std::is_same_v<T, BarList>)
        chart->setBars({ { u"time-out"_s, 3, 0 }, { u"401"_s, 0, 0 } });
    return chart;
}

void eachChart()
{
    QTest::addColumn<std::shared_ptr<ChartPane>>("chart");
    QTest::newRow("over time") << make<TimeChart>();
    QTest::newRow("heat map") << make<HeatMap>();
    QTest::newRow("percentiles") << make<PercentilePlot>();
    QTest::newRow("effects") << make<EffectPlot>();
    QTest::newRow("dots") << make<DotPlot>();
    QTest::newRow("drift") << make<DriftPlot>();
    QTest::newRow("bars") << make<BarList>();
}

} // namespace

void TestCharts::gapStaysAGap_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("line") << 0;
    QTest::newRow("band") << 1;
    QTest::newRow("layers") << 2;
}

void TestCharts::gapStaysAGap()
{
    QFETCH(int, kind);
    TimeChart chart;
    chart.setAxis({ {}, false, 0, 10, {} });
    chart.setRange(0, 100);
    if (kind == 0)
        chart.setLines({ { {}, line(5, 40, 60), 0 } });
    else if (kind == 1)
        chart.setBands({ { u"b"_s, band(2, 8, 40, 60), 0, {} } });
    else
        chart.setLayers({ { u"a"_s, line(4, 40, 60) }, { u"b"_s, line(4, 40, 60) } });
    const auto image = drawn(chart);
    QVERIFY(inked(image, 0.2, 0.3) > 50);
    QVERIFY(inked(image, 0.65, 0.75) > 50);
    QCOMPARE(inked(image, 0.47, 0.5), 0);
}

void TestCharts::zeroOnALogAxisTakesNothingAway()
{
    TimeChart chart;
    chart.setAxis({ {}, true, {}, {}, {} });
    chart.setRange(0, 100);
    auto points = line(5);
    points[50].setY(0);
    chart.setLines({ { {}, points, 0 } });
    QVERIFY(inked(drawn(chart), 0.2, 0.4) > 100);
    QVERIFY(inked(drawn(chart), 0.6, 0.8) > 100);
}

void TestCharts::themeLeavesNoLightCard_data()
{
    eachChart();
}

void TestCharts::themeLeavesNoLightCard()
{
    QFETCH(std::shared_ptr<ChartPane>, chart);
    chart->resize(size);
    chart->show();
    QCoreApplication::processEvents();
    applyTheme(ThemeChoice::Dark);
    QCoreApplication::processEvents();
    const auto image = chart->grab().toImage();
    const auto exported = chart->picture(size, 1); // paper stays white
    applyTheme(ThemeChoice::Light);
    int light = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            light += image.pixelColor(x, y).lightness() > 235 ? 1 : 0;
    QVERIFY2(light < image.width() * image.height() / 100, qPrintable(QString::number(light)));
    QCOMPARE(exported.pixelColor(1, 1), lightTheme().surface);
}

void TestCharts::everyChartIsExported_data()
{
    eachChart();
}

void TestCharts::everyChartIsExported()
{
    QFETCH(std::shared_ptr<ChartPane>, chart);
    const QTemporaryDir folder;
    for (const auto& name : { u"a.png"_s, u"a.pdf"_s, u"a.svg"_s }) {
        const auto path = folder.filePath(name);
        QVERIFY(chart->savePicture(path));
        QVERIFY(QFileInfo(path).size() > 1'000);
    }
    const QImage png(folder.filePath(u"a.png"_s));
    QCOMPARE(png.size(), QSize(1'920, 800)); // twice as fine
    const auto table = chart->table();
    QVERIFY(!table.rows.isEmpty());
    for (const auto& row : table.rows)
        QCOMPARE(row.size(), table.headings.size());
}

void TestCharts::unsupportedTailIsAbsent()
{
    PercentilePlot plot;
    plot.setAxis({ {}, true, {}, {}, {} });
    PercentileLine line { u"a"_s, { { 0.5, 1 }, { 0.9, 2 }, { 0.99, 5 }, { 0.9999, 500 } }, 0, 0.99, false };
    plot.setLines({ line });
    QCOMPARE(plot.table().rows.size(), 3);
    const auto cut = drawn(plot);
    line.points.removeLast();
    plot.setLines({ line });
    QCOMPARE(drawn(plot), cut);
}

} // namespace ceteris::widgets

QTEST_MAIN(ceteris::widgets::TestCharts)
#include "tst_charts.moc"
