// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/episode.h"

#include <QtTest>

using namespace ceteris::load;
using namespace std::chrono_literals;

// What befalls users from a mark on.
class TestEpisode : public QObject
{
    Q_OBJECT

private slots:
    void countsFromTheMarkAndIsOverOnlyAfterItTookHold()
    {
        const TimePoint begin { 100s };
        Marks marks;
        EpisodeBook book(marks);
        book.ended(begin, begin + 1ms, Failure::Connect, 0); // before any mark
        marks.add(begin);
        book.follow({});
        book.ended(begin + 1ms, begin + 2ms, Failure::Connect, 0);
        book.ended(begin + 2ms, begin + 3ms, {}, 200); // the last words of what is being ended
        marks.takeHold(begin + 10ms);
        book.ended(begin + 9ms, begin + 20ms, {}, 200); // asked too early
        book.ended(begin + 30ms, begin + 40ms, Failure::Status, 503);
        book.ended(begin + 50ms, begin + 60ms, {}, 200);
        const auto episodes = book.conclude({});
        QCOMPARE(episodes.size(), std::size_t(1));
        QCOMPARE(episodes[0].unreachable, std::uint64_t(1));
        QCOMPARE(episodes[0].refused, std::uint64_t(1));
        QCOMPARE(episodes[0].ok, std::uint64_t(3));
        QCOMPARE(episodes[0].firstGoodS.value_or(-1), 0.06);
        QCOMPARE(episodes[0].lastBadS.value_or(-1), 0.04);
    }

    void isNeverOverWithoutAGoodAnswer()
    {
        const TimePoint begin { 100s };
        Marks marks;
        EpisodeBook book(marks);
        marks.add(begin);
        book.follow({});
        marks.takeHold(begin);
        book.ended(begin + 1ms, begin + 2ms, Failure::Timeout, 0);
        const auto episodes = book.conclude({});
        QVERIFY(!episodes.at(0).firstGoodS);
        QCOMPARE(episodes.at(0).timeouts, std::uint64_t(1));
    }
};

QTEST_APPLESS_MAIN(TestEpisode)
#include "tst_episode.moc"
