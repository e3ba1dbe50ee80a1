// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/memcachedstore.h"

#include "server/sessions/codecs/jsonsession.h"
#include "server/sessions/stores/expiry.h"

#include <QLoggingCategory>
#include <QTcpSocket>

#include <libmemcached/memcached.h>

#include <algorithm>
#include <atomic>

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.memcached")

constexpr qsizetype largestItem = (1 << 20) - 512; // less what memcached keeps beside the value
constexpr qint64 longAgoS = 31 * 86'400; // of 1970; up to 30 days would be counted from now

QByteArray keyOf(const QByteArray& id)
{
    return "session:" + id;
}

// A write that came too late: somebody else's was first.
bool isBetween(int result)
{
    return result == MEMCACHED_DATA_EXISTS;
}

std::size_t sizeOf(const QByteArray& bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

} // namespace

MemcachedStore::MemcachedStore(
    contract::MemcachedAddress address, int absoluteTimeoutS, std::chrono::milliseconds deadline)
    : m_address(std::move(address))
    , m_absoluteMs(qint64 { absoluteTimeoutS } * 1000)
    , m_deadline(deadline)
    , m_client(connected())
{
}

MemcachedStore::~MemcachedStore() = default;

void MemcachedStore::Free::operator()(memcached_st* client) const
{
    memcached_free(client);
}

// Not before the first command.
MemcachedStore::Client MemcachedStore::connected() const
{
    Client client(memcached_create(nullptr));
    const auto ms = static_cast<uint64_t>(m_deadline.count());
    memcached_behavior_set(client.get(), MEMCACHED_BEHAVIOR_SUPPORT_CAS, 1);
    memcached_behavior_set(client.get(), MEMCACHED_BEHAVIOR_TCP_NODELAY, 1);
    memcached_behavior_set(client.get(), MEMCACHED_BEHAVIOR_CONNECT_TIMEOUT, ms);
    memcached_behavior_set(client.get(), MEMCACHED_BEHAVIOR_POLL_TIMEOUT, ms);
    memcached_server_add(client.get(), m_address.host.toUtf8().constData(), m_address.port);
    return client;
}

QString MemcachedStore::complaint(const contract::MemcachedAddress& address)
{
    const MemcachedStore store(address, 0);
    const auto result = memcached_version(store.m_client.get());
    return memcached_success(result) ? QString()
                                     : QString::fromUtf8(memcached_strerror(store.m_client.get(), result)).toLower();
}

BlockingStore::Answer MemcachedStore::find(const QByteArray& id, qint64 now)
{
    if (!isSessionId(id))
        return { Status::NotFound };
    const auto key = keyOf(id);
    const auto* text = key.constData();
    const auto size = sizeOf(key);
    auto result = memcached_mget(m_client.get(), &text, &size, 1);
    std::optional<Session> session;
    const auto take = [&](const memcached_result_st* item) {
        session = sessionFromJson(id, { memcached_result_value(item), qsizetype(memcached_result_length(item)) });
        if (session)
            session->foreign = QByteArray::number(quint64 { memcached_result_cas(item) });
    };
    if (memcached_success(result))
        while (auto* item = memcached_fetch_result(m_client.get(), nullptr, &result)) {
            take(item);
            memcached_result_free(item);
        }
    if (!session)
        return { statusOf(result) };
    if (!expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, m_absoluteMs, now))
        return { Status::Ok, std::move(*session) };
    const auto gone = write(id, {}, longAgoS, session->foreign);
    const auto status = isBetween(gone) ? Status::NotFound : statusOf(gone);
    return { status == Status::Ok ? Status::NotFound : status };
}

Status MemcachedStore::create(const Session& session)
{
    Q_ASSERT(isSessionId(session.id));
    return statusOf(write(session));
}

Status MemcachedStore::save(const Delta& delta)
{
    return rotateId(delta.id, delta);
}

Status MemcachedStore::rotateId(const QByteArray& newId, const Delta& delta)
{
    Q_ASSERT(isSessionId(newId) || newId == delta.id);
    auto found = delta.found && !delta.found->foreign.isEmpty() ? Answer { Status::Ok, *delta.found }
                                                                : find(delta.id, delta.lastAccessedMs);
    while (found.status == Status::Ok) {
        const auto replaced = replace(newId, delta, std::move(found.session));
        if (!isBetween(replaced))
            return statusOf(replaced);
        found = find(delta.id, delta.lastAccessedMs);
    }
    return found.status;
}

int MemcachedStore::replace(const QByteArray& newId, const Delta& delta, Session session)
{
    apply(delta, session);
    session.lastAccessedMs = delta.lastAccessedMs;
    session.id = newId;
    if (newId == delta.id)
        return write(session, session.foreign);
    const auto gone = write(delta.id, {}, longAgoS, session.foreign);
    return gone == MEMCACHED_SUCCESS ? write(session) : gone;
}

Status MemcachedStore::remove(const QByteArray& id)
{
    if (!isSessionId(id))
        return Status::Ok;
    const auto key = keyOf(id);
    const auto status = statusOf(memcached_delete(m_client.get(), key.constData(), sizeOf(key), 0));
    return status == Status::NotFound ? Status::Ok : status;
}

// The library's own walk stops at 2 MiB of keys.
BlockingStore::Answer MemcachedStore::count()
{
    QTcpSocket socket;
    socket.connectToHost(m_address.host, m_address.port);
    socket.write("lru_crawler metadump all\r\n");
    QByteArray listing;
    while (!listing.endsWith("END\r\n")) {
        if (!socket.waitForReadyRead(static_cast<int>(m_deadline.count())))
            return {};
        listing += socket.readAll();
    }
    return { Status::Ok, {}, listing.count("key=session%3A") };
}

Status MemcachedStore::clear()
{
    return statusOf(memcached_flush(m_client.get(), 0));
}

int MemcachedStore::write(const Session& session, const QByteArray& version)
{
    const auto endMs
        = std::min(session.lastAccessedMs + qint64 { session.maxInactiveS } * 1000, session.createdMs + m_absoluteMs);
    return write(session.id, toJson(session), (endMs + 999) / 1000, version); // find() looks at the exact time itself
}

int MemcachedStore::write(const QByteArray& id, const QByteArray& value, qint64 endS, const QByteArray& version)
{
    if (value.size() > largestItem) // memcached itself would drop the old item too
        return MEMCACHED_E2BIG;
    const auto key = keyOf(id);
    const auto store = [&](auto how, auto... condition) {
        return how(
            m_client.get(), key.constData(), sizeOf(key), value.constData(), sizeOf(value), endS, 0U, condition...);
    };
    return version.isEmpty() ? store(memcached_set) : store(memcached_cas, uint64_t { version.toULongLong() });
}

Status MemcachedStore::statusOf(int result)
{
    const auto code = static_cast<memcached_return_t>(result);
    if (memcached_success(code) && code != MEMCACHED_END)
        return Status::Ok;
    if (code == MEMCACHED_END || code == MEMCACHED_NOTFOUND)
        return Status::NotFound;
    if (code == MEMCACHED_E2BIG)
        return Status::TooLarge;
    static std::atomic<int> lastLogged = MEMCACHED_SUCCESS; // by any thread
    if (lastLogged.exchange(code) != code)
        qCWarning(log, "memcached refuses a command: %s", memcached_strerror(m_client.get(), code));
    m_client = connected(); // an answer that comes now would be taken for the next one
    return Status::Unavailable;
}

} // namespace ceteris::sessions
