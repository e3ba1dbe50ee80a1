// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/parts.h"
#include "app/services/loopback.h"
#include "app/services/replicationservice.h"
#include "app/services/serverservice.h"
#include "app/services/zookeeperservice.h"
#include "tests/integration/auth/browser.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <map>
#include <set>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ceteris;
using authtest::Browser;
using services::ServerService;

namespace {

constexpr int users = 300;

// The instances of an arm as the engine starts them.
class Instances
{
public:
    explicit Instances(plan::Replication replication)
    {
        m_arm.store = plan::StoreKind::Replicated;
        m_arm.replication = replication;
        m_config.store.kind = u"replicated"_s;
        m_config.accounts = { cache().path(), users, u"bcrypt"_s, 4 };
        auto backend = services::startBackend({ m_arm, {}, m_folder.path() });
        if (!backend)
            qFatal("%s", qPrintable(describe(backend.error())));
        m_backend = std::move(*backend);
        m_backend->tell(m_config);
    }

    bool start(int instance)
    {
        auto config = m_config;
        config.instance = instance;
        auto server = ServerService::start({ config, {}, QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"), {}, {} });
        if (!server)
            qWarning("%s", qPrintable(describe(server.error())));
        else
            m_servers[instance] = std::move(*server);
        return server.has_value();
    }

    bool start(std::initializer_list<int> instances)
    {
        return std::ranges::all_of(instances, [this](int instance) { return start(instance); });
    }

    void kill(std::initializer_list<int> instances) // at the same time
    {
        for (const int signal : { SIGSTOP, SIGKILL }) // none of them sees the other go
            for (const int instance : instances)
                ::kill(static_cast<pid_t>(m_servers.at(instance)->pid()), signal);
        for (const int instance : instances)
            m_servers.erase(instance);
    }

    void stop(int instance) { m_servers.erase(instance); } // asks it to go

    quint16 port(int instance) const { return static_cast<quint16>(QUrl(m_servers.at(instance)->url()).port()); }
    services::Backend& backend() { return *m_backend; }

    double gauge(int instance, const QByteArray& name) const
    {
        for (const auto& line : Browser(port(instance)).get("/metrics").body.split('\n')) {
            const auto words = line.split(' ');
            if (words.first() == name)
                return words.at(1).toDouble();
        }
        return -1;
    }

    double bytes(int instance) const { return gauge(instance, "ceteris_session_store_bytes"); }

    // Whether the copies have come to rest: sessions that were made before every instance had found the others move.
    bool isSettled()
    {
        std::vector<double> now;
        for (const auto& [instance, server] : m_servers)
            now.push_back(bytes(instance));
        m_looks = std::exchange(m_lastLook, now) == now ? m_looks + 1 : 0;
        return m_looks >= 5;
    }

    double sessions() const // of all
    {
        double sum = 0;
        for (const auto& [instance, server] : m_servers)
            sum += gauge(instance, "ceteris_sessions");
        return sum;
    }

    // What each of the first users' cookies is, signed in at one instance after the other.
    QByteArrayList signIn(int count) const
    {
        QByteArrayList cookies;
        auto server = m_servers.begin();
        for (int user = 1; user <= count; ++user) {
            Browser browser(port(server->first));
            browser.signIn(user);
            cookies << browser.session();
            if (++server == m_servers.end())
                server = m_servers.begin();
        }
        return cookies;
    }

    int ask(int instance, const QByteArray& cookie, const QByteArray& path = "/me") const
    {
        Browser browser(port(instance));
        browser.cookies["SESSION"] = cookie;
        return browser.getJson(path).status;
    }

    int signOut(int instance, const QByteArray& cookie) const
    {
        Browser browser(port(instance));
        browser.cookies["SESSION"] = cookie;
        return browser.postJson("/auth/logout", "{}").status;
    }

    // How many of the cookies an instance answers with this status.
    int answered(int instance, const QByteArrayList& cookies, int status) const
    {
        return static_cast<int>(
            std::ranges::count_if(cookies, [&](const QByteArray& cookie) { return ask(instance, cookie) == status; }));
    }

private:
    static QTemporaryDir& cache() // made once
    {
        static QTemporaryDir folder;
        return folder;
    }

    QTemporaryDir m_folder;
    plan::Arm m_arm;
    contract::ServerConfig m_config;
    std::unique_ptr<services::Backend> m_backend;
    std::map<int, std::unique_ptr<ServerService>> m_servers;
    std::vector<double> m_lastLook;
    int m_looks = 0; // that were as the one before
};

plan::Replication with(plan::Copies copies)
{
    return { copies, plan::Acknowledge::Sync, plan::Members::Static };
}

} // namespace

Q_DECLARE_METATYPE(ceteris::plan::Copies)

// Real instances that keep each other's sessions: what they lose, what that takes.
class TestReplicas : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingWithOneOfThree_data()
    {
        QTest::addColumn<plan::Copies>("copies");
        QTest::newRow("all") << plan::Copies::All;
        QTest::newRow("backup") << plan::Copies::Backup;
    }

