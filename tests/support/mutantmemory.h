// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <deque>
#include <mutex>
#include <optional>
#include <random>
#include <string_view>
#include <vector>

namespace ceteris::testsupport {

// The ways in which the server breaks its promises on purpose. Those with a rate do it by chance, to that share of the
// calls; the others whenever there is occasion.
enum class Mutant {
    None,
    Drop, // rate of finds: the session is gone
    Swap, // rate of finds: the content of another session
    Stale, // rate of finds: what the find before has seen
    Backwards, // rate of saves: numbers are kept two lower than they were answered
    Resurrect, // a save after the removal brings the whole session back
    Reuse, // rate of sign-ins: an id that was given out before
    Immortal, // sessions do not end by themselves
    Everywhere, // a sign-out ends all sessions of the user
    LastWriter, // a save writes all of the session as it was found, over what others have saved meanwhile
};
std::optional<Mutant> mutantNamed(std::string_view name);

// What the stores of all listener threads know together. Every function may be called from any thread.
class MutantMemory
{
public:
    MutantMemory(Mutant mutant, double rate)
        : m_mutant(mutant)
        , m_rate(rate)
    {
    }

    Mutant mutant() const { return m_mutant; }
    bool strikes(Mutant mutant); // whether it is the one, and happens this time
    QByteArray newSessionId();

    void saw(const sessions::Session& session, qint64 now);
    void removed(const QByteArray& id);
    std::optional<sessions::Session> lastSeen(const QByteArray& id) const;
    std::optional<sessions::Session> seenAt(const QByteArray& id, qint64 now) const; // by the find of that time
    std::optional<sessions::Session> another(const QByteArray& id) const; // the latest session that is not this one
    std::vector<QByteArray> sessionsOfSameUser(const QByteArray& id) const; // the other ones
    std::optional<sessions::Session> grave(const QByteArray& id) const; // as it was before its removal

private:
    struct Sight
    {
        qint64 now;
        sessions::Session session;
    };
    using Sights = QHash<QByteArray, std::deque<Sight>>;

    const Mutant m_mutant;
    const double m_rate;
    mutable std::mutex m_mutex; // guards what follows
    std::mt19937 m_random { 1 };
    Sights m_seen; // the latest of each session, newest last
    QHash<QByteArray, sessions::Session> m_graves;
    QByteArray m_issued;
    std::deque<sessions::Session> m_latest; // two, of different ids
};

} // namespace ceteris::testsupport
