// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/gates.h"
#include "gatecases.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace ceteris;
using results::CheckRow;
using results::Outcome;
using run::BlockFate;
using testing::gateCases;
using testing::quietWindow;
using testing::usual;

Q_DECLARE_METATYPE(Outcome)
Q_DECLARE_METATYPE(QList<BlockFate>)

namespace {

CheckRow rowOf(const monitor::EnvironmentWindow& window, QLatin1StringView check)
{
    for (auto& row : run::judgeMachine(window, usual())) {
        if (row.check == check)
            return row;
    }
    return {};
}

} // namespace

class TestGuard : public QObject
{
    Q_OBJECT

private slots:
    void everyGateHasItsCases();
    void gates_data();
    void gates();
    void quietMachine();
    void unreadableMachine();
    void boundsVoidOnlyWhatIsSure_data();
    void boundsVoidOnlyWhatIsSure();
    void ownDoingsAreNoGrounds();
    void firstTrialHasNothingToCompareWith();
    void historyIsTheMedian();
    void sentences();
    void culprits();
    void unfit_data();
    void unfit();
};

void TestGuard::everyGateHasItsCases()
{
    const auto& cases = gateCases();
    for (const auto& gate : run::gates()) {
        const auto found = std::find_if(cases.begin(), cases.end(),
            [&](const auto& it) { return QLatin1StringView(it.check) == QLatin1StringView(gate.check); });
        QVERIFY2(found != cases.end(), gate.check);
        QVERIFY2(std::isfinite(gate.mark) == found->marked.has_value(), gate.check);
        QVERIFY2(std::isfinite(gate.voided) == found->voided.has_value(), gate.check);
    }
}

void TestGuard::gates_data()
{
    QTest::addColumn<std::size_t>("place");
    QTest::addColumn<std::optional<double>>("value"); // empty: it cannot be read
    QTest::addColumn<Outcome>("outcome");
    for (std::size_t i = 0; i < gateCases().size(); ++i) {
        const auto& it = gateCases()[i];
        const auto row = [&](const char* what, std::optional<double> value, Outcome outcome) {
            QTest::addRow("%zu %s: %s", i, it.check, what) << i << value << outcome;
        };
        row("good", it.good, Outcome::Ok);
        if (it.marked)
            row("marked", it.marked, Outcome::Mark);
        if (it.voided)
            row("void", it.voided, Outcome::Void);
        row("unavailable", std::nullopt, Outcome::Unavailable);
    }
}

void TestGuard::gates()
{
    QFETCH(std::size_t, place);
    QFETCH(std::optional<double>, value);
    QFETCH(Outcome, outcome);
    const auto& it = gateCases()[place];
    auto window = quietWindow();
    if (value)
        it.set(window, *value);
    else
        it.hide(window);
    const auto row = rowOf(window, QLatin1StringView(it.check));
    QCOMPARE(row.outcome, outcome);
    QCOMPARE(row.kind, u"guard"_s);
    QCOMPARE(row.value.has_value(), value.has_value());
    if (value)
        QVERIFY2(std::abs(*row.value - *value) < 1e-9, qPrintable(QString::number(*row.value)));
    switch (outcome) {
    case Outcome::Ok:
        QVERIFY2(row.text.isEmpty(), qPrintable(row.text));
        break;
    case Outcome::Unavailable:
        QCOMPARE(row.text, u"unavailable: no such file"_s);
        break;
    default:
        QVERIFY2(row.text.contains(QLatin1StringView(it.named)), qPrintable(row.text));
        QVERIFY2(!row.text.contains(u'%') || row.unit == u"share", qPrintable(row.text));
        QVERIFY2(row.text.endsWith(u'.'), qPrintable(row.text));
    }
    const auto others = run::judgeMachine(window, usual());
    QVERIFY(run::worst(others) == (outcome == Outcome::Unavailable ? Outcome::Ok : outcome)); // nobody else trips
}

void TestGuard::quietMachine()
{
    const auto rows = run::judgeMachine(quietWindow(), usual());
    QCOMPARE(run::worst(rows), Outcome::Ok);
    QCOMPARE(rows.size(), run::gates().size());
    QCOMPARE(run::evidence(rows), u"%1 of %1 probes could be read"_s.arg(rows.size()));
}

void TestGuard::unreadableMachine()
{
    const auto rows = run::judgeMachine({}, {});
    for (const auto& row : rows) {
        QCOMPARE(row.outcome, Outcome::Unavailable);
        QVERIFY2(!row.value, qPrintable(row.check));
        QVERIFY(row.text.startsWith(u"unavailable: "));
    }
    QCOMPARE(run::evidence(rows), u"0 of %1 probes could be read"_s.arg(rows.size()));
    QCOMPARE(run::worst(rows), Outcome::Ok);
}

void TestGuard::boundsVoidOnlyWhatIsSure_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("both good") << 0.0 << 0.04 << Outcome::Ok;
    QTest::newRow("may be too much") << 0.0 << 0.06 << Outcome::Mark;
    QTest::newRow("may be far too much") << 0.0 << 0.5 << Outcome::Mark;
    QTest::newRow("is too much, may be far too much") << 0.06 << 0.5 << Outcome::Mark;
    QTest::newRow("is far too much") << 0.13 << 0.5 << Outcome::Void;
}

