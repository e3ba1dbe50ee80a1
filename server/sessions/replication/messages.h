// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <compare>
#include <optional>
#include <tuple>

// What the instances say to each other. The fields of each travel in that order, in both directions.
namespace ceteris::sessions {

// Which state of a session is newer. A session that is gone is newer than any that is not, so no late change, however
// often that was made, brings back one that was signed out.
struct Version
{
    bool gone = false;
    quint32 counter = 0; // changes so far; 0: no session
    quint8 writer = 0; // decides between two members that did not see each other

    auto operator<=>(const Version&) const = default;
    static auto fields(auto& it) { return std::tie(it.gone, it.counter, it.writer); }
};

// From one version of a session to the next. From none: the delta holds all there is. To one that is gone: only the id.
struct Change
{
    Version base;
    Version version;
    Delta delta;

    static auto fields(auto& it)
    {
        auto& [id, createdMs, lastAccessedMs, maxInactiveS, changed, removed, found] = it.delta;
        return std::tie(it.base, it.version, id, createdMs, lastAccessedMs, maxInactiveS, changed, removed);
    }
};
using Changes = QList<Change>;

inline Delta deltaOf(const Session& session) // all of it
{
    return { session.id, session.createdMs, session.lastAccessedMs, session.maxInactiveS, session.attributes, {} };
}

inline Session sessionOf(const Delta& whole)
{
    return { whole.id, whole.createdMs, whole.lastAccessedMs, whole.maxInactiveS, whole.changed };
}

// Brings nothing but the news that there is this version: it is to be asked for, or answered with a newer one.
inline Change offer(const QByteArray& id, const Version& version)
{
    return { version, version, { .id = id, .changed = {}, .removed = {} } };
}

inline constexpr quint8 replicationVersion = 2;

struct Greeting
{
    QByteArray program = QByteArrayLiteral("ceteris-replication");
    quint8 version = replicationVersion;
    quint8 member = 0; // who is speaking
    QByteArray random {}; // so that no two connections have the same keys

    static auto fields(auto& it) { return std::tie(it.program, it.version, it.member, it.random); }
    bool isKnown() const { return program == Greeting().program; }
};

enum class Ask : quint8 {
    // Operations, for the primary of the session: one change, to which it gives the versions.
    Create,
    Save,
    Take, // removes the session with that id, at that time of access, and answers with what it was
    Find, // likewise, without removing it
    // For anybody.
    Keep, // the changes: which do you want whole, of which do you have newer ones?
    Count, // the sessions whose primary you are
    Clear,
    Leave, // count on me no longer
};

struct Request
{
    Ask ask = Ask::Count;
    Changes changes {};
    quint64 number = 0; // which its answer repeats
    int asker = -1; // who it came from, -1: a client of ours; not said

    static auto fields(auto& it) { return std::tie(it.number, it.ask, it.changes); }
    bool isKnown() const { return ask <= Ask::Leave && (ask > Ask::Find || changes.size() == 1); }
    const Delta& delta() const { return changes.first().delta; } // of an operation
};

struct Answer
{
    Status status = Status::Ok;
    Changes known {}; // whole: to Take and Find the session, to Keep what is newer than what was said
    QList<QByteArray> wanted {}; // whole, to Keep
    qint64 count = 0; // to Count
    quint64 number = 0;
    // Nobody said this. Ok: the member has gone, as one that died, and keeps nothing that could be stale. Unavailable:
    // it is connected but does not answer; what it knows nobody knows.
    bool isSilence = false;

    static auto fields(auto& it) { return std::tie(it.number, it.status, it.known, it.wanted, it.count); }
    bool isKnown() const { return status >= Status::Ok && status <= Status::TooLarge; }
};

} // namespace ceteris::sessions
