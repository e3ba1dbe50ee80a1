// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/site.h"
#include "balancedarm.h"
#include "enginerun.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using load::SessionClient;
using plan::BalancerKind;
using plan::BalancerMethod;
using run::RunningArm;

// Several instances of the app behind a real nginx or HAProxy.
class TestBalancers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void configIsSound_data();
    void configIsSound();
    void roundRobinForgets_data();
    void roundRobinForgets();
    void sharedStoreForgetsNobody();
    void addressHashKeepsNetworks_data();
    void addressHashKeepsNetworks();
    void cookiesKeepSessions_data();
    void cookiesKeepSessions();
    void removalRehomes_data();
    void removalRehomes();
    void scales();
    void partsStartAgain_data();
    void partsStartAgain();
    void goesWithTheEngine_data();
    void goesWithTheEngine();

private:
    Result<std::unique_ptr<RunningArm>> start(const plan::Arm& arm);
    static void methodRows(bool onlyCookies);

    QTemporaryDir m_folder;
    plan::Plan m_plan;
};

void TestBalancers::initTestCase()
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8());
    m_plan.accounts = { 60, u"bcrypt"_s, 4 };
}

// RunningArm keeps a reference to its arm: the plan's.
Result<std::unique_ptr<RunningArm>> TestBalancers::start(const plan::Arm& arm)
{
    m_plan.arms = { arm };
    return RunningArm::start(
        m_plan, m_plan.arms.front(), {}, m_folder.path(), QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"));
}

#define START(running, ...)                                                                                            \
    plan::Arm wanted;                                                                                                  \
    wanted.instances = 3;                                                                                              \
    __VA_ARGS__;                                                                                                       \
    if (!isInstalled(programOf(wanted.balancer.kind)))                                                                 \
        QSKIP(qPrintable(u"apt install "_s + programOf(wanted.balancer.kind)));                                        \
    auto started = start(wanted);                                                                                      \
    QVERIFY2(started, started ? "" : qPrintable(describe(started.error())));                                           \
    auto& running = **started

void TestBalancers::methodRows(bool onlyCookies)
{
    QTest::addColumn<BalancerKind>("kind");
    QTest::addColumn<BalancerMethod>("method");
    const auto add
        = [](const char* name, BalancerKind kind, BalancerMethod method) { QTest::newRow(name) << kind << method; };
    add("nginx, cookie hash", BalancerKind::Nginx, BalancerMethod::CookieHash);
    add("nginx, consistent hash", BalancerKind::Nginx, BalancerMethod::ConsistentCookieHash);
    add("haproxy, cookie hash", BalancerKind::HaProxy, BalancerMethod::CookieHash);
    add("haproxy, consistent hash", BalancerKind::HaProxy, BalancerMethod::ConsistentCookieHash);
    add("haproxy, sticky cookie", BalancerKind::HaProxy, BalancerMethod::StickyCookie);
    if (onlyCookies)
        return;
    add("nginx, round robin", BalancerKind::Nginx, BalancerMethod::RoundRobin);
    add("nginx, address", BalancerKind::Nginx, BalancerMethod::IpHash);
    add("haproxy, round robin", BalancerKind::HaProxy, BalancerMethod::RoundRobin);
    add("haproxy, address", BalancerKind::HaProxy, BalancerMethod::IpHash);
}

void TestBalancers::configIsSound_data()
{
    methodRows(false);
}

void TestBalancers::configIsSound()
{
    QFETCH(BalancerKind, kind);
    QFETCH(BalancerMethod, method);
    const services::BalancerSite site { method, 18'080, { { 1, 18'081 }, { 3, 18'083 } }, 7 };
    const auto isNginx = kind == BalancerKind::Nginx;
    const auto config = isNginx ? services::nginxConfig(site) : services::haproxyConfig(site);
    for (const auto* part : { "127.0.0.1:18080", "127.0.0.1:18081", "127.0.0.1:18083", "/balancer-generation", "7" })
        QVERIFY2(config.contains(part), part);
    QVERIFY(!config.contains("0.0.0.0") && !config.contains("*:"));
    if (!isInstalled(programOf(kind)))
        QSKIP(qPrintable(u"apt install "_s + programOf(kind)));
    QFile file(m_folder.filePath(u"checked.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(config);
    file.close();
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, environment.value(u"PATH"_s) + u":/usr/sbin"_s);
    program.setProcessEnvironment(environment);
    if (isNginx)
        program.start(u"/usr/sbin/nginx"_s,
            { u"-t"_s, u"-p"_s, m_folder.path(), u"-e"_s, u"stderr"_s, u"-c"_s, file.fileName() });
    else
        program.start(u"/usr/sbin/haproxy"_s, { u"-c"_s, u"-f"_s, file.fileName() });
    QVERIFY(program.waitForFinished());
    const auto said = program.readAll();
    QVERIFY2(program.exitCode() == 0, said.constData());
    QVERIFY2(!said.toLower().contains("warn"), said.constData());
}

void TestBalancers::roundRobinForgets_data()
{
    QTest::addColumn<BalancerKind>("kind");
    QTest::addColumn<int>("instances");
    QTest::newRow("nginx, 2") << BalancerKind::Nginx << 2;
    QTest::newRow("nginx, 3") << BalancerKind::Nginx << 3;
    QTest::newRow("haproxy, 3") << BalancerKind::HaProxy << 3;
}

// Without a shared store the right instance is one of N.
void TestBalancers::roundRobinForgets()
{
    QFETCH(BalancerKind, kind);
    QFETCH(int, instances);
    START(arm, wanted.instances = instances; wanted.balancer.kind = kind);
    auto users = usersOf(arm, 20);
    constexpr int requests = 12;
    const auto share = refused(users, requests) / (20.0 * requests);
    QVERIFY2(std::abs(share - (1 - 1.0 / instances)) < 0.05, qPrintable(QString::number(share)));
    QCOMPARE(arm.sessions().value_or(-1), 20); // on all instances together: a refusal makes none
    QCOMPARE(arm.counters()->of(u"me"), quint64(20 * requests));
}

void TestBalancers::sharedStoreForgetsNobody()
{
    if (!isInstalled(u"redis-server"_s))
        QSKIP("apt install redis-server");
    START(arm, wanted.store = plan::StoreKind::Redis);
    auto users = usersOf(arm, 20);
    QCOMPARE(refused(users, 6), 0);
    QCOMPARE(arm.sessions().value_or(-1), 20);
    QCOMPARE(arm.counters()->of(u"me"), quint64(120));
}

void TestBalancers::addressHashKeepsNetworks_data()
{
    QTest::addColumn<bool>("networks");
    QTest::newRow("users of twelve networks") << true;
    QTest::newRow("users of one network") << false;
}

// nginx goes by three of four numbers: a whole network has one home.
void TestBalancers::addressHashKeepsNetworks()
{
    QFETCH(bool, networks);
    START(arm, wanted.balancer.method = BalancerMethod::IpHash);
    std::vector<SessionClient> users;
    for (int i = 0; i < 12; ++i)
        users.push_back(signedIn(arm.url(), i + 1, networks ? load::addressIn(i) : "127.0.0." + std::to_string(i + 1)));
    QCOMPARE(refused(users, 4), 0);
    const auto sessions = homes(arm);
    const auto used = std::ranges::count_if(sessions, [](qint64 count) { return count > 0; });
    QVERIFY2(networks ? used >= 2 : used == 1, qPrintable(QString::number(used)));
}

void TestBalancers::cookiesKeepSessions_data()
{
    methodRows(true);
}

void TestBalancers::cookiesKeepSessions()
{
    QFETCH(BalancerKind, kind);
    QFETCH(BalancerMethod, method);
    START(arm, wanted.balancer = { kind, method });
    auto users = usersOf(arm, 30);
    QCOMPARE(refused(users, 4), 0);
    const auto sessions = homes(arm);
    QVERIFY(std::ranges::count_if(sessions, [](qint64 count) { return count > 0; }) >= 2);
    auto browser = users.front().sameSession();
    QCOMPARE(refused(browser, 3), 0); // it is the cookie that counts, not the connection
}

void TestBalancers::removalRehomes_data()
{
    QTest::addColumn<BalancerKind>("kind");
    QTest::addColumn<BalancerMethod>("method");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("nginx, plain") << BalancerKind::Nginx << BalancerMethod::CookieHash << 0.25 << 1.0;
    QTest::newRow("nginx, consistent") << BalancerKind::Nginx << BalancerMethod::ConsistentCookieHash << 0.0 << 0.0;
    QTest::newRow("haproxy, plain") << BalancerKind::HaProxy << BalancerMethod::CookieHash << 0.25 << 1.0;
    QTest::newRow("haproxy, consistent") << BalancerKind::HaProxy << BalancerMethod::ConsistentCookieHash << 0.0 << 0.0;
    QTest::newRow("haproxy, sticky") << BalancerKind::HaProxy << BalancerMethod::StickyCookie << 0.0 << 0.0;
}

// Who loses his session though it is on an instance that stays.
void TestBalancers::removalRehomes()
{
    QFETCH(BalancerKind, kind);
    QFETCH(BalancerMethod, method);
    QFETCH(double, least);
    QFETCH(double, most);
    START(arm, wanted.balancer = { kind, method });
    constexpr int count = 60;
    auto users = usersOf(arm, count);
    const auto sessions = homes(arm);
    const auto removed = arm.removeInstance(2);
    QVERIFY2(removed, removed ? "" : qPrintable(describe(removed.error())));
    const auto lost = refused(users);
    QVERIFY(lost >= sessions[1]);
    const auto rehomed = double(lost - sessions[1]) / double(count - sessions[1]);
    qInfo("%lld of %d sessions were on the instance that left; re-homed of the others: %.0f %%",
        static_cast<long long>(sessions[1]), count, rehomed * 100);
    QVERIFY2(rehomed >= least && rehomed <= most, qPrintable(QString::number(rehomed)));
}

void TestBalancers::scales()
{
    START(arm, wanted.store = plan::StoreKind::Memory);
    const auto names = [&arm] {
        QStringList all;
        for (const auto& [name, pid] : arm.parts())
            all += name + (pid > 0 ? u"" : u" (ended)");
        return all.join(u' ');
    };
    QCOMPARE(names(), u"instance-1 instance-2 instance-3 balancer"_s);
    SessionClient anybody(arm.url().toStdString(), "SESSION", patience);
    const auto ask = [&anybody](int times) {
        for (int i = 0; i < times; ++i)
            if (anybody.get("/me").status != 401)
                return false;
        return true;
    };
    QVERIFY(ask(9));
    const auto usedS = monitor::cpuUse(arm.watch()).appS;
    QVERIFY(arm.removeInstance(2));
    QCOMPARE(names(), u"instance-1 instance-3 balancer"_s);
    QCOMPARE(arm.watch().instances, (std::vector { 1, 3 }));
    QVERIFY(ask(6));
    QCOMPARE(arm.addInstance().value_or(-1), 2);
    QCOMPARE(arm.addInstance().value_or(-1), 4);
    QCOMPARE(names(), u"instance-1 instance-2 instance-3 instance-4 balancer"_s);
    QVERIFY(ask(8));
    QCOMPARE(arm.counters()->of(u"me"), quint64(23)); // what the removed one has counted is not forgotten …
    QVERIFY(monitor::cpuUse(arm.watch()).appS > usedS); // … nor what it has used
    for (const auto& url : arm.watch().metricsUrls)
        QVERIFY(monitor::readServerCounters(url)->of(u"me") >= 2); // each has its share
}

void TestBalancers::partsStartAgain_data()
{
    QTest::addColumn<BalancerKind>("kind");
    QTest::newRow("nginx") << BalancerKind::Nginx;
    QTest::newRow("haproxy") << BalancerKind::HaProxy;
}

void TestBalancers::partsStartAgain()
{
    QFETCH(BalancerKind, kind);
    START(arm, wanted.balancer = { kind, BalancerMethod::ConsistentCookieHash });
    auto users = usersOf(arm, 12);
    const auto url = arm.url();
    killGroup(pidOf(arm, u"balancer"_s));
    QTRY_VERIFY(arm.lost());
    QCOMPARE(users.front().get("/me").status, 0); // nobody listens
    QVERIFY(arm.restart(u"balancer"_s));
    QCOMPARE(arm.url(), url);
    QCOMPARE(refused(users), 0);

    const auto sessions = homes(arm);
    killGroup(pidOf(arm, u"instance-3"_s));
    QTRY_COMPARE(pidOf(arm, u"instance-3"_s), 0);
    QVERIFY(arm.restart(u"instance-3"_s));
    QVERIFY(!arm.lost());
    QTRY_COMPARE(refused(users), int(sessions[2])); // HAProxy sends nobody there until it has seen it twice
}

void TestBalancers::goesWithTheEngine_data()
{
    partsStartAgain_data();
}

// The kernel takes the end of the thread that has started a child for the end of the engine.
void TestBalancers::goesWithTheEngine()
{
    QFETCH(BalancerKind, kind);
    if (!isInstalled(programOf(kind)))
        QSKIP(qPrintable(u"apt install "_s + programOf(kind)));
    std::vector<qint64> pids;
    std::unique_ptr<services::Balancer> kept;
    std::thread([&] {
        auto balancer
            = services::Balancer::start({ { kind, BalancerMethod::RoundRobin }, {}, m_folder.path() }, { { 1, 1 } });
        if (balancer) {
            pids = (*balancer)->pids();
            kept = std::move(*balancer);
        }
    }).join();
    QCOMPARE(pids.size(), 2U); // the master and its worker
    for (const auto pid : pids)
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 2000);
}

QTEST_GUILESS_MAIN(TestBalancers)
#include "tst_balancers.moc"
