// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/preflight.h"
#include "app/run/quiet.h"
#include "gatecases.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ceteris;
using run::PreflightFacts;
using run::PreflightNeeds;
using run::PreflightRow;
using run::Readiness;

Q_DECLARE_METATYPE(Readiness)

namespace {

constexpr double mib = 1024 * 1024;

// All is well with these.
PreflightFacts goodFacts()
{
    PreflightFacts facts;
    facts.window = testing::quietWindow();
    facts.gauges.memoryAvailable = 0.5;
    facts.gauges.swapUsedBytes = 0.0;
    facts.gauges.portsWaiting = 0.01;
    facts.gauges.ports = 28'000.0;
    facts.gauges.loadAverage = 0.1;
    facts.gauges.temperatureC = 50.0;
    facts.gauges.governor = u"performance"_s;
    facts.gauges.turbo = false;
    facts.gauges.power = monitor::PowerSource::Mains;
    facts.gauges.clockSource = u"tsc"_s;
    facts.canaryDrift = 0.01;
    facts.descriptors = 65'536.0;
    facts.freeBytes = 1000 * mib;
    return facts;
}

PreflightNeeds needs()
{
    return { 1000, 100 * mib, { { 0 }, { 1, 2 }, { 3 } }, {}, 0 };
}

struct Change
{
    const char* row;
    const char* what;
    void (*make)(PreflightFacts& facts, PreflightNeeds& needs);
    Readiness readiness;
};

using Facts = PreflightFacts;
using Needs = PreflightNeeds;
using monitor::unavailable;

const Change changes[] {
    { "Other programs", "few",
        [](Facts& f, Needs&) {
            f.window.foreignCores = monitor::Range { 0, 0.09 };
        },
        Readiness::Ok },
    { "Other programs", "many",
        [](Facts& f, Needs&) {
            f.window.foreignCores = monitor::Range { 0.11, 0.11 };
        },
        Readiness::Warn },
    { "Other programs", "hidden", [](Facts& f, Needs&) { f.window.foreignCores = unavailable(u"no /proc/stat"_s); },
        Readiness::Unavailable },
    { "CPU sets", "shared",
        [](Facts&, Needs& n) {
            n.cpus = { { 0, 1 }, { 1 }, { 1 } };
        },
        Readiness::Warn },
    { "CPU sets", "shared with the store",
        [](Facts&, Needs& n) {
            n.cpus = { { 0 }, { 1 }, { 0 } };
        },
        Readiness::Warn },
    { "CPU sets", "none", [](Facts&, Needs& n) { n.cpus = {}; }, Readiness::Warn },
    { "CPU sets", "store and server together",
        [](Facts&, Needs& n) {
            n.cpus = { { 0 }, { 1 }, { 1 } };
        },
        Readiness::Ok },
    { "CPU accounting", "unknown", [](Facts& f, Needs&) { f.window.accounting = monitor::CpuAccounting::Unknown; },
        Readiness::Warn },
    { "Fixed piece of work", "slower", [](Facts& f, Needs&) { f.canaryDrift = 0.031; }, Readiness::Warn },
    { "Fixed piece of work", "faster", [](Facts& f, Needs&) { f.canaryDrift = -0.031; }, Readiness::Warn },
    { "Fixed piece of work", "as before", [](Facts& f, Needs&) { f.canaryDrift = -0.029; }, Readiness::Ok },
    { "Fixed piece of work", "not run", [](Facts& f, Needs&) { f.canaryDrift = unavailable(u"no CPU"_s); },
        Readiness::Unavailable },
    { "CPU governor", "powersave", [](Facts& f, Needs&) { f.gauges.governor = u"powersave"_s; }, Readiness::Warn },
    { "CPU governor", "hidden", [](Facts& f, Needs&) { f.gauges.governor = unavailable(u"no cpufreq"_s); },
        Readiness::Unavailable },
    { "Turbo", "on", [](Facts& f, Needs&) { f.gauges.turbo = true; }, Readiness::Warn },
    { "Turbo", "hidden", [](Facts& f, Needs&) { f.gauges.turbo = unavailable(u"no boost"_s); },
        Readiness::Unavailable },
    { "Power supply", "battery", [](Facts& f, Needs&) { f.gauges.power = monitor::PowerSource::Battery; },
        Readiness::Warn },
    { "Power supply", "none", [](Facts& f, Needs&) { f.gauges.power = unavailable(u"no supply"_s); },
        Readiness::Unavailable },
    { "Stolen CPU time", "some", [](Facts& f, Needs&) { f.window.stolen = 0.006; }, Readiness::Warn },
    { "Stolen CPU time", "little", [](Facts& f, Needs&) { f.window.stolen = 0.004; }, Readiness::Ok },
    { "Stolen CPU time", "hidden", [](Facts& f, Needs&) { f.window.stolen = unavailable(u"no /proc/stat"_s); },
        Readiness::Unavailable },
    { "CPU quota", "reached", [](Facts& f, Needs&) { f.window.counted[monitor::Counter::QuotaThrottles] = 1.0; },
        Readiness::Warn },
    { "CPU quota", "hidden",
        [](Facts& f, Needs&) { f.window.counted[monitor::Counter::QuotaThrottles] = unavailable(u"no cpu.stat"_s); },
        Readiness::Unavailable },
    { "Clock", "set", [](Facts& f, Needs&) { f.window.clockStepS = 0.06; }, Readiness::Warn },
    { "Clock", "slept", [](Facts& f, Needs&) { f.window.suspendedS = 3.0; }, Readiness::Warn },
    { "Clock", "disciplined", [](Facts& f, Needs&) { f.window.clockStepS = 0.04; }, Readiness::Ok },
    { "Free memory", "short", [](Facts& f, Needs&) { f.gauges.memoryAvailable = 0.09; }, Readiness::Warn },
    { "Free memory", "hidden", [](Facts& f, Needs&) { f.gauges.memoryAvailable = unavailable(u"no /proc/meminfo"_s); },
        Readiness::Unavailable },
    { "Swap in use", "some", [](Facts& f, Needs&) { f.gauges.swapUsedBytes = 1.0; }, Readiness::Warn },
    { "Swap in use", "hidden", [](Facts& f, Needs&) { f.gauges.swapUsedBytes = unavailable(u"no /proc/meminfo"_s); },
        Readiness::Unavailable },
    { "Sockets in TIME_WAIT", "many", [](Facts& f, Needs&) { f.gauges.portsWaiting = 0.21; }, Readiness::Warn },
    { "Sockets in TIME_WAIT", "few", [](Facts& f, Needs&) { f.gauges.portsWaiting = 0.19; }, Readiness::Ok },
    { "Client ports", "twice", [](Facts& f, Needs&) { f.gauges.ports = 2000.0; }, Readiness::Ok },
    { "Client ports", "not twice", [](Facts& f, Needs&) { f.gauges.ports = 1999.0; }, Readiness::Warn },
    { "Client ports", "too few", [](Facts& f, Needs&) { f.gauges.ports = 999.0; }, Readiness::Fail },
    { "Client ports", "hidden", [](Facts& f, Needs&) { f.gauges.ports = unavailable(u"no /proc/sys"_s); },
        Readiness::Unavailable },
    { "Open files", "twice", [](Facts& f, Needs&) { f.descriptors = 2000.0; }, Readiness::Ok },
    { "Open files", "not twice", [](Facts& f, Needs&) { f.descriptors = 1999.0; }, Readiness::Warn },
    { "Open files", "too few", [](Facts& f, Needs&) { f.descriptors = 999.0; }, Readiness::Fail },
    { "Free disk", "twice", [](Facts& f, Needs&) { f.freeBytes = 200 * mib; }, Readiness::Ok },
    { "Free disk", "not twice", [](Facts& f, Needs&) { f.freeBytes = 199 * mib; }, Readiness::Warn },
    { "Free disk", "too little", [](Facts& f, Needs&) { f.freeBytes = 99 * mib; }, Readiness::Fail },
    { "Free disk", "hidden", [](Facts& f, Needs&) { f.freeBytes = unavailable(u"no file system"_s); },
        Readiness::Unavailable },
};

run::QuietOptions shortly()
{
    run::QuietOptions options;
    options.quietS = 0.3;
    options.waitS = 0.9;
    options.periodS = 0.1;
    return options;
}

// A machine that is all busy with others.
void writeBusyStat(const QString& root, int ticks)
{
    QDir(root).mkpath(u"proc/1"_s);
    const auto write = [&](const QString& path, const QByteArray& text) {
        QFile file(root + path);
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
        file.write(text);
    };
    const QByteArray numbers = QByteArray::number(ticks) + " 0 0 0 0 0 0 0 0 0\n";
    write(u"/proc/stat"_s, "cpu  " + numbers + "cpu0 " + numbers);
    write(u"/proc/1/stat"_s, "1 (init) S 0 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 1 0 0\n");
}

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private slots:
    void allIsWell();
    void rows_data();
    void rows();
    void nothingReadable();
    void unrest_data();
    void unrest();
    void waitsForQuietAndGivesUp();
    void stopsWhenAsked();
    void isQuietAtOnce();
    void text();
    void needsOfAPlan();
};

