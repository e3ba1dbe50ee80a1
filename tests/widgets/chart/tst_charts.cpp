// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/armstyle.h"
#include "widgets/chart/barlist.h"
#include "widgets/chart/cursorlink.h"
#include "widgets/chart/dotplot.h"
#include "widgets/chart/driftplot.h"
#include "widgets/chart/effectplot.h"
#include "widgets/chart/heatmap.h"
#include "widgets/chart/percentileplot.h"
#include "widgets/chart/schedulestrip.h"
#include "widgets/chart/timechart.h"
#include "widgets/table/tabledialog.h"
#include "widgets/table/tableview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
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
    void hiddenChartDoesNotWork();
    void themeLeavesNoLightCard_data();
    void themeLeavesNoLightCard();
    void everyChartIsExported_data();
    void everyChartIsExported();
    void unwritablePictureIsSaid();
    void dataIsCopied();
    void tableOpens();
    void chipHidesALine();
    void keysMoveOneCursor();
    void keysZoomAll();
    void messageStandsAlone();
    void unsupportedTailIsAbsent();
    void scheduleIsHitAndWalked();
};

namespace {

constexpr QSize size { 800, 300 };

QList<QPointF> line(double value, int gapFrom = -1, int gapTo = -1)
{
    QList<QPointF> points;
    for (int i = 0; i <= 100; ++i)
        points += QPointF(i, i >= gapFrom && i < gapTo ? qQNaN() : value);
    return points;
}

QList<BandPoint> band(double low, double high, int gapFrom, int gapTo)
{
    QList<BandPoint> points;
    for (int i = 0; i <= 100; ++i)
        points += BandPoint { double(i), low, i >= gapFrom && i < gapTo ? qQNaN() : high };
    return points;
}

QImage drawn(const ChartPane& chart)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(lightTheme().surface);
    QPainter painter(&image);
    chart.render(painter, QRectF(QPointF(), size), lightTheme());
    return image;
}

// Pixels that differ from the ground in the upper part of the columns from and to (shares of the width).
int inked(const QImage& image, double from, double to)
{
    int count = 0;
    for (int x = int(from * image.width()); x < int(to * image.width()); ++x)
        for (int y = 0; y < image.height() - 40; ++y) {
            const QColor pixel(image.pixel(x, y));
            count += pixel.hslSaturation() > 60 && pixel.lightness() < 245 ? 1 : 0; // grid and text are grey
        }
    return count;
}

void fill(TimeChart& chart)
{
    chart.setTitle(u"Latency"_s);
    chart.setAxis({ u"ms"_s, true, {}, {}, {} });
    chart.setRange(0, 100);
    chart.setLines({ { u"p50"_s, line(3), 0 }, { u"p99"_s, line(20), 1 } });
    chart.setEvents({ { 50, u"restart"_s, Tone::Warning, {} } });
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

void TestCharts::hiddenChartDoesNotWork()
{
    TimeChart chart;
    fill(chart);
    chart.resize(size);
    QSignalSpy painted(&chart, &TimeChart::painted);
    QCoreApplication::processEvents();
    QCOMPARE(painted.size(), 0);
    chart.show();
    QTRY_VERIFY(!painted.isEmpty());
    QVERIFY(chart.lastPaintMs() > 0);
    chart.hide();
    QCoreApplication::processEvents();
    const auto before = painted.size();
    chart.setRange(0, 50);
    QCoreApplication::processEvents();
    QCOMPARE(painted.size(), before);
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

void TestCharts::unwritablePictureIsSaid()
{
    const QTemporaryDir folder;
    const auto chart = make<TimeChart>();
    QVERIFY(!chart->savePicture(folder.filePath(u"no/such/folder.png"_s)));
    QVERIFY(!chart->savePicture(folder.filePath(u"a.doc"_s)));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"a.doc"_s)));
}

