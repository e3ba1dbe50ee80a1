// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/indexedkeeper.h"

#include "server/sessions/codecs/springhash.h"

#include <QDateTime>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {

IndexedKeeper::IndexedKeeper(const RedisStoreOptions& options, RedisCommands& redis)
    : m_options(options)
    , m_keys(options.nameSpace)
    , m_redis(redis)
    , m_events(
          options.address, { "__keyevent@0__:expired"_ba, "__keyevent@0__:del"_ba },
          [this](const QByteArray&, const QByteArray& key) { ended(key); }, options.timing)
{
    m_minute.setSingleShot(true);
    QObject::connect(&m_minute, &QTimer::timeout, &m_minute, [this] {
        sweep(QDateTime::currentMSecsSinceEpoch());
        sweepEachMinute();
    });
    sweepEachMinute();
}

// Like cron's 0 * * * * *: with the clock, so that all instances sweep at the same time.
void IndexedKeeper::sweepEachMinute()
{
    m_minute.start(static_cast<int>(aMinuteMs - QDateTime::currentMSecsSinceEpoch() % aMinuteMs));
}

void IndexedKeeper::sweep(qint64 now)
{
    const auto bucket = m_keys.bucket(now / aMinuteMs * aMinuteMs);
    m_redis.ask({ "SMEMBERS"_ba, bucket }, [=, this](Status status, const redisReply* reply) {
        if (status != Status::Ok)
            return; // the next instance or the next minute does it
        const auto ignore = [](Status, const redisReply*) {};
        m_redis.ask({ "DEL"_ba, bucket }, ignore);
        for (const auto& stored : listOf(reply)) {
            const auto member = m_options.codec.decode(stored);
            const auto* text = member ? std::get_if<QByteArray>(&*member) : nullptr;
            if (text)
                m_redis.ask({ "EXISTS"_ba, m_keys.shadowOfMember(*text) }, ignore);
        }
    });
}

void IndexedKeeper::ended(const QByteArray& shadowKey)
{
    if (!shadowKey.startsWith(m_keys.shadows()))
        return;
    const auto id = shadowKey.sliced(m_keys.shadows().size());
    m_redis.ask({ "HGETALL"_ba, m_keys.session(id) }, [=, this](Status status, const redisReply* reply) {
        const auto session = status == Status::Ok ? sessionFromHash(id, listOf(reply), m_options.codec) : std::nullopt;
        const auto principal = session ? m_options.principalOf(session->attributes) : QByteArray();
        if (!principal.isEmpty())
            m_redis.ask(
                { "SREM"_ba, m_keys.index(principal), m_options.codec.encode(id) }, [](Status, const redisReply*) {});
    });
}

} // namespace ceteris::sessions
