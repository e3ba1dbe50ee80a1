// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/parts.h"
#include "app/plan/read.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

namespace {

const QByteArray head = "format = 1\n"
                        "name = \"faults\"\n"
                        "factor = [\"store\", \"url\", \"instances\"]\n"
                        "[phases]\n"
                        "measure_s = 10\n"
                        "[[level]]\n"
                        "name = \"few\"\n"
                        "users = 10\n"
                        "[[arm]]\n"
                        "name = \"control\"\n"
                        "store = \"redis\"\n"
                        "[[arm]]\n"
                        "name = \"redis\"\n"
                        "store = \"redis\"\n"
                        "[[arm]]\n"
                        "name = \"memory\"\n"
                        "store = \"memory\"\n"
                        "[[arm]]\n"
                        "name = \"theirs\"\n"
                        "url = \"http://127.0.0.1:1\"\n"_ba;

const QByteArray kill = "[[event]]\n"
                        "at_s = 2\n"
                        "for_s = 3\n"
                        "what = \"kill\"\n"
                        "where = \"store\"\n"
                        "arms = [\"redis\"]\n"_ba;

QByteArray with(const QByteArray& piece, const QByteArray& replacement)
{
    auto text = kill;
    return head + text.replace(piece, replacement);
}

QStringList problemsOf(const QByteArray& toml)
{
    QStringList sentences;
    for (const auto& problem : read(toml).problems)
        sentences += describe(problem, u"p"_s);
    return sentences;
}

Event eventAt(double atS, EventKind what, const QString& where, const QStringList& arms)
{
    Event it;
    it.atS = atS;
    it.what = what;
    it.where = where;
    it.arms = arms;
    return it;
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private slots:
    void isReadAndWrittenAgain()
    {
        const QByteArray text = head + kill
            + "[[event]]\n"
              "at_s = 1\n"
              "what = \"delay\"\n"
              "where = \"store\"\n"
              "arms = [\"redis\"]\n"
              "delay_ms = 5\n"
              "[[event]]\n"
              "at_s = 9\n"
              "what = \"flush\"\n"
              "where = \"store\"\n"
              "arms = [\"control\", \"redis\"]\n";
        QCOMPARE(problemsOf(text), QStringList());
        const auto plan = read(text).plan;
        QCOMPARE(plan.events.size(), 3U);
        QCOMPARE(plan.events[0], (Event { 2, 3, EventKind::Kill, u"store"_s, { u"redis"_s }, 20, 1 }));
        QCOMPARE(plan.events[1].delayMs, 5);
        QCOMPARE(read(write(plan)).plan, plan);
    }

    void wrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QByteArray& piece, const QByteArray& other, const QString& said) {
            QTest::newRow(name) << with(piece, other) << said;
        };
        row("after the window", "at_s = 2", "at_s = 10",
            u"p:22: event[1].at_s is 10; allowed: less than phases.measure_s, 10."_s);
        row("before it", "at_s = 2", "at_s = -1", u"p:22: event[1].at_s is -1; allowed: a number from 0 to 86400."_s);
        row("no time", "at_s = 2\n", "", u"p:21: event[1].at_s is missing; allowed: a number from 0 to 86400."_s);
        row("longer than the window", "for_s = 3", "for_s = 8.5",
            u"p:23: event[1].for_s is 8.5; allowed: at most 8, when the measure window ends, or 0 to the end of the trial."_s);
        // Ten users take 2.5 s for it.
        const auto signOuts = [](const char* name, const QByteArray& times, const QString& said) {
            QTest::newRow(name) << with("at_s = 2\nfor_s = 3", times)
                                       .replace("[phases]", "[load]\nspawn_per_s = 4\nlogout = true\n[phases]")
                                << said;
        };
        signOuts("after the sign-outs", "at_s = 13",
            u"p:25: event[1].at_s is 13; allowed: less than 12.5: phases.measure_s and the sign-outs."_s);
        signOuts("longer than the sign-outs", "at_s = 11\nfor_s = 2",
            u"p:26: event[1].for_s is 2; allowed: at most 1.5, when the sign-outs end, or 0 to the end of the trial."_s);
        signOuts("from the window into the sign-outs", "at_s = 9\nfor_s = 2",
            u"p:26: event[1].for_s is 2; allowed: at most 1, when the measure window ends, or 0 to the end of the trial."_s);
        row("an unknown thing", "\"kill\"", "\"murder\"",
            u"p:24: event[1].what is \"murder\"; allowed: \"kill\", \"stop\", \"end\", \"scale-in\", \"scale-out\", "
            "\"flush\", \"max-memory\", \"delay\", \"hold\", \"cut\", \"reset\"."_s);
        row("nowhere", "where = \"store\"\n", "",
            u"p:21: event[1].where is missing; allowed: 1 to 64 printable characters, no space at either end."_s);
        row("another place", "\"store\"", "\"stores\"",
            u"p:25: event[1].where is \"stores\"; allowed: a part of \"redis\": \"instance-1\", \"store\"."_s);
        row("a part as a link", "\"kill\"\nwhere = \"store\"", "\"hold\"\nwhere = \"instance-1\"",
            u"p:25: event[1].where is \"instance-1\"; allowed: a link of \"redis\": \"store\"."_s);
        row("a link that is not there", "\"kill\"\nwhere = \"store\"\narms = [\"redis\"]",
            "\"hold\"\nwhere = \"store\"\narms = [\"memory\"]",
            u"p:25: event[1].where is \"store\"; allowed: \"memory\" has no link that can be disturbed."_s);
        row("no arms", "arms = [\"redis\"]\n", "",
            u"p:21: event[1].arms is an empty list; allowed: the names of the arms that it befalls."_s);
        row("an arm that is not there", "[\"redis\"]", "[\"rediss\"]",
            u"p:26: event[1].arms is a list with \"rediss\"; allowed: names of arms."_s);
        row("somebody else's service", "[\"redis\"]", "[\"theirs\"]",
            u"p:26: event[1].arms is a list with \"theirs\"; allowed: arms without url: nothing can be done to a "
            "service that is not ours."_s);
        row("a flush of memory", "for_s = 3\nwhat = \"kill\"\nwhere = \"store\"\narms = [\"redis\"]",
            "what = \"flush\"\nwhere = \"store\"\narms = [\"memory\"]",
            u"p:23: event[1].what is \"flush\"; allowed: only with arms of store = \"redis\", which "
            "\"memory\" is not."_s);
        row("a flush that is undone", "\"kill\"", "\"flush\"",
            u"p:23: event[1].for_s is 3; allowed: only with what can be undone: nothing brings back what was flushed."_s);
        row("a delay of nothing", "for_s = 3", "delay_ms = 3",
            u"p:23: event[1].delay_ms is 3; allowed: only with what = \"delay\"."_s);
        row("a size of nothing", "for_s = 3", "mib = 3",
            u"p:23: event[1].mib is 3; allowed: only with what = \"max-memory\"."_s);
        row("a delay without length", "\"kill\"", "\"delay\"\ndelay_ms = 0",
            u"p:25: event[1].delay_ms is 0; allowed: a whole number from 1 to 60000."_s);
        row("one instance less of one", "\"kill\"\nwhere = \"store\"", "\"scale-in\"",
            u"p:24: event[1].what is \"scale-in\"; allowed: only with arms of 2 or more instances, and \"redis\" has "
            "one."_s);
    }

    void wrong()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, sentence);
        QCOMPARE(problemsOf(text), QStringList { sentence });
    }

    void scaleHasNoPlace()
    {
        auto text = head;
        text.replace("name = \"memory\"\n", "name = \"memory\"\ninstances = 3\n");
        text += "[[event]]\nat_s = 1\nfor_s = 2\nwhat = \"scale-in\"\narms = [\"memory\"]\n";
        QCOMPARE(problemsOf(text), QStringList());
        QVERIFY(!write(read(text).plan).contains("where"));
        text += "where = \"instance-1\"\n";
        QCOMPARE(problemsOf(text).size(), 1);
    }

    void befallTheirArmsInTheOrderOfTime()
    {
        auto plan = read(head).plan;
        plan.events = { eventAt(5, EventKind::Kill, u"store"_s, { u"control"_s }),
            eventAt(1, EventKind::Flush, u"store"_s, { u"redis"_s, u"control"_s }) };
        plan.twin = true;
        plan = withTwin(std::move(plan));
        QCOMPARE(eventsOf(plan, plan.arms[0]).size(), 2U);
        QCOMPARE(eventsOf(plan, plan.arms[0]).front().what, EventKind::Flush);
        QCOMPARE(eventsOf(plan, plan.arms[1]).size(), 1U);
        QCOMPARE(eventsOf(plan, plan.arms[2]).size(), 0U);
        QVERIFY(plan.arms.back().isTwin);
        QCOMPARE(eventsOf(plan, plan.arms.back()), eventsOf(plan, plan.arms.front()));
    }

    void partsAndLinks_data()
    {
        QTest::addColumn<QByteArray>("arm");
        QTest::addColumn<QString>("parts");
        QTest::addColumn<QString>("links");
        QTest::newRow("memory") << "store = \"memory\"\n"_ba << u"instance-1"_s << QString();
        QTest::newRow("instances") << "store = \"memory\"\ninstances = 2\n"_ba << u"instance-1 instance-2 balancer"_s
                                   << QString();
        QTest::newRow("redis") << "store = \"redis\"\n"_ba << u"instance-1 store"_s << u"store"_s;
        QTest::newRow("by a socket") << "store = \"redis\"\nredis.transport = \"unix\"\n"_ba << u"instance-1 store"_s
                                     << QString();
        QTest::newRow("sentinel") << "store = \"redis\"\nredis.deployment = \"sentinel\"\n"_ba
                                  << u"instance-1 master replica-1 sentinel-1 sentinel-2 sentinel-3"_s
                                  << u"replica-1"_s;
        QTest::newRow("cluster") << "store = \"redis\"\nredis.deployment = \"cluster\"\n"_ba
                                 << u"instance-1 master-1 master-2 master-3 replica-1 replica-2 replica-3"_s
                                 << QString();
        QTest::newRow("memcached") << "store = \"memcached\"\n"_ba << u"instance-1 store"_s << u"store"_s;
        QTest::newRow("sqlite") << "store = \"sql\"\n"_ba << u"instance-1"_s << QString();
        QTest::newRow("mariadb") << "store = \"sql\"\nsql.engine = \"mariadb\"\n"_ba << u"instance-1 store"_s
                                 << u"store"_s;
        QTest::newRow("session server") << "store = \"session-server\"\nsession_server.servers = 2\n"_ba
                                        << u"instance-1 session-server-1 session-server-2 store"_s
                                        << u"session-server-1 session-server-2 store"_s;
        QTest::newRow("cache") << "store = \"redis\"\ncache.kind = \"redis\"\n"_ba << u"instance-1 store cache"_s
                               << u"store cache"_s;
    }

    void partsAndLinks()
    {
        QFETCH(const QByteArray, arm);
        QFETCH(const QString, parts);
        QFETCH(const QString, links);
        auto text = head;
        text.replace("store = \"memory\"\n", arm);
        const auto plan = read(text).plan;
        QCOMPARE(partNames(plan.arms[2]).join(u' '), parts);
        QCOMPARE(linkNames(plan.arms[2]).join(u' '), links);
    }

    // The control too gets the proxy of a link that is disturbed in another arm: a proxy takes time.
    void disturbedLinksAreThoseOfEveryArm()
    {
        auto plan = read(head).plan;
        QCOMPARE(disturbedLinks(plan, plan.arms[0]), QStringList());
        plan.events = { eventAt(1, EventKind::Kill, u"store"_s, { u"redis"_s }) };
        QCOMPARE(disturbedLinks(plan, plan.arms[1]), QStringList()); // a part of the same name
        plan.events.push_back(eventAt(1, EventKind::Hold, u"store"_s, { u"redis"_s }));
        QCOMPARE(disturbedLinks(plan, plan.arms[0]), QStringList { u"store"_s });
        QCOMPARE(disturbedLinks(plan, plan.arms[2]), QStringList());
        plan.arms[0].redis.transport = Transport::Unix;
        QCOMPARE(disturbedLinks(plan, plan.arms[0]), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
