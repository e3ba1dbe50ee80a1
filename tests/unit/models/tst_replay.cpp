// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventtail.h"
#include "app/models/livehealth.h"
#include "app/models/livelogmodel.h"
#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/results/layout.h"

#include <QAbstractItemModelTester>
#include <QLockFile>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace ceteris;
using namespace ceteris::models;
using namespace Qt::StringLiterals;

namespace {

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

class TestReplay : public QObject
{
    Q_OBJECT

private slots:
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

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