void TestPreflight::allIsWell()
{
    const auto rows = run::judgePreflight(goodFacts(), needs());
    QCOMPARE(rows.size(), std::size_t(16));
    for (const auto& row : rows) {
        QVERIFY2(row.readiness == Readiness::Ok, qPrintable(row.name));
        QVERIFY2(!row.value.isEmpty() && !row.limit.isEmpty(), qPrintable(row.name));
        QVERIFY2(!row.why.isEmpty() && !row.mend.isEmpty(), qPrintable(row.name));
    }
}

void TestPreflight::rows_data()
{
    QTest::addColumn<int>("place");
    for (int i = 0; i < int(std::size(changes)); ++i)
        QTest::addRow("%s: %s", changes[i].row, changes[i].what) << i;
}

void TestPreflight::rows()
{
    QFETCH(int, place);
    const auto& change = changes[place];
    auto facts = goodFacts();
    auto asked = needs();
    change.make(facts, asked);
    run::Preflight preflight;
    preflight.rows = run::judgePreflight(facts, asked);
    for (const auto& row : preflight.rows) {
        if (row.name == QLatin1StringView(change.row))
            QCOMPARE(row.readiness, change.readiness);
        else
            QVERIFY2(row.readiness == Readiness::Ok, qPrintable(row.name));
    }
    QCOMPARE(preflight.mayStart(), change.readiness != Readiness::Fail);
}

