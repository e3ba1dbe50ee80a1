// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/memcachedservice.h"
#include "server/sessions/stores/memcachedstore.h"
#include "server/sessions/stores/pooledstore.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using namespace ceteris::testsupport;
using services::MemcachedService;
using sessions::Bytes;
using sessions::MemcachedStore;
using sessions::PooledStore;
using sessions::PoolOptions;
using sessions::Status;

namespace {

bool isStopped(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") T ");
}

} // namespace

class TestMemcachedStore : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<sessions::SessionStore> makeStore() override { return makeStore(*m_service, { .deadline = 5s }); }

private slots:
    void initTestCase();

    void asksTwiceForARequest();
    void refusesWhatAnItemCannotHold();
    void dropsSessionsWhenItsMemoryIsFull();
    void expiresByItself();
    void anOutageIsUnavailable();
    void givesUpOnAStalledServer();
    void listensOnLoopbackOnly();

private:
    pid_t pid() const { return static_cast<pid_t>(m_service->parts().front().pid); }
    static std::unique_ptr<PooledStore> makeStore(const MemcachedService& service, const PoolOptions& options)
    {
        return std::make_unique<PooledStore>(
            std::make_shared<sessions::StorePool>(options, [address = service.address(), deadline = options.deadline] {
                return std::make_unique<MemcachedStore>(address, absoluteTimeoutS, deadline);
            }));
    }
    static qint64 stat(const MemcachedService& service, const QByteArray& name);

    std::unique_ptr<MemcachedService> m_service;
};

void TestMemcachedStore::initTestCase()
{
    auto service = MemcachedService::start({});
    if (!service && service.error().code == ErrorCode::ProgramMissing)
        QSKIP(qPrintable(describe(service.error())));
    QVERIFY2(service, service ? "" : qPrintable(describe(service.error())));
    m_service = std::move(*service);
}

qint64 TestMemcachedStore::stat(const MemcachedService& service, const QByteArray& name)
{
    QTcpSocket socket;
    socket.connectToHost(service.address().host, service.address().port);
    socket.write("stats\r\n");
    QByteArray text;
    while (!text.endsWith("END\r\n") && socket.waitForReadyRead(2000))
        text += socket.readAll();
    const auto begin = text.indexOf(QByteArray("STAT " + name + ' '));
    return begin < 0 ? -1 : text.sliced(begin).split('\r').first().split(' ').value(2).toLongLong();
}

void TestMemcachedStore::asksTwiceForARequest()
{
    const auto store = makeStore();
    const auto now = wallClockMs();
    const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
    create(*store, session);
    const auto commands = [&] { return stat(*m_service, "cmd_get") + stat(*m_service, "cmd_set"); };
    const auto before = commands();
    for (int i = 1; i <= 10; ++i) {
        auto delta = deltaOf(session, now, { { "visits"_ba, i } });
        delta.found = find(*store, session.id, now).session;
        QCOMPARE(save(*store, delta), Status::Ok);
    }
    QCOMPARE(commands() - before, 20);
}

void TestMemcachedStore::refusesWhatAnItemCannotHold()
{
    const auto store = makeStore();
    const auto now = wallClockMs();
    const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
    create(*store, session);
    for (const int kib : { 700, 760, 768, 800, 1024 }) { // base64 makes 1 MiB of 768 KiB
        const auto expected = kib < 768 ? Status::Ok : Status::TooLarge;
        const Bytes image { QByteArray(kib * 1024, 'x') };
        QCOMPARE(save(*store, deltaOf(session, now, { { "image"_ba, image } })), expected);
        QCOMPARE(find(*store, session.id, now).status, Status::Ok); // it has what it had
    }
}

void TestMemcachedStore::dropsSessionsWhenItsMemoryIsFull()
{
    const auto small = MemcachedService::start({ .settings = { .memoryMib = 2 }, .cpus = {} });
    QVERIFY(small);
    const auto store = makeStore(**small, { .queueLimit = 20'000, .deadline = 1min });
    const auto now = wallClockMs();
    constexpr int made = 20'000; // of about 300 bytes
    QList<QByteArray> ids;
    int created = 0;
    for (int i = 0; i < made; ++i) {
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        ids << session.id;
        store->create(session, [&](Status status) { created += status == Status::Ok; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(created, made, 60'000); // nobody is told
    int lost = 0;
    int answers = 0;
    for (const auto& id : ids) {
        store->find(id, now, [&](Status status, const sessions::Session&) {
            lost += status == Status::NotFound;
            ++answers;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, made, 60'000);
    QVERIFY2(lost > made / 4 && lost < made, qPrintable(QString::number(lost)));
    QCOMPARE(stat(**small, "evictions"), lost);
    QCOMPARE(find(*store, ids.last(), now).status, Status::Ok); // the oldest go first
    QCOMPARE(find(*store, ids.first(), now).status, Status::NotFound);
}

void TestMemcachedStore::expiresByItself()
{
    const auto store = makeStore();
    const auto now = wallClockMs();
    auto session = newSession(now - 1'799'000); // 1 s to live
    create(*store, session);
    QTRY_COMPARE(count(*store), 1);
    QTRY_COMPARE_WITH_TIMEOUT(count(*store), 0, 5000); // without a find
}

void TestMemcachedStore::anOutageIsUnavailable()
{
    const auto store = makeStore();
    const auto now = wallClockMs();
    const auto session = newSession(now);
    QCOMPARE(create(*store, session), Status::Ok);
    ::kill(pid(), SIGKILL);
    QTRY_COMPARE(pid(), 0);
    QCOMPARE(find(*store, session.id, now).status, Status::Unavailable);
    QCOMPARE(create(*store, session), Status::Unavailable);
    QCOMPARE(save(*store, deltaOf(session, now)), Status::Unavailable);
    QCOMPARE(rotateId(*store, sessions::newSessionId(), deltaOf(session, now)), Status::Unavailable);
    QCOMPARE(remove(*store, session.id), Status::Unavailable);
    QCOMPARE(clear(*store), Status::Unavailable);
    QCOMPARE(count(*store), -1);
    QVERIFY(m_service->restart(u"store"_s));
    QTRY_COMPARE(find(*store, session.id, now).status, Status::NotFound); // it keeps nothing: signed out
    QCOMPARE(save(*store, deltaOf(session, now)), Status::NotFound);
}

void TestMemcachedStore::givesUpOnAStalledServer()
{
    const auto store = makeStore(*m_service, { .deadline = 200ms });
    const auto now = wallClockMs();
    const auto session = newSession(now);
    QCOMPARE(create(*store, session), Status::Ok);
    ::kill(pid(), SIGSTOP);
    const auto resume = qScopeGuard([this] { ::kill(pid(), SIGCONT); });
    QTRY_VERIFY(isStopped(pid())); // a signal takes its time
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(find(*store, session.id, now).status, Status::Unavailable);
    QVERIFY(clock.elapsed() >= 190 && clock.elapsed() < 5000);
    ::kill(pid(), SIGCONT); // once more does no harm
    QTRY_COMPARE(find(*store, session.id, now).status, Status::Ok);
}

void TestMemcachedStore::listensOnLoopbackOnly()
{
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(pid()));
    QVERIFY(commandLine.open(QFile::ReadOnly));
    const auto words = commandLine.readAll().split('\0');
    QCOMPARE(words.value(words.indexOf("-l") + 1), "127.0.0.1");
    QCOMPARE(words.value(words.indexOf("-U") + 1), "0");
}

QTEST_GUILESS_MAIN(TestMemcachedStore)
#include "tst_memcachedstore.moc"
