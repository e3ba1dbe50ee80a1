// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/instancetable.h"
#include "app/models/livemodel.h"
#include "app/results/orders.h"
#include "server/metrics/histogramcodec.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::models;
using namespace Qt::StringLiterals;

namespace {

// Answers of so many microseconds, each as often.
metrics::Histogram histogram(std::initializer_list<std::int64_t> values, std::uint64_t times = 1)
{
    metrics::Histogram made;
    for (const auto value : values)
        made.record(value, times);
    return made;
}

results::Tick tick(int trial, double trialS, const QString& phase, const metrics::Histogram& response)
{
    results::Tick made { trial, trialS, phase, 1, {}, 50, 0,
        { { u"cpu_app"_s, 0.25 }, { u"redis_used_memory"_s, 1e6 } } };
    const auto count = response.count();
    const auto quantile = [&response](double q) { return std::optional(static_cast<double>(response.quantileUs(q))); };
    made.operations[u"refresh"_s] = { count, count, count, 0, 0, count, quantile(0.5), quantile(0.95), quantile(0.99),
        metrics::encode(response), {} };
    return made;
}

// Feeds events with their times.
struct Stream
{
    LiveModel& model;
    double nowS = 0;

    void operator()(results::Event event, double afterS = 0)
    {
        nowS += afterS;
        model.take({ nowS, u"2026-01-31T10:15:00.123Z"_s, std::move(event) });
    }
    void begin(int trials = 4, double trialS = 20)
    {
        (*this)(results::ExperimentStarted { u"x"_s, u"why?"_s, u"/r/x"_s, { u"memory"_s, u"redis"_s }, { u"busy"_s },
            trials / 2, trials, 0, trials * trialS });
    }
    void trial(int number, const QString& arm, int trials = 4, double trialS = 20)
    {
        (*this)(results::TrialStarted { number, (number + 1) / 2, 1, arm, u"busy"_s, trialS, trials });
        (*this)(results::PhaseStarted { number, u"measure"_s, trialS });
    }
    void finish(int number, const QString& status = u"ok"_s, const QString& reason = {})
    {
        (*this)(results::TrialFinished { number, status, reason });
    }
};

// A clock that stands still, so that only events count.
LiveModel::Clock stopped()
{
    return [] { return 0.0; };
}

} // namespace