    // Killed, signed out, joined again, killed once more.
    void losesNothingWithOneOfThree()
    {
        QFETCH(plan::Copies, copies);
        Instances group(with(copies));
        QVERIFY(group.start({ 0, 1, 2 }));
        auto cookies = group.signIn(60);
        QCOMPARE(group.sessions(), 60);
        QByteArrayList gone;
        for (int i = 0; i < 10; ++i) {
            gone << cookies.takeLast();
            QVERIFY(group.signOut(i % 3, gone.last()) < 300);
            for (const int instance : { 0, 1, 2 })
                QCOMPARE(group.ask(instance, gone.last()), 401);
        }
        group.kill({ 2 });
        QCOMPARE(group.answered(0, cookies, 200), cookies.size());
        QCOMPARE(group.answered(1, cookies, 200), cookies.size());
        QVERIFY(group.start(2));
        QCOMPARE(group.answered(2, cookies, 200), cookies.size()); // also what it has not been given yet
        if (copies == plan::Copies::All)
            QTRY_VERIFY(group.bytes(2) > 0.9 * group.bytes(0));
        QTRY_COMPARE(group.sessions(), cookies.size());
        group.kill({ 0 });
        QCOMPARE(group.answered(1, cookies, 200), cookies.size());
        QCOMPARE(group.answered(2, cookies, 200), cookies.size());
        QCOMPARE(group.answered(1, gone, 401) + group.answered(2, gone, 401), 2 * gone.size());
    }

    void losesWithTwoOfFourOnlyWhatBothHeld_data() { losesNothingWithOneOfThree_data(); }

