// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

namespace ceteris::sessions {

// What comes of a refresh token.
struct Renewal
{
    Status status = Status::Unavailable; // NotFound: not ours, ended, or used before, which ends its whole family
    Session session {}; // to be given to the client by SessionStore::cookie()
    QByteArray token {}; // for the next renewal; empty in the grace period: the client has it from the other renewal
};

// How a client goes on when the session that it holds has run out. All refresh tokens of one sign-in are a family: each
// is good for one use and is followed by the next.
class RefreshTokens
{
public:
    using Renewed = std::function<void(Renewal)>;

    virtual ~RefreshTokens() = default;

    virtual QByteArray firstToken(const Session& session) const = 0; // of a session that was created or rotated
    // lastCookie: what the client held, expired or not; it goes on from there if it is of the same family.
    virtual void renew(const QByteArray& token, const QByteArray& lastCookie, qint64 now, Renewed done) = 0;
    virtual void revoke(const QByteArray& token, SessionStore::Done done) = 0; // the family of a token of ours
    virtual int lifetimeS() const = 0; // of a family
};

} // namespace ceteris::sessions
