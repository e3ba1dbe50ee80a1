// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/refreshfamilies.h"

#include <hiredis/hiredis.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

using Outcome = RefreshFamilies::Outcome;

// KEYS: the family. ARGV: the generation presented, now, the grace period. Whoever comes later may have looked at the
// clock before: without a grace period that is no time within it.
const auto advanceScript = R"(
local family = redis.call('HMGET', KEYS[1], 'generation', 'advanced', 'note')
if not family[1] then return { 'refused' } end
if family[1] == ARGV[1] then
  redis.call('HINCRBY', KEYS[1], 'generation', 1)
  redis.call('HSET', KEYS[1], 'advanced', ARGV[2])
  return { 'advanced', family[3] }
end
local passed = math.max(0, ARGV[2] - family[2])
if family[1] - 1 == tonumber(ARGV[1]) and passed < tonumber(ARGV[3]) then
  return { 'grace', family[3] }
end
redis.call('DEL', KEYS[1])
return { 'refused' }
)"_ba;

Status statusOf(const redisReply* reply)
{
    return reply && reply->type != REDIS_REPLY_ERROR ? Status::Ok : Status::Unavailable;
}

QByteArray textOf(const redisReply* reply)
{
    return QByteArray(reply->str, static_cast<qsizetype>(reply->len));
}

RefreshFamilies::Answer answerOf(const redisReply* reply)
{
    if (!reply || reply->type != REDIS_REPLY_ARRAY || reply->elements == 0)
        return {};
    const auto word = textOf(reply->element[0]);
    if (word == "refused" || reply->elements < 2)
        return { Outcome::Refused };
    return { word == "grace" ? Outcome::Grace : Outcome::Advanced, textOf(reply->element[1]) };
}

} // namespace

void MemoryFamilies::open(const QByteArray& family, const QByteArray& note, qint64 now, Done done)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_families.size() >= m_sweepAt)
            sweep(now);
        m_families.insert(family, { note, now + m_times.lifetimeMs });
    }
    done(Status::Ok);
}

void MemoryFamilies::advance(const QByteArray& family, qint64 generation, qint64 now, Answered done)
{
    done(advanced(family, generation, now));
}

RefreshFamilies::Answer MemoryFamilies::advanced(const QByteArray& family, qint64 generation, qint64 now)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_families.find(family);
    if (found == m_families.end())
        return { Outcome::Refused };
    if (now < found->endsMs && generation == found->generation) {
        ++found->generation;
        found->advancedMs = now;
        return { Outcome::Advanced, found->note };
    }
    const auto passed = std::max<qint64>(0, now - found->advancedMs);
    if (now < found->endsMs && generation == found->generation - 1 && passed < m_times.graceMs)
        return { Outcome::Grace, found->note };
    m_families.erase(found);
    return { Outcome::Refused };
}

void MemoryFamilies::revoke(const QByteArray& family, Done done)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_families.remove(family);
    }
    done(Status::Ok);
}

// Only when the table has doubled, so that it costs each sign-in a constant.
void MemoryFamilies::sweep(qint64 now)
{
    m_families.removeIf([now](QHash<QByteArray, Family>::iterator family) { return family->endsMs <= now; });
    m_sweepAt = std::max<qsizetype>(1024, 2 * m_families.size());
}

RedisFamilies::RedisFamilies(const contract::RedisAddress& address, const QString& nameSpace, FamilyTimes times)
    : m_prefix(nameSpace.toUtf8() + ":refresh:")
    , m_times(times)
    , m_client(address)
{
}

void RedisFamilies::open(const QByteArray& family, const QByteArray& note, qint64 now, Done done)
{
    const QByteArray key = m_prefix + family;
    m_client.send({ "HSET"_ba, key, "generation"_ba, "0"_ba, "advanced"_ba, "0"_ba, "note"_ba, note },
        [](const redisReply*) {}); // the next one fails as well when this one does
    m_client.send({ "PEXPIREAT"_ba, key, QByteArray::number(now + m_times.lifetimeMs) },
        [done = std::move(done)](const redisReply* reply) {
            const bool isThere = statusOf(reply) == Status::Ok && reply->integer == 1;
            done(isThere ? Status::Ok : Status::Unavailable);
        });
}

void RedisFamilies::advance(const QByteArray& family, qint64 generation, qint64 now, Answered done)
{
    m_client.send({ "EVAL"_ba, advanceScript, "1"_ba, m_prefix + family, QByteArray::number(generation),
                      QByteArray::number(now), QByteArray::number(m_times.graceMs) },
        [done = std::move(done)](const redisReply* reply) { done(answerOf(reply)); });
}

void RedisFamilies::revoke(const QByteArray& family, Done done)
{
    m_client.send(
        { "DEL"_ba, m_prefix + family }, [done = std::move(done)](const redisReply* reply) { done(statusOf(reply)); });
}

} // namespace ceteris::sessions
