// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/faults.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::run;

namespace {

plan::Event eventAt(double atS, double forS, plan::EventKind what, const QString& where)
{
    plan::Event it;
    it.atS = atS;
    it.forS = forS;
    it.what = what;
    it.where = where;
    return it;
}

} // namespace

// What happens when, with tools that only write it down.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_done.clear(); }

    void killsAndRestarts()
    {
        Faults faults({ eventAt(2, 3, plan::EventKind::Kill, u"store"_s) }, tools(), teller());
        QVERIFY(faults.follow(1.9));
        QCOMPARE(m_done, QStringList());
        QVERIFY(faults.follow(2.01));
        QCOMPARE(m_done, (QStringList { u"began kill store"_s, u"signal 9 to store"_s }));
        QCOMPARE(faults.ended(), QStringList { u"store"_s });
        QVERIFY(!faults.hasEndedInstances());
        QVERIFY(faults.follow(4.99));
        QCOMPARE(m_done.size(), 2);
        QVERIFY(faults.follow(5));
        QCOMPARE(m_done.mid(2), (QStringList { u"restart store"_s, u"ended kill store"_s }));
        QCOMPARE(faults.ended(), QStringList());
        QCOMPARE(faults.begun().size(), 1U);
        QCOMPARE(faults.begun()[0].beganS, 2.01);
        QCOMPARE(faults.begun()[0].endedS, 5.0);
        QVERIFY(faults.follow(100));
        QCOMPARE(m_done.size(), 4);
    }

    void whatIsAddedComesInItsOrder()
    {
        Faults faults({ eventAt(5, 0, plan::EventKind::Kill, u"store"_s) }, tools(), teller());
        faults.add({ eventAt(4, 0, plan::EventKind::Hold, u"replica-1"_s) });
        QVERIFY(faults.follow(4.5));
        QCOMPARE(faults.begun().size(), 1U);
        QCOMPARE(faults.begun()[0].event.where, u"replica-1"_s);
        QVERIFY(faults.follow(5));
        QCOMPARE(faults.begun().size(), 2U);
    }

    void each_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("undo"); // empty: nothing
        const auto row = [](const char* name, plan::EventKind what, const QString& begin, const QString& undo) {
            QTest::newRow(name) << static_cast<int>(what) << begin << undo;
        };
        using enum plan::EventKind;
        row("stop", Stop, u"signal 19 to x"_s, u"signal 18 to x"_s);
        row("end", End, u"signal 15 to x"_s, u"restart x"_s);
        row("scale-in", ScaleIn, u"scale in"_s, u"scale out"_s);
        row("scale-out", ScaleOut, u"scale out"_s, u"scale in"_s);
        row("flush", Flush, u"ask FLUSHALL"_s, {});
        row("max-memory", MaxMemory, u"ask CONFIG SET maxmemory 1mb"_s, u"ask CONFIG SET maxmemory 64mb"_s);
        row("delay", Delay, u"link x 0 20"_s, u"link x 0 0"_s);
        row("hold", Hold, u"link x 1 0"_s, u"link x 0 0"_s);
        row("cut", Cut, u"link x 2 0"_s, u"link x 0 0"_s);
        row("reset", Reset, u"link x 3 0"_s, u"link x 0 0"_s);
    }

    void each()
    {
        QFETCH(const int, what);
        QFETCH(const QString, begin);
        QFETCH(const QString, undo);
        Faults faults({ eventAt(1, 1, static_cast<plan::EventKind>(what), u"x"_s) }, tools(), {});
        QVERIFY(faults.follow(1));
        QCOMPARE(m_done, QStringList { begin });
        QVERIFY(faults.follow(2));
        QCOMPARE(m_done.mid(1), undo.isEmpty() ? QStringList() : QStringList { undo });
    }

    // A late look does everything that has become due, in the order of the plan.
    void lateLook()
    {
        Faults faults({ eventAt(2, 0, plan::EventKind::Hold, u"b"_s), eventAt(1, 0.5, plan::EventKind::Hold, u"a"_s) },
            tools(), {});
        QVERIFY(faults.follow(3));
        QCOMPARE(m_done, (QStringList { u"link a 1 0"_s, u"link b 1 0"_s }));
        QVERIFY(faults.follow(3.02));
        QCOMPARE(m_done.mid(2), QStringList { u"link a 0 0"_s });
    }

    // What is not undone stays so, but for a process that could not even be ended.
    void stoppedPartsGoOnAtTheEnd()
    {
        {
            Faults faults({ eventAt(0, 0, plan::EventKind::Stop, u"store"_s),
                              eventAt(0, 0, plan::EventKind::Kill, u"instance-1"_s) },
                tools(), {});
            QVERIFY(faults.follow(0));
            QVERIFY(faults.hasEndedInstances());
            m_done.clear();
        }
        QCOMPARE(m_done, QStringList { u"signal 18 to store"_s });
    }

    void partThatDoesNotComeBack()
    {
        auto broken = tools();
        broken.restart = [](const QString&) -> Result<void> { return fail(ErrorCode::ChildDied, { u"x"_s, {} }); };
        Faults faults({ eventAt(0, 1, plan::EventKind::Kill, u"store"_s) }, broken, {});
        QVERIFY(faults.follow(0));
        QVERIFY(!faults.follow(1));
    }

    void words()
    {
        auto it = eventAt(0, 0, plan::EventKind::Delay, u"store"_s);
        QCOMPARE(shown(it), u"delay store by 20 ms"_s);
        it.what = plan::EventKind::MaxMemory;
        QCOMPARE(shown(it), u"max-memory store of 1 MiB"_s);
        it = eventAt(0, 0, plan::EventKind::ScaleIn, {});
        QCOMPARE(shown(it), u"scale-in"_s);
    }

private:
    FaultTools tools()
    {
        FaultTools tools;
        tools.pidOf = [this](const QString& part) {
            m_asked = part;
            return m_done.contains(u"signal 9 to "_s + part) ? 0 : 1;
        };
        tools.signal = [this](qint64, int signal) { m_done += u"signal %1 to %2"_s.arg(signal).arg(m_asked); };
        tools.restart = [this](const QString& part) { return done(u"restart "_s + part); };
        tools.scale = [this](bool out) { return done(out ? u"scale out"_s : u"scale in"_s); };
        tools.askStore = [this](const std::vector<QByteArray>& words) {
            QByteArrayList list(words.begin(), words.end());
            return done(u"ask "_s + QString::fromUtf8(list.join(' ')));
        };
        tools.setLink = [this](const QString& link, const services::LinkState& state) {
            m_done += u"link %1 %2 %3"_s.arg(link).arg(static_cast<int>(state.mode)).arg(state.delay.count());
        };
        tools.maxMemoryMib = 64;
        return tools;
    }

    Faults::Tell teller()
    {
        return
            [this](const Fault& fault) { m_done += (fault.endedS ? u"ended "_s : u"began "_s) + shown(fault.event); };
    }

    Result<void> done(const QString& what)
    {
        m_done += what;
        return {};
    }

    QStringList m_done;
    QString m_asked;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faultschedule.moc"