class TestLive : public QObject
{
    Q_OBJECT

private slots:
    void percentilesAreOfMergedHistograms()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        // Nine seconds of 99 fast answers each, one of 99 slow ones: p99 of all is slow, the mean of p99s is not.
        for (int s = 1; s <= 9; ++s)
            stream(tick(1, s, u"measure"_s, histogram({ 100 }, 99)), 1);
        stream(tick(1, 10, u"measure"_s, histogram({ 5000 }, 99)), 1);
        const auto window = model.series().window();
        QCOMPARE(window.p50Us, std::optional(100.0));
        QVERIFY(*window.p99Us > 4900);
        QCOMPARE(window.achievedPerS, std::optional(99.0));
        QCOMPARE(window.errorShare, std::optional(0.0));
        QCOMPARE(model.series().line(u"refresh"_s, LiveSeries::Figure::P99).size(), 10);
    }

    void theWindowCollectsFirstAndDoesNotCrossPhases()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        for (int s = 1; s <= 5; ++s)
            stream(tick(1, s, u"warmup"_s, histogram({ 9000 }, 50)), 1);
        QVERIFY(model.series().window().p99Us);
        stream(tick(1, 6, u"measure"_s, histogram({ 100 }, 50)), 1);
        QVERIFY(!model.series().window().p99Us); // collecting
        stream(tick(1, 7, u"measure"_s, histogram({ 100 }, 50)), 1);
        stream(tick(1, 8, u"measure"_s, histogram({ 100 }, 50)), 1);
        QCOMPARE(model.series().window().p99Us, std::optional(100.0));
    }

    void missingSecondsAreAGap()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        stream(tick(1, 1, u"measure"_s, histogram({ 100 })), 1);
        stream(tick(1, 9, u"measure"_s, histogram({ 100 })), 8);
        const auto line = model.series().line(u"refresh"_s, LiveSeries::Figure::P50);
        QCOMPARE(line.size(), 3);
        QVERIFY(std::isnan(line[1].y()));
    }

    void secondsWithFewAnswersAreWeak()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        stream(tick(1, 1, u"measure"_s, histogram({ 100 }, 20)), 1);
        stream(tick(1, 2, u"measure"_s, histogram({ 100 }, 19)), 1);
        auto silent = tick(1, 3, u"measure"_s, histogram({}));
        silent.operations.clear(); // none at all: there is nothing to be weak
        stream(silent, 1);
        QCOMPARE(model.series().weak(u"refresh"_s), QList<double> { 2 });
    }

    void instancesAreToldApart()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        stream(tick(1, 1, u"measure"_s, histogram({ 100 })), 1);
        QVERIFY(model.series().instances().isEmpty() && instanceTable(model.series()).rows.isEmpty());
        auto later = tick(1, 2, u"measure"_s, histogram({ 100 }));
        later.readings.insert({ { u"instance_requests.10"_s, 300 }, { u"instance_requests.2"_s, 100 },
            { u"cpu_app.2"_s, 0.5 }, { u"instance_sessions.10"_s, 7 } });
        stream(later, 1);
        QCOMPARE(model.series().instances(), (QList<int> { 2, 10 }));
        const auto rows = instanceTable(model.series()).rows;
        QCOMPARE(rows[0].cells[1].sort.toDouble(), 100.0);
        QCOMPARE(rows[0].cells[2].sort.toDouble(), 0.5);
        QCOMPARE(rows[1].cells[3].text, u"7"_s);
        QCOMPARE(rows[1].cells[2].text, u"—"_s); // not told
    }

    void aRecordingIsShownOnceASecond()
    {
        LiveModel model(nullptr, stopped());
        model.setRecorded(true);
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        QSignalSpy changed(&model, &LiveModel::changed);
        QVERIFY(changed.wait());
        changed.clear();
        for (int tenth = 1; tenth <= 9; ++tenth) // frames between two ticks
            model.advance(stream.nowS + tenth * 0.1);
        QVERIFY(!changed.wait(400)); // the refresh of a recording is due twice in that time
        model.advance(stream.nowS + 1);
        QVERIFY(changed.wait());
    }

    void theOtherArmIsItsMedianInTheSameSecond()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin(8);
        int number = 0;
        for (const auto us : { 1000, 3000, 2000 }) {
            stream.trial(++number, u"memory"_s, 8);
            for (int s = 1; s <= 8; ++s)
                stream(tick(number, s, u"measure"_s, histogram({ us })), 1);
            stream.finish(number);
        }
        stream.trial(4, u"redis"_s, 8);
        for (int s = 1; s <= 4; ++s)
            stream(tick(4, s, u"measure"_s, histogram({ 500 })), 1);
        QCOMPARE(model.otherArm(), std::optional(0));
        QCOMPARE(model.figuresOf(1).p50Us, std::optional(500.0));
        QCOMPARE(model.figuresOf(0).p50Us, std::optional(2000.0));
    }

    void aVoidTrialTakesItsBlockOutOfTheComparison()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        for (int number = 1; number <= 2; ++number) {
            stream.trial(number, number == 1 ? u"memory"_s : u"redis"_s);
            for (int s = 1; s <= 5; ++s)
                stream(tick(number, s, u"measure"_s, histogram({ 100 })), 1);
            if (number == 1)
                stream.finish(1);
        }
        QCOMPARE(model.history().trials().size(), std::size_t(1));
        stream.finish(2, u"void"_s, u"A compiler ran."_s);
        QVERIFY(model.history().trials().empty());
        QCOMPARE(model.state().lastFinished()->reason, u"A compiler ran."_s);
        QCOMPARE(model.state().countOf(TrialStatus::Void), 1);
    }

    void whatAPersonOrderedIsNoContamination()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        results::TrialRow row;
        row.trial = row.block = 1;
        row.reason = u"A person skipped it 3 s after it began."_s;
        stream.trial(1, u"memory"_s);
        QVERIFY(model.state().canSkip());
        stream(results::Checked { 1, { results::orderRow(row, results::Order::Skip) } });
        stream.finish(1, u"void"_s, row.reason);
        QCOMPARE(model.state().lastFinished()->status, TrialStatus::Withdrawn);
        QCOMPARE(logText(model.state().log.back()), u"Trial 1 does not count: "_s + row.reason);
        QVERIFY(!model.state().canSkip() && model.state().lastChecks.empty()); // an order is no check of the machine
        stream.trial(2, u"redis"_s);
        stream.finish(2, u"failed"_s, u"Redis ended."_s);
        QCOMPARE(model.state().failedTrials(), QList<int> { 2 });
        row.trial = 2;
        stream(results::Checked { 2, { results::orderRow(row, results::Order::Again) } });
        QVERIFY(model.state().failedTrials().isEmpty() && model.state().countOf(TrialStatus::Void) == 0);
    }

    void progressFollowsPlannedDurationsAndNeverFalls()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin(4, 20);
        QCOMPARE(model.state().leftS, std::optional(80.0));
        stream.trial(1, u"memory"_s);
        model.advance(10);
        QCOMPARE(model.state().leftS, std::optional(70.0));
        QCOMPARE(model.state().progress, 0.125);
        QCOMPARE(model.state().phaseLeftS, 10.0);
        stream.finish(1);
        stream.nowS = 60; // longer than planned: only what was planned counts
        stream.trial(2, u"redis"_s, 6); // and two trials more
        QCOMPARE(model.state().leftS, std::optional(100.0));
        QVERIFY(model.state().progress >= 0.125);
        stream(results::ExperimentFinished { u"done"_s, 6, 0, {} });
        QCOMPARE(model.state().progress, 1.0);
        QCOMPARE(model.state().stage, Stage::Finished);
    }

    void silenceIsAStallAndThenAFailure()
    {
        double now = 0;
        LiveModel model(nullptr, [&now] { return now; });
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        stream(tick(1, 1, u"measure"_s, histogram({ 100 })), 1);
        model.advance(5.5);
        QCOMPARE(model.state().stalledS, 0.0);
        model.advance(7);
        QCOMPARE(model.state().stalledS, 6.0);
        QCOMPARE(model.state().stage, Stage::Running);
        model.advance(32);
        QCOMPARE(model.state().stage, Stage::Failed);
        stream(tick(1, 33, u"measure"_s, histogram({ 100 })), 32); // it was only asleep
        QCOMPARE(model.state().stage, Stage::Running);
        QCOMPARE(model.state().stalledS, 0.0);
    }

    void aResumedExperimentKeepsWhatWasSeen()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        stream.finish(1);
        stream.trial(2, u"redis"_s);
        stream.nowS = 0;
        stream(results::ExperimentStarted {
            u"x"_s, {}, u"/r/x"_s, { u"memory"_s, u"redis"_s }, { u"busy"_s }, 2, 4, 1, 60 });
        QCOMPARE(model.state().trials.size(), std::size_t(1)); // the one that was cut off is run again
        QCOMPARE(model.state().progress, 0.25);
    }

    void changesAreToldTogether()
    {
        double now = 0;
        LiveModel model(nullptr, [&now] { return now; });
        QSignalSpy changed(&model, &LiveModel::changed);
        Stream stream { model };
        stream.begin();
        stream.trial(1, u"memory"_s);
        QTRY_COMPARE(changed.size(), 1);
        for (int s = 1; s <= 20; ++s) // within the same second
            stream(tick(1, s, u"measure"_s, histogram({ 100 })), 1);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 1);
        stream.finish(1);
        QTRY_COMPARE(changed.size(), 2);
    }

    void memoryStaysFlatOverEightHours()
    {
        LiveModel model(nullptr, stopped());
        Stream stream { model };
        constexpr int trials = 96, seconds = 300, stepS = 4; // ticks that cover 4 s: four times as fast
        stream.begin(trials, seconds);
        const auto response = histogram({ 100, 200, 400 });
        auto second = tick(0, 0, u"measure"_s, response);
        for (int number = 1; number <= trials; ++number) {
            stream.trial(number, number % 2 == 1 ? u"memory"_s : u"redis"_s, trials, seconds);
            second.lengthS = stepS;
            for (int s = stepS; s <= seconds; s += stepS) {
                second.trial = number;
                second.trialS = s;
                stream(second, stepS);
            }
            stream.finish(number);
        }
        QCOMPARE(stream.nowS, 8 * 3600.0);
        QVERIFY(model.history().trials().size() <= LiveHistory::keptTrials);
        QVERIFY(model.history().pointCount() <= LiveHistory::keptTrials * LiveHistory::keptPoints);
        QVERIFY(model.state().log.size() <= LiveState::keptLog);
    }

    void oneLongTrialIsMergedNotCut()
    {
        LiveSeries series;
        const int seconds = static_cast<int>(LiveSeries::capacity) + 1;
        const auto fast = histogram({ 100 }, 3), slow = histogram({ 9000 }, 1);
        for (int s = 1; s <= seconds; ++s)
            series.add(tick(1, s, u"measure"_s, s % 2 == 1 ? fast : slow));
        QVERIFY(series.rowCount() <= LiveSeries::capacity / 2 + 1);
        const auto p99 = series.line(u"refresh"_s, LiveSeries::Figure::P99);
        QVERIFY(p99[0].y() > 8900); // of both seconds together
        QCOMPARE(series.line(u"refresh"_s, LiveSeries::Figure::P50)[0].y(), 100.0);
        QCOMPARE(series.total(LiveSeries::Figure::Achieved)[0].y(), 2.0);
        QCOMPARE(series.endS(), double(seconds));
    }
};

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
