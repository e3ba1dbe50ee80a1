// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stream.h"
#include "enginerun.h"

#include <QtTest>

#include <algorithm>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

// One block of two equal arms: two trials of about 3 s, with nothing but the server.
constexpr auto shortPlan = R"(format = 1
name = "watched"
seed = 7
blocks = 1
[guard]
action = "mark"
quiet_wait_s = 0
[decision]
metric = "response_p50"
[accounts]
count = 20
cost = 4
[load]
spawn_per_s = 50
timeout_s = 5
[phases]
idle_s = 0.1
login_grace_s = 1
warmup_s = 0.3
measure_s = 1
drain_s = 1
washout_s = 0
[[level]]
name = "few"
users = 5
think_s = [0.02, 0.1]
[[arm]]
name = "one"
store = "memory"
[[arm]]
name = "two"
store = "memory"
)";

template <class Event>
std::vector<Event> eventsOf(const QList<QByteArray>& lines)
{
    std::vector<Event> events;
    for (const auto& line : lines)
        if (const auto entry = results::entryFromLine(line))
            if (const auto* event = std::get_if<Event>(&entry->event))
                events.push_back(*event);
    return events;
}

} // namespace

// What those who watch an experiment do, and must not do to it.
class TestWatchers : public QObject
{
    Q_OBJECT

private slots:
    void theReaderGoesAway()
    {
        EngineRun run;
        run.watch(shortPlan);
        QVERIFY2(run.waitForOutput("trial_started"), run.output().constData());
        run.closeChannels();
        const auto exit = run.waitForEnd();
        QVERIFY2(exit == 0 || exit == 2, qPrintable(QString::number(exit)));
        const auto finished = eventsOf<results::ExperimentFinished>(run.lines(u"live.ndjson"_s));
        QCOMPARE(finished.size(), std::size_t(1));
        QCOMPARE(finished.front().outcome, u"done"_s);
        QCOMPARE(finished.front().finishedTrials, 2);
        QVERIFY(!run.content(u"verdict.json"_s).isEmpty());
    }

    void marks()
    {
        EngineRun run;
        run.watch(shortPlan);
        QVERIFY2(run.waitForOutput("\"phase\":\"login\""), run.output().constData());
        run.say("{\"marker\":\"the fan starts\"}\nnonsense\n{\"marker\":\"  \"}\n{\"mark");
        run.say("er\":\"and stops\"}\n");
        QVERIFY2(run.waitForOutput("and stops"), run.output().constData());
        run.waitForEnd();
        auto notes = eventsOf<results::Note>(run.lines(u"live.ndjson"_s));
        std::erase_if(notes, [](const auto& note) { return note.source != u"user"; });
        QCOMPARE(notes.size(), std::size_t(2));
        QCOMPARE(notes[0].kind, u"marker"_s);
        QCOMPARE(notes[0].text, u"the fan starts"_s);
        QCOMPARE(notes[1].trial, 1);
        QVERIFY(run.content(u"events.csv"_s).contains("user,marker,the fan starts"));
    }

    void preflightForAWindow()
    {
        EngineRun run;
        run.ask(shortPlan);
        const auto exit = run.waitForEnd();
        const auto lines = run.output().split('\n');
        const auto asked = eventsOf<results::Preflight>(lines);
        QCOMPARE(asked.size(), std::size_t(1));
        QVERIFY(std::ranges::any_of(asked.front().rows, [](const auto& row) { return row.name.startsWith(u"one: "); }));
        const auto finished = eventsOf<results::ExperimentFinished>(lines);
        QCOMPARE(finished.size(), std::size_t(1));
        QCOMPARE(finished.front().outcome, exit == 0 ? u"done"_s : u"failed"_s);
        QVERIFY(run.resultsFolder().isEmpty());
    }

    void preflightOfABadPlan()
    {
        EngineRun run;
        run.ask("format = 1\nblokcs = 2\n");
        QCOMPARE(run.waitForEnd(), 64);
        const auto finished = eventsOf<results::ExperimentFinished>(run.output().split('\n'));
        QCOMPARE(finished.size(), std::size_t(1));
        QCOMPARE(finished.front().outcome, u"failed"_s);
        QVERIFY2(finished.front().text.contains(u"blokcs"), qPrintable(finished.front().text));
    }
};

QTEST_GUILESS_MAIN(TestWatchers)
#include "tst_watchers.moc"