void TestPreflight::nothingReadable()
{
    run::Preflight preflight;
    preflight.rows = run::judgePreflight({}, needs());
    for (const auto& row : preflight.rows) {
        if (row.name != u"CPU sets" && row.name != u"CPU accounting")
            QVERIFY2(row.readiness == Readiness::Unavailable, qPrintable(row.name));
    }
    QVERIFY(preflight.mayStart());
}

void TestPreflight::unrest_data()
{
    QTest::addColumn<double>("foreign");
    QTest::addColumn<double>("waiting");
    QTest::addColumn<QString>("says");
    QTest::newRow("quiet") << 0.09 << 0.19 << QString();
    QTest::newRow("others") << 0.11 << 0.0 << u"most of all browser"_s;
    QTest::newRow("ports") << 0.0 << 0.21 << u"TIME_WAIT"_s;
}

void TestPreflight::unrest()
{
    QFETCH(double, foreign);
    QFETCH(double, waiting);
    QFETCH(QString, says);
    auto window = testing::quietWindow();
    window.foreignCores = monitor::Range { foreign, foreign };
    window.portsWaiting = waiting;
    const auto reason = run::unrest(window);
    QCOMPARE(reason.isEmpty(), says.isEmpty());
    QVERIFY2(reason.contains(says), qPrintable(reason));
    QVERIFY(run::unrest(monitor::Probed<double>(0.029)).isEmpty());
    QVERIFY(!run::unrest(monitor::Probed<double>(-0.031)).isEmpty());
    QVERIFY(run::unrest(monitor::Probed<double>(unavailable(u"no CPU"_s))).isEmpty());
}

