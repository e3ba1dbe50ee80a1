// SPDX-License-Identifier: GPL-3.0-or-later
// What a session store costs by itself, without HTTP: CPU nanoseconds for each operation on the memory store, and
// requests per second of one thread on Redis over a unix socket with many requests in flight.
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/redisstore.h"
#include "server/sessions/stores/sessiontable.h"
#include "tests/support/redisfixture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>

#include <cstdio>
#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::sessions;

namespace {

Session typical(qint64 now)
{
    return { newSessionId(), now, now, 1800,
        { { "userId"_ba, 1 }, { "username"_ba, "user1"_ba }, { "visits"_ba, 1 }, { "csrf"_ba, newSessionId() } } };
}

Delta touch(const Session& session, qint64 now)
{
    return { session.id, session.createdMs, now, session.maxInactiveS, { { "visits"_ba, 2 } }, {} };
}

qint64 threadCpuNs()
{
    timespec spent {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return spent.tv_sec * 1'000'000'000 + spent.tv_nsec;
}

// CPU time, so that a busy machine does not count.
template <class Work>
void measure(const char* name, int times, Work work)
{
    const auto begin = threadCpuNs();
    for (int i = 0; i < times; ++i)
        work(i);
    std::printf("%-28s %8.0f ns/op\n", name, static_cast<double>(threadCpuNs() - begin) / times);
}

// Few sessions stay in the processor's caches; many show what fetching them from memory adds.
void benchMemory(int sessionCount)
{
    std::printf("memory, %d sessions\n", sessionCount);
    const auto now = QDateTime::currentMSecsSinceEpoch();
    MemoryStore store(std::make_shared<SessionTable>(43'200));
    QList<Session> sessions;
    for (int i = 0; i < sessionCount; ++i)
        sessions << typical(now);
    const auto done = [](Status) {};
    measure("  create", sessionCount, [&](int i) { store.create(sessions[i], done); });
    std::printf("%-28s %8.0f bytes/session\n", "  held", static_cast<double>(*store.bytes()) / sessionCount);
    // A stride, so that no session is still in the cache from the last time.
    const auto at = [&](int i) -> const Session& { return sessions[qint64 { i } * 7919 % sessionCount]; };
    measure("  find", 500'000, [&](int i) { store.find(at(i).id, now, [](Status, const Session&) {}); });
    measure("  save", 500'000, [&](int i) { store.save(touch(at(i), now), done); });
    measure("  find + save", 500'000, [&](int i) {
        store.find(at(i).id, now, [&](Status, const Session& found) { store.save(touch(found, now), done); });
    });
}

// Keeps `inFlight` requests going until `total` are done; each begins the next.
class Pipeline
{
public:
    using Request = std::function<void(int number, std::function<void()> done)>;

    Pipeline(int total, Request request)
        : m_total(total)
        , m_request(std::move(request))
    {
    }

    double perSecond(int inFlight)
    {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < inFlight; ++i)
            next();
        m_loop.exec();
        return 1e9 * m_total / static_cast<double>(clock.nsecsElapsed());
    }

private:
    void next()
    {
        if (m_begun == m_total)
            return;
        m_request(m_begun++, [this] {
            if (++m_done == m_total)
                m_loop.quit();
            next();
        });
    }

    const int m_total;
    const Request m_request;
    int m_begun = 0;
    int m_done = 0;
    QEventLoop m_loop;
};

void benchRedis()
{
    testsupport::RedisFixture redis;
    if (!testsupport::RedisFixture::isInstalled() || !redis.start()) {
        std::printf("redis: left out. %s\n", testsupport::RedisFixture::missing);
        return;
    }
    const auto now = QDateTime::currentMSecsSinceEpoch();
    constexpr int sessionCount = 10'000;
    RedisStore store({ redis.address(), u"spring:session"_s, 43'200, {} });
    QList<Session> sessions;
    for (int i = 0; i < sessionCount; ++i)
        sessions << typical(now);
    int failures = 0;
    const auto check = [&](Status status) { failures += status != Status::Ok; };
    const auto report = [&](const char* name, int total, int inFlight, const Pipeline::Request& request) {
        std::printf("%-28s %8.0f /s at %d in flight\n", name, Pipeline(total, request).perSecond(inFlight), inFlight);
    };
    const auto create
        = [&](int i, auto done) { store.create(sessions[i], [=](Status status) { check(status), done(); }); };
    const auto find = [&](int i, auto done) {
        store.find(sessions[i % sessionCount].id, now, [=](Status status, const Session&) { check(status), done(); });
    };
    const auto findAndSave = [&](int i, auto done) {
        store.find(sessions[i % sessionCount].id, now, [=, &store](Status status, const Session& found) {
            check(status);
            store.save(touch(found, now), [=](Status saved) { check(saved), done(); });
        });
    };
    report("redis create", sessionCount, 50, create);
    report("redis find", 100'000, 50, find);
    report("redis find + save", 50'000, 50, findAndSave);
    report("redis find + save", 5'000, 1, findAndSave);
    std::printf("%-28s %8d\n", "redis failures", failures);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    benchMemory(100);
    benchMemory(10'000);
    measure("new session id", 500'000, [](int) { newSessionId(); });
    benchRedis();
    return 0;
}
