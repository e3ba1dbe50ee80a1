// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stream.h"
#include "controlplan.h"

#include <QtTest>

#include <algorithm>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

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
        run.watch(planText({}));
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
        run.watch(planText({}));
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
        run.ask(planText({}));
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