void TestPreflight::waitsForQuietAndGivesUp()
{
    const QTemporaryDir root;
    auto options = shortly();
    options.environment.root = root.path();
    int ticks = 0;
    writeBusyStat(root.path(), ticks);
    QStringList reasons;
    const auto progress = [&](double, const QString& reason) {
        reasons += reason;
        writeBusyStat(root.path(), ticks += 100);
    };
    QElapsedTimer timer;
    timer.start();
    const auto quiet = run::waitUntilQuiet(options, { progress, {} });
    QVERIFY(!quiet.reached);
    QVERIFY(!quiet.stopped);
    QVERIFY(timer.elapsed() >= 900);
    QVERIFY2(reasons.last().contains(u"other programs"), qPrintable(reasons.join(u";")));
    QVERIFY(quiet.window.foreignCores && quiet.window.foreignCores->high > 1);
    QVERIFY(quiet.canaryDrift); // for the record
}

void TestPreflight::stopsWhenAsked()
{
    const QTemporaryDir root;
    auto options = shortly();
    options.environment.root = root.path();
    options.waitS = options.quietS = 60;
    int asked = 0;
    const auto quiet = run::waitUntilQuiet(options, { {}, [&] { return ++asked > 3; } });
    QVERIFY(quiet.stopped && !quiet.reached);
}

void TestPreflight::isQuietAtOnce()
{
    const QTemporaryDir root; // a canary may always be disturbed here, so it may take all the time there is
    auto options = shortly();
    options.environment.root = root.path();
    options.waitS = 10;
    writeBusyStat(root.path(), 5);
    const auto quiet = run::waitUntilQuiet(options, {});
    QVERIFY(quiet.window.foreignCores && quiet.window.foreignCores->high < 0.01);
    QVERIFY(quiet.reached || !run::unrest(quiet.canaryDrift).isEmpty());
}

void TestPreflight::text()
{
    run::Preflight preflight;
    preflight.evidence = u"9 of 14 probes could be read"_s;
    preflight.rows = { { u"Swap"_s, u"none"_s, u"none"_s, Readiness::Ok, u"w1"_s, u"m1"_s },
        { u"Governor"_s, u"powersave"_s, u"performance"_s, Readiness::Warn, u"It is slow."_s, u"Set it."_s },
        { u"Disk"_s, u"1 MiB"_s, u"at least 9 MiB"_s, Readiness::Fail, u"It is full."_s, u"Make room."_s },
        { u"Turbo"_s, u"unavailable: no /sys/devices/system/cpu/cpufreq/boost"_s, u"off"_s, Readiness::Unavailable,
            u"w4"_s, u"m4"_s } };
    QCOMPARE(run::preflightText(preflight.rows, preflight.evidence),
        u"✔ Swap      none       limit none\n"
        "⚠ Governor  powersave  limit performance\n"
        "    Why: It is slow.\n"
        "    Mend: Set it.\n"
        "✖ Disk      1 MiB      limit at least 9 MiB\n"
        "    Why: It is full.\n"
        "    Mend: Make room.\n"
        "– Turbo     unavailable: no /sys/devices/system/cpu/cpufreq/boost\n"
        "Environment evidence: 9 of 14 probes could be read.\n"_s);
}

void TestPreflight::needsOfAPlan()
{
    plan::Plan plan;
    plan.blocks = 2;
    plan.arms = { plan::Arm {}, plan::Arm {} };
    plan.levels = { { u"low"_s, 5 }, { u"high"_s, 700 } };
    plan.guard.quietWaitS = 7;
    const auto asked = run::preflightNeeds(plan, run::chooseCpus(plan, { 0, 1, 2, 3 }), u"/tmp"_s);
    QCOMPARE(asked.connections, 700);
    QCOMPARE(asked.quietWaitS, 7.0);
    QVERIFY(asked.bytes > 8 * 100 * 1024);
    auto longer = plan;
    longer.phases.measureS *= 10;
    QVERIFY(run::preflightNeeds(longer, {}, u"/tmp"_s).bytes > asked.bytes);
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