void TestGuard::boundsVoidOnlyWhatIsSure()
{
    QFETCH(double, low);
    QFETCH(double, high);
    auto window = quietWindow();
    window.foreignCores = monitor::Range { 2 * low, 2 * high };
    const auto row = rowOf(window, "foreign_cpu"_L1);
    QTEST(row.outcome, "outcome");
    QCOMPARE(row.value, std::optional(high));
    QCOMPARE(row.text.contains(u"between"), row.outcome != Outcome::Ok);
}

void TestGuard::ownDoingsAreNoGrounds()
{
    auto window = quietWindow();
    window.counted[monitor::Counter::OomKills] = 1.0;
    window.counted[monitor::Counter::IoPressureS] = 30.0;
    QCOMPARE(run::worst(run::judgeMachine(window, usual())), Outcome::Void);
    window.armDied = true;
    window.ownShareOfWrites = 0.6; // a store that saves itself
    QCOMPARE(run::worst(run::judgeMachine(window, usual())), Outcome::Ok);
    QCOMPARE(rowOf(window, "oom_kills"_L1).outcome, Outcome::Unavailable);
    QCOMPARE(rowOf(window, "io_pressure"_L1).outcome, Outcome::Unavailable);
    window.ownShareOfWrites = 0.4;
    QCOMPARE(rowOf(window, "io_pressure"_L1).outcome, Outcome::Void);
}

void TestGuard::firstTrialHasNothingToCompareWith()
{
    const auto rows = run::judgeMachine(quietWindow(), {});
    for (const auto* check : { "canary", "frequency", "context_switches" }) {
        const auto row = std::find_if(
            rows.begin(), rows.end(), [&](const CheckRow& it) { return it.check == QLatin1StringView(check); });
        QCOMPARE(row->outcome, Outcome::Unavailable);
        QVERIFY(row->text.contains(u"no earlier trial"));
    }
}

void TestGuard::historyIsTheMedian()
{
    run::GuardHistory history;
    QVERIFY(!history.baseline(1).canaryUs);
    for (const double canary : { 900.0, 5000.0, 1000.0 }) {
        auto window = quietWindow();
        window.canaryUs = canary;
        history.add(window);
    }
    history.add({}); // nothing could be read
    QCOMPARE(history.baseline(1).canaryUs, std::optional(1000.0));
    QCOMPARE(history.baseline(1).frequencyMHz, usual().frequencyMHz);
    QCOMPARE(history.baseline(1).switchesPerS, usual().switchesPerS);
    QCOMPARE(history.baseline(1.5).expectedLoad, 1.5);
}

void TestGuard::sentences()
{
    auto window = quietWindow();
    window.foreignCores = monitor::Range { 0.42, 0.42 };
    QCOMPARE(rowOf(window, "foreign_cpu"_L1).text,
        u"Other programs used 21 % of the experiment's CPUs (browser 0.02, indexer 0.01 cores): requests waited for "
        "them."_s);
    window.unexplainedCores = monitor::Range { 0.3, 0.3 };
    window.counted[monitor::Counter::Forks] = 6000.0;
    QCOMPARE(rowOf(window, "unexplained_cpu"_L1).text,
        u"Processes that came and went used 0.30 cores (100 new processes a second, most of their work for make): they "
        "took CPU and caches from the experiment."_s);
}

void TestGuard::culprits()
{
    auto window = quietWindow();
    QCOMPARE(run::culprit(window), u"browser"_s);
    window.foreign->front().cores = 0.001;
    QCOMPARE(run::culprit(window), u"make"_s);
    QCOMPARE(run::culprit({}), QString());
}

void TestGuard::unfit_data()
{
    QTest::addColumn<int>("planned");
    QTest::addColumn<QList<BlockFate>>("fates");
    QTest::addColumn<QStringList>("says"); // empty: go on
    const BlockFate good { false, {} };
    const BlockFate browser { true, u"browser"_s };
    const BlockFate backup { true, u"backup"_s };
    const BlockFate nobody { true, {} };
    QTest::newRow("nothing yet") << 8 << QList<BlockFate> {} << QStringList {};
    QTest::newRow("all good") << 8 << QList { good, good, good } << QStringList {};
    QTest::newRow("two in a row of eight") << 8 << QList { browser, browser, good } << QStringList {};
    QTest::newRow("three in a row") << 100 << QList { good, browser, backup, browser }
                                    << QStringList { u"3 blocks in a row"_s, u"most often browser"_s };
    QTest::newRow("three, not in a row") << 100 << QList { browser, good, backup, browser } << QStringList {};
    QTest::newRow("a third is not more than a third") << 6 << QList { browser, good, browser, good } << QStringList {};
    QTest::newRow("more than a third") << 8 << QList { backup, good, browser, good, backup }
                                       << QStringList { u"3 of 8 planned blocks"_s, u"most often backup"_s };
    QTest::newRow("by nobody") << 3 << QList { nobody, good, nobody }
                               << QStringList { u"2 of 3 planned blocks"_s, u"no single process stands out"_s };
    QTest::newRow("one of two") << 2 << QList { nobody } << QStringList {};
    QTest::newRow("earlier in a row") << 100 << QList { browser, browser, browser, good }
                                      << QStringList { u"3 blocks in a row"_s };
}

void TestGuard::unfit()
{
    QFETCH(int, planned);
    QFETCH(QList<BlockFate>, fates);
    QFETCH(QStringList, says);
    const auto sentence = run::environmentUnfit(planned, { fates.begin(), fates.end() });
    QCOMPARE(sentence.has_value(), !says.isEmpty());
    for (const auto& part : says)
        QVERIFY2(sentence->contains(part), qPrintable(*sentence));
}

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
