// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stream.h"

#include <QtTest>

#include <random>

using namespace ceteris::results;
using namespace Qt::StringLiterals;

namespace {

std::vector<Event> oneOfEach()
{
    Tick tick { 3, 4.25, u"measure"_s, 1.001, {}, 20, 3, { { u"cpu_app"_s, 0.5 } } };
    tick.operations[u"refresh"_s] = { 100, 99, 98, 1, 0, 97, 410.0, {}, 9'000.0, "SGlzdG8=", {} };
    return { ExperimentStarted { u"x"_s, u"why?"_s, u"/r/x"_s, { u"a"_s, u"b"_s }, { u"busy"_s }, 2, 4, 1, 90.5 },
        Preparing { 10, 1'000 }, Waiting { 3, 120, u"cc1plus used 0.4 cores"_s },
        Preflight {
            { { u"free disk"_s, u"2 GiB"_s, u"1 GiB"_s, Readiness::Warn, u"because"_s, u"delete"_s } }, u"9 of 14"_s },
        TrialStarted { 3, 2, 1, u"a"_s, u"busy"_s, 11.5, 8 }, PhaseStarted { 3, u"measure"_s, 5 }, tick,
        TrialFinished { 3, u"failed"_s, u"because \"so\"\n"_s },
        Checked { 3,
            { { 2, 3, u"a"_s, u"busy"_s, u"guard"_s, u"foreign_cpu"_s, 0.4, 4.0, u"cores"_s, 0.1, 0.24, Outcome::Void,
                  u"cc1plus used 0.4 cores."_s },
                { 2, 3, u"a"_s, u"busy"_s, u"guard"_s, u"throttle"_s, {}, {}, u"1"_s, 0.0, {}, Outcome::Unavailable,
                    u"no thermal_throttle"_s } } },
        Note { 0, u"run"_s, u"warning"_s, u"세션"_s }, ExperimentFinished { u"done"_s, 4, 1, {} } };
}

} // namespace

class TestStream : public QObject
{
    Q_OBJECT

private slots:
    void everyEventSurvives_data()
    {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < oneOfEach().size(); ++i)
            QTest::addRow("event %zu", i) << int(i);
    }

    void everyEventSurvives()
    {
        QFETCH(int, which);
        const Entry entry { 1.5, u"2026-01-31T10:15:00.123Z"_s, oneOfEach()[std::size_t(which)] };
        const auto line = toLine(entry);
        QCOMPARE(line.count('\n'), 1);
        const auto read = entryFromLine(line);
        QVERIFY2(read, line.constData());
        QCOMPARE(read->event.index(), std::size_t(which));
        QCOMPARE(read->tS, 1.5);
        QCOMPARE(toLine(*read), line); // every field came back, or the line would be shorter
    }

    void ticksKeepTheirFigures()
    {
        const auto read = entryFromLine(toLine({ 0, {}, oneOfEach()[6] }));
        const auto& tick = std::get<Tick>(read->event);
        const auto& refresh = tick.operations.at(u"refresh"_s);
        QCOMPARE(refresh.completed, std::uint64_t(97));
        QCOMPARE(refresh.p50Us, std::optional(410.0));
        QVERIFY(!refresh.p95Us);
        QCOMPARE(refresh.response, QByteArray("SGlzdG8="));
        QCOMPARE(tick.readings.at(u"cpu_app"_s), 0.5);
    }

    void everyTypeHasItsOwnName()
    {
        QSet<QString> types;
        for (const auto& event : oneOfEach())
            types.insert(toJson({ 0, {}, event })[u"type"_s].toString());
        QCOMPARE(std::size_t(types.size()), std::variant_size_v<Event>);
    }

    void whatIsNoEventIsNotRead()
    {
        for (const auto* line : { "", "\n", "{}", "[]", R"({"type":"party"})", R"({"type":"tick","trial")" })
            QVERIFY2(!entryFromLine(line), line);
    }

    void tornAndBrokenLinesDoNotCrash()
    {
        std::mt19937 random(1);
        for (const auto& event : oneOfEach()) {
            const auto line = toLine({ 1, u"t"_s, event });
            for (int i = 0; i < 200; ++i) {
                auto broken = line.left(qsizetype(random() % std::uint32_t(line.size() + 1)));
                if (!broken.isEmpty())
                    broken[qsizetype(random() % std::uint32_t(broken.size()))] = char(random());
                entryFromLine(broken);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestStream)
#include "tst_stream.moc"