    void losesWithTwoOfFourOnlyWhatBothHeld()
    {
        QFETCH(plan::Copies, copies);
        Instances group(with(copies));
        QVERIFY(group.start({ 0, 1, 2, 3 }));
        const auto cookies = group.signIn(users);
        QTRY_VERIFY_WITH_TIMEOUT(group.isSettled(), 10'000);
        group.kill({ 0, 1 });
        const auto lost = group.answered(2, cookies, 401);
        const auto kept = group.answered(3, cookies, 200);
        QCOMPARE(lost + kept, users);
        qInfo("%d of %d sessions lost: %.3f", lost, users, double(lost) / users);
        const bool isBackup = copies == plan::Copies::Backup;
        QVERIFY(isBackup ? lost > users / 12 && lost < users / 4 : lost == 0); // 1/6, six standard deviations
    }

    // Each has all, or each has its share of two copies.
    void growsWithTheInstancesOnlyWhenAllHaveAll()
    {
        const auto eachOf = [](int instances, plan::Copies copies) {
            Instances group(with(copies));
            double sum = 0;
            for (int i = 0; i < instances; ++i)
                if (!group.start(i))
                    return -1.0;
            group.signIn(users);
            for (int i = 0; i < instances; ++i)
                sum += group.bytes(i);
            return sum / instances / users;
        };
        const auto allOfTwo = eachOf(2, plan::Copies::All);
        const auto allOfSix = eachOf(6, plan::Copies::All);
        const auto backupOfSix = eachOf(6, plan::Copies::Backup);
        qInfo("bytes for each session on each instance: %.0f of 2, %.0f of 6, with one backup %.0f of 6", allOfTwo,
            allOfSix, backupOfSix);
        QVERIFY(allOfTwo > 300);
        QVERIFY(allOfSix > 0.9 * allOfTwo && allOfSix < 1.1 * allOfTwo); // so all six have six times as much
        QVERIFY(backupOfSix < 0.45 * allOfSix); // two of six
    }

    // One after the other goes in order and comes back: nobody notices.
    void losesNothingWhenRestartedOneByOne()
    {
        Instances group(with(plan::Copies::Backup));
        QVERIFY(group.start({ 0, 1, 2 }));
        const auto cookies = group.signIn(60);
        for (const int instance : { 0, 1, 2 }) {
            group.stop(instance);
            QCOMPARE(group.answered((instance + 1) % 3, cookies, 200), cookies.size());
            QVERIFY(group.start(instance));
        }
        QCOMPARE(group.answered(0, cookies, 200), cookies.size());
    }

    void findsMembersThroughZooKeeper()
    {
        if (!services::ZooKeeperService::isInstalled())
            QSKIP("needs zookeeper: apt install zookeeper");
        Instances group({ plan::Copies::Backup, plan::Acknowledge::Sync, plan::Members::ZooKeeper });
        QCOMPARE(group.backend().parts().size(), 1U);
        QVERIFY(group.backend().parts().front().pid > 0);
        QVERIFY(group.start({ 0, 1 }));
        const auto cookies = group.signIn(40);
        QVERIFY(group.start(2)); // nobody was told of it
        QTRY_VERIFY(group.bytes(2) > 0.3 * group.bytes(0));
        group.kill({ 0 });
        QCOMPARE(group.answered(1, cookies, 200), cookies.size());
        QCOMPARE(group.answered(2, cookies, 200), cookies.size());
        // Without ZooKeeper the members they know are the members, and it finds them again.
        ::kill(static_cast<pid_t>(group.backend().parts().front().pid), SIGKILL);
        QTRY_COMPARE(group.backend().parts().front().pid, 0);
        QCOMPARE(group.answered(2, cookies, 200), cookies.size());
        QVERIFY(group.backend().restart(u"zookeeper"_s));
        QVERIFY(group.start(0));
        QCOMPARE(group.answered(0, cookies, 200), cookies.size());
    }

    void leadsLinksElsewhere()
    {
        plan::Arm arm;
        arm.store = plan::StoreKind::Replicated;
        arm.instances = 2;
        QCOMPARE(plan::linkNames(arm), (QStringList { u"replication-1"_s, u"replication-2"_s }));
        const QTemporaryDir folder;
        const auto through
            = [](const QString& link, quint16 port) { return link == u"replication-2" ? quint16(1) : port; };
        const auto backend = services::startBackend({ arm, {}, folder.path(), {}, through });
        QVERIFY(backend);
        contract::ServerConfig config;
        (*backend)->tell(config);
        const auto& members = config.store.replication.members;
        QCOMPARE(members.size(), 8); // those that are started later, too
        QCOMPARE(members[0].reachedAt, members[0].port);
        QCOMPARE(members[1].reachedAt, 1);
        QVERIFY(members[1].port >= 20'000);
        QVERIFY(config.store.replication.secret.size() >= 32);
    }

    void choosesPortsThatNobodyIsGiven()
    {
        const auto ports = services::freePorts(8);
        QCOMPARE(std::set(ports.begin(), ports.end()).size(), 8U);
        for (const auto port : ports)
            QVERIFY(port >= 20'000 && port < 32'768);
    }
};

QTEST_GUILESS_MAIN(TestReplicas)
#include "tst_replicas.moc"
