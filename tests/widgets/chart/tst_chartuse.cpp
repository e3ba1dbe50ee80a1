// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chart/drawing.h"
#include "widgets/chart/barlist.h"
#include "widgets/chart/cursorlink.h"
#include "widgets/chart/legend.h"
#include "widgets/chart/schedulestrip.h"
#include "widgets/chart/timechart.h"
#include "widgets/table/tabledialog.h"
#include "widgets/table/tableview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

class TestChartUse : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void hiddenChartDoesNotWork();
    void unwritablePictureIsSaid();
    void dataIsCopied();
    void tableOpens();
    void chipHidesALine();
    void legendKeepsToOneRow();
    void leadingGapDrawsNothing();
    void keysMoveOneCursor();
    void keysZoomAll();
    void messageStandsAlone();
    void scheduleIsHitAndWalked();
};

namespace {

std::unique_ptr<BarList> bars()
{
    auto chart = std::make_unique<BarList>();
    chart->setTitle(u"Errors"_s);
    chart->setBars({ { u"time-out"_s, 3, 0 }, { u"401"_s, 0, 0 } });
    return chart;
}

} // namespace

void TestChartUse::hiddenChartDoesNotWork()
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

void TestChartUse::unwritablePictureIsSaid()
{
    const QTemporaryDir folder;
    const auto chart = bars();
    QVERIFY(!chart->savePicture(folder.filePath(u"no/such/folder.png"_s)));
    QVERIFY(!chart->savePicture(folder.filePath(u"a.doc"_s)));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"a.doc"_s)));
}

void TestChartUse::dataIsCopied()
{
    const auto chart = bars();
    chart->copyData();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Name\tValue\ntime-out\t3\n401\t0\n"_s);
    chart->copyPicture();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestChartUse::tableOpens()
{
    const auto chart = bars();
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

void TestChartUse::chipHidesALine()
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

void TestChartUse::legendKeepsToOneRow()
{
    TimeChart chart;
    fill(chart);
    chart.setBands({ { u"p50 to p99"_s, { { 0, 3, 20 }, { 100, 3, 20 } }, 0, {} } });
    chart.resize(size);
    chart.show();
    QTRY_COMPARE(chart.findChildren<QAbstractButton*>().size(), 3);
    const auto chips = chart.findChildren<QAbstractButton*>();
    const auto words = [&] {
        QStringList all;
        for (const auto* chip : chips)
            all += chip->text();
        return all;
    };
    QTRY_COMPARE(words(), QStringList({ u"p50"_s, u"p99"_s, u"p50 to p99"_s }));
    chart.resize(290, 300); // the ends of the lines name them; nothing else names the band
    QTRY_COMPARE(words(), QStringList({ {}, {}, u"p50 to p99"_s }));
    QVERIFY(!chips[0]->isVisible() && !chips[1]->isVisible() && chips[2]->isVisible()); // no sample without its name
    QMenu menu;
    chart.findChild<LegendBar*>()->addTo(menu);
    QCOMPARE(menu.actions().size(), 3);
    menu.actions().first()->trigger();
    QVERIFY(!chart.isShown(u"p50"_s));
    QTRY_COMPARE(chips.first()->text(), u"p50"_s); // its line has no end now
    QVERIFY(chips.first()->isVisible());
    for (const auto* chip : chips)
        QCOMPARE(chip->y(), chips.first()->y());
}

void TestChartUse::leadingGapDrawsNothing()
{
    for (const double none : { qQNaN(), 0.0 }) { // of which a logarithmic axis shows neither
        TimeChart chart;
        fill(chart);
        chart.setEvents({});
        chart.setLines({ { u"p50"_s, { { 0, none }, { 50, 20 }, { 60, 12 }, { 80, 20 } }, 0 } });
        const auto image = drawn(chart);
        QCOMPARE(inked(image, 0.1, 0.45), 0);
        QVERIFY(inked(image, 0.5, 0.8) > 0);
    }
}

void TestChartUse::keysMoveOneCursor()
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

void TestChartUse::keysZoomAll()
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

void TestChartUse::messageStandsAlone()
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

void TestChartUse::scheduleIsHitAndWalked()
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

QTEST_MAIN(ceteris::widgets::TestChartUse)
#include "tst_chartuse.moc"
