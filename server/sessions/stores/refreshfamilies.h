// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/redisclient.h"

#include <QHash>

#include <mutex>

namespace ceteris::sessions {

// How far the refresh tokens of each sign-in have come: one number, the generation that may be used next. Whoever
// presents it moves it on, in one step; one that was used before ends the family, because one of the two who had it
// has stolen it.
class RefreshFamilies
{
public:
    enum class Outcome {
        Advanced, // the generation was the next one
        Grace, // it was the one before, not long ago: two tabs at once
        Refused, // no such family, ended, or used before: now there is none any more
        Unavailable,
    };
    struct Answer
    {
        Outcome outcome = Outcome::Unavailable;
        QByteArray note {}; // what open() was given
    };
    using Answered = std::function<void(Answer)>;
    using Done = SessionStore::Done;

    virtual ~RefreshFamilies() = default;

    virtual void open(const QByteArray& family, const QByteArray& note, qint64 now, Done done) = 0; // at generation 0
    virtual void advance(const QByteArray& family, qint64 generation, qint64 now, Answered done) = 0;
    virtual void revoke(const QByteArray& family, Done done) = 0;
};

struct FamilyTimes
{
    qint64 lifetimeMs = 0; // from open(), whatever the use
    qint64 graceMs = 0;
};

// In this process, shared by its listener threads.
class MemoryFamilies : public RefreshFamilies
{
public:
    explicit MemoryFamilies(FamilyTimes times)
        : m_times(times)
    {
    }

    void open(const QByteArray& family, const QByteArray& note, qint64 now, Done done) override;
    void advance(const QByteArray& family, qint64 generation, qint64 now, Answered done) override;
    void revoke(const QByteArray& family, Done done) override;

private:
    struct Family
    {
        QByteArray note;
        qint64 endsMs = 0;
        qint64 generation = 0;
        qint64 advancedMs = 0;
    };

    Answer advanced(const QByteArray& family, qint64 generation, qint64 now);
    void sweep(qint64 now);

    const FamilyTimes m_times;
    std::mutex m_mutex; // guards what follows
    QHash<QByteArray, Family> m_families;
    qsizetype m_sweepAt = 1024;
};

// In Redis, shared by all instances: <namespace>:refresh:<family> is a hash that expires with the family; a script
// looks and advances as one step.
class RedisFamilies : public RefreshFamilies
{
public:
    RedisFamilies(const contract::RedisAddress& address, const QString& nameSpace, FamilyTimes times);

    void open(const QByteArray& family, const QByteArray& note, qint64 now, Done done) override;
    void advance(const QByteArray& family, qint64 generation, qint64 now, Answered done) override;
    void revoke(const QByteArray& family, Done done) override;

private:
    const QByteArray m_prefix;
    const FamilyTimes m_times;
    RedisClient m_client;
};

} // namespace ceteris::sessions
