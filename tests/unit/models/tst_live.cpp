// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventtail.h"
#include "app/models/livehealth.h"
#include "app/models/livelogmodel.h"
#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/results/layout.h"
#include "server/metrics/histogramcodec.h"

#include <QAbstractItemModelTester>
#include <QLockFile>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

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

QByteArray recorded(const QString& name)
{
    QFile file(u":/recordings/%1.ndjson.z"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? qUncompress(file.readAll()) : QByteArray();
}

// All that a page would draw, as one text.
QString looks(const LiveModel& model)
{
    const auto& state = model.state();
    QStringList parts { QString::number(static_cast<int>(state.stage)), QString::number(state.progress),
        QString::number(state.phaseLeftS), state.phaseName(), QString::number(state.trials.size()) };
    for (const auto& row : state.log)
        parts += logText(row);
    for (const auto& point : model.series().line(u"refresh"_s, LiveSeries::Figure::P99))
        parts += QString::number(point.x()) + u':' + QString::number(point.y());
    parts += QString::number(model.series().window().p99Us.value_or(-1));
    return parts.join(u'\n');
}

void join(Replay& replay, LiveModel& model)
{
    model.setRecorded(true);
    QObject::connect(&replay, &Replay::rewound, &model, &LiveModel::reset);
    QObject::connect(&replay, &Replay::entry, &model, &LiveModel::take);
    QObject::connect(&replay, &Replay::advanced, &model, &LiveModel::advance);
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

    void brokenStreamsDoNoHarm_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto* name : { "quick-look", "disturbed" })
            QTest::addRow("%s", name) << QString::fromLatin1(name);
    }

    void brokenStreamsDoNoHarm()
    {
        QFETCH(QString, name);
        const auto lines = recorded(name).split('\n');
        QVERIFY(lines.size() > 50);
        std::mt19937 random(1);
        LiveModel model(nullptr, stopped());
        for (int round = 0; round < 3; ++round)
            for (auto line : lines) {
                if (random() % 4 == 0)
                    line.truncate(static_cast<qsizetype>(random() % (static_cast<unsigned>(line.size()) + 1)));
                if (random() % 4 == 0 && !line.isEmpty())
                    line[static_cast<qsizetype>(random() % static_cast<unsigned>(line.size()))]
                        = char('0' + random() % 10);
                if (random() % 8 == 0)
                    continue;
                if (const auto entry = results::entryFromLine(line))
                    model.take(*entry);
            }
        QVERIFY(model.state().progress >= 0 && model.state().progress <= 1);
    }

    void recordingsPlayToTheirEnd()
    {
        for (const auto& recording : recordings()) {
            Replay replay;
            LiveModel model(nullptr, stopped());
            join(replay, model);
            QVERIFY2(replay.open(recording.path), qPrintable(recording.path));
            replay.seek(replay.lengthS());
            QVERIFY(!isActive(model.state().stage));
            QVERIFY(!model.state().verdict.isEmpty());
            QVERIFY(model.state().experiment.folder.isEmpty()); // no path of who recorded it
            QVERIFY(QFile(recording.path).size() < 400 * 1024);
            QCOMPARE(healthChips(model.state(), model.series()).size(), std::size_t(6));
        }
    }

    void seekingShowsWhatPlayingShows()
    {
        Replay straight, back;
        LiveModel played(nullptr, stopped()), sought(nullptr, stopped());
        join(straight, played);
        join(back, sought);
        QVERIFY(straight.open(recordings().first().path));
        QVERIFY(back.open(recordings().first().path));
        const auto middle = straight.lengthS() / 2;
        for (int i = 1; i <= 100; ++i)
            straight.seek(middle * i / 100);
        back.seek(back.lengthS());
        back.seek(middle);
        QCOMPARE(looks(sought), looks(played));
        back.seek(back.lengthS() * 0.75);
        QVERIFY(looks(sought) != looks(played));
    }

    void playingFollowsItsClock()
    {
        double now = 100;
        Replay replay(nullptr, [&now] { return now; });
        QVERIFY(replay.open(recordings().first().path));
        QSignalSpy entries(&replay, &Replay::entry);
        replay.setSpeed(100);
        QCOMPARE(replay.speed(), Replay::fastest);
        replay.play();
        now += 1;
        QTRY_COMPARE(replay.positionS(), 30.0);
        QVERIFY(!entries.isEmpty());
        now += 10;
        QTRY_VERIFY(!replay.isPlaying());
        QCOMPARE(replay.positionS(), replay.lengthS());
        replay.play(); // again
        QCOMPARE(replay.positionS(), 0.0);
    }

    void replayNeedsEvents()
    {
        QTemporaryDir folder;
        Replay replay;
        QVERIFY(!replay.open(folder.path()));
        QFile file(folder.filePath(results::file::live));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"type\":\"tick\",\"t_s\":");
        file.close();
        QVERIFY(!replay.open(folder.path()));
    }

    void theTailFollowsAGrowingFile()
    {
        QTemporaryDir folder;
        QLockFile lock(folder.filePath(results::file::lock));
        QVERIFY(lock.tryLock());
        QFile file(folder.filePath(results::file::live));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const auto line = results::toLine({ 1, {}, results::Preparing { 1, 10 } });
        EventTail tail;
        QSignalSpy entries(&tail, &EventTail::entry);
        QSignalSpy ended(&tail, &EventTail::ended);
        tail.follow(folder.path());
        file.write(line + line.left(20));
        QTRY_COMPARE(entries.size(), 1);
        file.write(line.mid(20) + "{\"torn\n" + line);
        QTRY_COMPARE(entries.size(), 3);
        QVERIFY(ended.isEmpty());
        file.write(line);
        lock.unlock();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(entries.size(), 4); // what was written before the engine went is read
        QVERIFY(!tail.isFollowing());
    }

    void theLogIsAModel()
    {
        LiveLogModel log;
        QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LiveModel model(nullptr, stopped());
        for (const auto& line : recorded(u"disturbed"_s).split('\n'))
            if (const auto entry = results::entryFromLine(line)) {
                model.take(*entry);
                log.setRows(model.state().log);
            }
        QCOMPARE(log.rowCount(), int(model.state().log.size()));
        QVERIFY(log.rowCount() > 20);
        auto shorter = model.state().log;
        shorter.pop_front();
        log.setRows(shorter);
        QCOMPARE(log.rowCount(), int(shorter.size()));
        log.setRows({});
        QCOMPARE(log.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
