// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"
#include "app/monitor/sqlprobe.h"
#include "app/services/backend.h"
#include "server/sessions/stores/sqlstore.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;

namespace {

bool isStopped(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") T ");
}

} // namespace

// How many sessions a database is seen to hold, and what they weigh; each case over each engine.
class TestSqlFigures : public QObject
{
    Q_OBJECT

public:
    explicit TestSqlFigures(plan::SqlEngine engine)
        : m_engine(engine)
    {
        setObjectName("TestSqlFigures");
    }

private slots:
    void init();
    void cleanup();
    void countsAndWeighs();
    void restsAfterEachLook();
    void waitsNoLongerThanItIsTold();
    void findsADatabaseThatIsBack();

private:
    void fill(int sessions, const QByteArray& attribute = "user1");
    static monitor::Sample next(monitor::SqlProbe& probe);
    static double seen(monitor::SqlProbe& probe) { return *next(probe).find(u"sessions_live"); }
    double bytesPerSession(const QByteArray& attribute);
    qint64 pid() const { return m_backend->parts().front().pid; }

    const plan::SqlEngine m_engine;
    QTemporaryDir m_folder;
    std::unique_ptr<services::Backend> m_backend;
    std::unique_ptr<sessions::SqlStore> m_store;
};

void TestSqlFigures::init()
{
    plan::Arm arm;
    arm.store = plan::StoreKind::Sql;
    arm.sql.engine = m_engine;
    arm.sql.durable = false;
    auto backend = services::startBackend({ arm, {}, m_folder.path() });
    if (!backend && backend.error().code == ErrorCode::ProgramMissing)
        QSKIP(qPrintable(describe(backend.error())));
    QVERIFY2(backend, backend ? "" : qPrintable(describe(backend.error())));
    m_backend = std::move(*backend);
    contract::ServerConfig config;
    m_backend->tell(config);
    const auto problem = sessions::SqlStore::prepare(config.store.sql);
    if (problem.contains(u"apt install"))
        QSKIP(qPrintable(problem));
    QCOMPARE(problem, QString());
    m_store = std::make_unique<sessions::SqlStore>(config.store.sql, 3600);
}

void TestSqlFigures::cleanup()
{
    m_store.reset();
    m_backend.reset();
}

void TestSqlFigures::fill(int sessions, const QByteArray& attribute)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < sessions; ++i)
        if (m_store->create({ sessions::newSessionId(), now, now, 1800, { { "user"_ba, attribute } } })
            != sessions::Status::Ok)
            qFatal("no session was made");
}

// The next sample that is not empty: the probe may rest.
monitor::Sample TestSqlFigures::next(monitor::SqlProbe& probe)
{
    monitor::Sample sample;
    QElapsedTimer timer;
    timer.start();
    for (; sample.readings.empty(); QTest::qSleep(1)) {
        probe.look(sample, 500ms);
        if (timer.elapsed() > 10'000)
            qFatal("no figures");
    }
    return sample;
}

double TestSqlFigures::bytesPerSession(const QByteArray& attribute)
{
    monitor::SqlProbe probe(*m_backend->sql());
    std::vector<double> sessions;
    std::vector<double> bytes;
    for (int step = 0; step < 10; ++step) {
        fill(300, attribute);
        const auto sample = next(probe);
        sessions.push_back(*sample.find(u"sessions_live"));
        bytes.push_back(*sample.find(u"sql_table_bytes"));
    }
    return monitor::theilSenSlope(sessions, bytes).value_or(0);
}

void TestSqlFigures::countsAndWeighs()
{
    const auto address = m_backend->sql();
    QVERIFY(address);
    QCOMPARE(monitor::countSqlSessions(*address), std::optional<qint64>(0));
    const auto small = bytesPerSession("user1");
    QCOMPARE(monitor::countSqlSessions(*address), std::optional<qint64>(3000));
    const auto large = bytesPerSession(QByteArray(1000, 'x'));
    qInfo("%s: %.0f bytes per session, %.0f with 1000 more in it", qPrintable(address->engine), small, large);
    QVERIFY2(small > 150 && small < 1500, qPrintable(QString::number(small)));
    QVERIFY2(large > small + 900 && large < small + 3500, qPrintable(QString::number(large)));
    QCOMPARE(m_store->clear(), sessions::Status::Ok);
    QCOMPARE(monitor::countSqlSessions(*address), std::optional<qint64>(0));
}

void TestSqlFigures::restsAfterEachLook()
{
    constexpr int sessions = 5000;
    fill(sessions);
    monitor::SqlProbe probe(*m_backend->sql());
    QCOMPARE(seen(probe), sessions);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(seen(probe), sessions);
    QVERIFY2(timer.elapsed() >= 90, qPrintable(QString::number(timer.elapsed())));
}

void TestSqlFigures::waitsNoLongerThanItIsTold()
{
    if (m_engine != plan::SqlEngine::MariaDb)
        QSKIP("SQLite has no server, PostgreSQL one for each connection.");
    fill(10);
    monitor::SqlProbe probe(*m_backend->sql());
    QCOMPARE(seen(probe), 10);
    ::kill(static_cast<pid_t>(pid()), SIGSTOP);
    QTRY_VERIFY(isStopped(pid())); // a signal takes its time
    QElapsedTimer timer;
    timer.start();
    monitor::Sample sample;
    for (int look = 0; look < 3; ++look)
        probe.look(sample, 100ms);
    const auto waitedMs = timer.elapsed();
    ::kill(static_cast<pid_t>(pid()), SIGCONT);
    QVERIFY(sample.readings.empty());
    QVERIFY2(waitedMs >= 300 && waitedMs < 1000, qPrintable(QString::number(waitedMs)));
    QCOMPARE(seen(probe), 10);
}

void TestSqlFigures::findsADatabaseThatIsBack()
{
    if (m_engine == plan::SqlEngine::Sqlite)
        QSKIP("SQLite has no server that could be away.");
    fill(10);
    monitor::SqlProbe probe(*m_backend->sql());
    QCOMPARE(seen(probe), 10);
    ::kill(static_cast<pid_t>(pid()), SIGKILL);
    QTRY_COMPARE(pid(), 0);
    QCOMPARE(monitor::countSqlSessions(*m_backend->sql()), std::optional<qint64>());
    QVERIFY(m_backend->restart(u"store"_s));
    QCOMPARE(seen(probe), 10);
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    int failures = 0;
    for (const auto engine : { plan::SqlEngine::Sqlite, plan::SqlEngine::MariaDb, plan::SqlEngine::PostgreSql }) {
        TestSqlFigures test(engine);
        failures += QTest::qExec(&test, argc, argv);
    }
    return failures;
}

#include "tst_sqlfigures.moc"
