// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <QString>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace ceteris::sessions {

class RefreshTokens;

enum class Status {
    Ok,
    NotFound, // no such session, or it has expired
    Unavailable, // the store does not answer: 503, never 401
    TooLarge, // the store cannot hold what was to be written, and holds what it held: 413
};

// All false: a store says what it can.
struct Capabilities
{
    bool survivesServerRestart = false;
    bool sharedByInstances = false;
    bool countsSessions = false; // count() is cheap and exact
    bool ownMemory = false; // the sessions live in this process; bytes() is known
    bool makesIds = false; // newId() is the only source of ids
    bool clientHolds = false; // the cookie is the session: cookie() changes with it, and remove() cannot take it back
};

// Something that a store has counted since its start.
struct Figure
{
    std::string_view name; // from contract::metric
    double count = 0;
};

// Where sessions live. Asynchronous: done is called exactly once, on the calling thread, perhaps before the function
// returns. One object for each listener thread; objects of one kind share what they must among themselves.
// now is Unix time in ms, given by the caller so that expiry can be tested.
class SessionStore
{
public:
    using Found = std::function<void(Status, Session)>;
    using Done = std::function<void(Status)>;
    using Counted = std::function<void(Status, qint64)>;
    using NewId = std::function<void(Status, QByteArray)>;

    virtual ~SessionStore() = default;

    // NotFound when it is absent, has been idle for its maxInactiveS, or is as old as the absolute lifetime.
    virtual void find(const QByteArray& id, qint64 now, Found done) = 0;
    // As find(), for a request that needs no attributes but these; most stores give all of them anyway.
    virtual void findSome(const QByteArray& id, const QList<QByteArray>& /*attributes*/, qint64 now, Found done)
    {
        find(id, now, std::move(done));
    }
    virtual void create(const Session& session, Done done) = 0;
    // NotFound when the session has gone since find(): a save never brings one back knowingly.
    virtual void save(const Delta& delta, Done done) = 0;
    // The session gets the id of newId and the changes of delta; the old id is dead when done is called.
    virtual void rotateId(const QByteArray& newId, const Delta& delta, Done done) = 0;
    virtual void remove(const QByteArray& id, Done done) = 0; // Ok also when it was not there
    virtual void count(Counted done) = 0;
    // What this instance adds to the sum over all instances: all it has, unless they keep copies of each other's.
    virtual void countOwn(Counted done) { count(std::move(done)); }
    virtual void clear(Done done) = 0;

    // An id for create() or rotateId(); of the store's own generator if it makesIds.
    virtual void newId(NewId done) { done(Status::Ok, newSessionId()); }
    // What the client keeps of the session, and find() is asked with.
    virtual QByteArray cookie(const Session& session) const { return session.id; }

    virtual RefreshTokens* refreshTokens() { return nullptr; } // if the client holds sessions that run out

    virtual Capabilities capabilities() const = 0;
    virtual std::optional<qint64> bytes() const { return std::nullopt; } // held by the sessions in this process
    // So far, by all stores of this kind in this process: their type is not on the list (codecs/valuecodec.h).
    virtual std::optional<qint64> refusedAttributes() const { return std::nullopt; }
    virtual std::vector<Figure> figures() const { return {}; } // of this process
};

} // namespace ceteris::sessions