void TestCharts::dataIsCopied()
{
    const auto chart = make<BarList>();
    chart->copyData();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Name\tValue\ntime-out\t3\n401\t0\n"_s);
    chart->copyPicture();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestCharts::tableOpens()
{
    const auto chart = make<BarList>();
    chart->showTable();
    const auto* dialog = chart->findChild<TableDialog*>(u"tableDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->view()->model()->rowCount(), 2);
    dialog->view()->selectRow(1);
    QCOMPARE(dialog->view()->selectedText(), u"Name\tValue\n401\t0\n"_s);

    QSignalSpy asked(chart.get(), &ChartPane::tableRequested); // who listens shows it himself
    chart->showTable();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(chart->findChildren<TableDialog*>().size(), 1);
}

void TestCharts::chipHidesALine()
{
    TimeChart chart;
    fill(chart);
    chart.setEvents({});
    chart.resize(size);
    chart.show();
    QTRY_COMPARE(chart.findChildren<QAbstractButton*>().size(), 2);
    const auto before = inked(drawn(chart), 0.2, 0.8);
    chart.findChildren<QAbstractButton*>().first()->click();
    QVERIFY(!chart.isShown(u"p50"_s));
    QVERIFY(inked(drawn(chart), 0.2, 0.8) < before);
}

void TestCharts::keysMoveOneCursor()
{
    TimeChart left, right;
    CursorLink link;
    for (auto* chart : { &left, &right }) {
        fill(*chart);
        link.add(chart);
    }
    QTest::keyClick(&left, Qt::Key_Right);
    QCOMPARE(link.cursor(), 1.0);
    QTest::keyClick(&left, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(right.cursor(), 11.0);
    QTest::keyClick(&right, Qt::Key_Left);
    QCOMPARE(left.cursor(), 10.0);
    link.step(2); // the page's own keys
    QCOMPARE(right.cursor(), 12.0);
    QCoreApplication::processEvents();
    left.resize(size);
    left.show();
    QTRY_VERIFY(left.accessibleDescription().contains(u"p50 3"_s)); // what a screen reader says
}

void TestCharts::keysZoomAll()
{
    TimeChart left, right;
    CursorLink link;
    for (auto* chart : { &left, &right }) {
        fill(*chart);
        link.add(chart);
    }
    QSignalSpy zoomed(&left, &TimeChart::zoomed);
    const auto before = drawn(right);
    QTest::keyClick(&left, Qt::Key_Plus);
    QCOMPARE(zoomed.size(), 1);
    QVERIFY(drawn(right) != before);
    QTest::keyClick(&left, Qt::Key_0);
    QCOMPARE(drawn(right), before);
}

void TestCharts::messageStandsAlone()
{
    TimeChart chart;
    chart.setMessage(u"This arm uses no Redis"_s);
    chart.resize(size);
    chart.show();
    QCoreApplication::processEvents();
    const auto* notice = chart.findChild<QLabel*>(u"chartMessage"_s);
    QVERIFY(notice->isVisible());
    const auto image = chart.grab().toImage();
    for (int x = 20; x < 200; ++x) // no axes behind it
        QCOMPARE(image.pixelColor(x, 240), lightTheme().surface);
    chart.setMessage({});
    QVERIFY(!notice->isVisible());
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

void TestCharts::scheduleIsHitAndWalked()
{
    ScheduleStrip strip;
    strip.resize(400, 48);
    strip.setSlots({ { 1, 1, 0, u"A"_s, {}, SlotState::Done, 10, {} }, { 2, 1, 1, u"B"_s, {}, SlotState::Void, 10, {} },
        { 3, 2, 1, u"B"_s, {}, SlotState::Running, 10, {} }, { 4, 2, 0, u"A"_s, {}, SlotState::Planned, 10, {} } });
    QCOMPARE(strip.trialAt({ 50, 20 }), 1);
    QCOMPARE(strip.trialAt({ 350, 20 }), 4);
    QCOMPARE(strip.trialAt({ 50, 200 }), 0);
    QSignalSpy activated(&strip, &ScheduleStrip::trialActivated);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, { 150, 20 });
    QCOMPARE(activated.takeFirst().first().toInt(), 2);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.current(), 3);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(activated.takeFirst().first().toInt(), 3);
    QTest::keyClick(&strip, Qt::Key_End);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.current(), 4);
}

} // namespace ceteris::widgets

QTEST_MAIN(ceteris::widgets::TestCharts)
#include "tst_charts.moc"
