// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/tokenstore.h"

#include "server/sessions/codecs/jsonsession.h"
#include "server/sessions/codecs/signedtoken.h"

#include <QJsonDocument>

namespace ceteris::sessions {
namespace {

Session sessionOf(const AccessClaims& claims)
{
    const auto lifetimeS = static_cast<int>(claims.expiresS - claims.issuedS);
    return { claims.family, claims.signedInS * 1000, claims.issuedS * 1000, lifetimeS, claims.attributes };
}

QByteArray noteOf(qint64 signedInMs, const Attributes& attributes)
{
    return toJson(Session { {}, signedInMs, signedInMs, 0, attributes });
}

} // namespace

TokenStore::TokenStore(TokenStoreOptions options, std::shared_ptr<RefreshFamilies> families)
    : m_options(std::move(options))
    , m_families(std::move(families))
{
}

void TokenStore::find(const QByteArray& token, qint64 now, Found done)
{
    const auto claims = claimsOf(token, m_options.secret);
    const auto nowS = now / 1000;
    if (!claims || nowS >= claims->expiresS || nowS < claims->issuedS)
        return done(Status::NotFound, {});
    done(Status::Ok, sessionOf(*claims));
}

void TokenStore::create(const Session& session, Done done)
{
    m_families->open(session.id, noteOf(session.createdMs, session.attributes), session.createdMs, std::move(done));
}

// The old family ends with the sign-in that it belongs to.
void TokenStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    m_families->revoke(delta.id, [=, this, done = std::move(done)](Status revoked) {
        if (revoked != Status::Ok)
            return done(revoked);
        m_families->open(newId, noteOf(delta.createdMs, delta.changed), delta.lastAccessedMs, done);
    });
}

void TokenStore::remove(const QByteArray& id, Done done)
{
    m_families->revoke(id, std::move(done));
}

QByteArray TokenStore::cookie(const Session& session) const
{
    const auto issuedS = session.lastAccessedMs / 1000;
    return signedToken(
        { session.id, session.createdMs / 1000, issuedS, issuedS + m_options.accessS, session.attributes },
        m_options.secret);
}

Capabilities TokenStore::capabilities() const
{
    return { .survivesServerRestart = true, .sharedByInstances = true, .clientHolds = true };
}

void TokenStore::renew(const QByteArray& token, const QByteArray& lastCookie, qint64 now, Renewed done)
{
    const auto asked = presented(token);
    if (!asked)
        return done({ Status::NotFound });
    m_families->advance(asked->family, asked->generation, now,
        [=, this, asked = *asked, done = std::move(done)](const RefreshFamilies::Answer& answer) {
            using Outcome = RefreshFamilies::Outcome;
            if (answer.outcome == Outcome::Unavailable || answer.outcome == Outcome::Refused)
                return done({ answer.outcome == Outcome::Refused ? Status::NotFound : Status::Unavailable });
            const bool isNext = answer.outcome == Outcome::Advanced;
            done({ Status::Ok, renewed(asked.family, answer.note, lastCookie, now),
                isNext ? refreshToken(asked.family, asked.generation + 1) : QByteArray() });
        });
}

void TokenStore::revoke(const QByteArray& token, Done done)
{
    const auto asked = presented(token);
    asked ? m_families->revoke(asked->family, std::move(done)) : done(Status::Ok);
}

// Goes on from what the client held last; without that, from the sign-in.
Session TokenStore::renewed(
    const QByteArray& family, const QByteArray& note, const QByteArray& lastCookie, qint64 now) const
{
    const auto claims = claimsOf(lastCookie, m_options.secret);
    auto session
        = claims && claims->family == family ? sessionOf(*claims) : sessionFromJson(family, note).value_or(Session {});
    session.lastAccessedMs = now;
    return session;
}

QByteArray TokenStore::refreshToken(const QByteArray& family, qint64 generation) const
{
    const QByteArray text = family + '.' + QByteArray::number(generation);
    return text + '.' + signatureOf("refresh:" + text, m_options.secret);
}

std::optional<TokenStore::Presented> TokenStore::presented(const QByteArray& token) const
{
    const auto parts = token.split('.');
    if (parts.size() != 3 || !isSessionId(parts[0]))
        return std::nullopt;
    const auto generation = parts[1].toLongLong();
    // Made again rather than read: there is one way to write each.
    return isSame(token, refreshToken(parts[0], generation)) ? std::optional(Presented { parts[0], generation })
                                                             : std::nullopt;
}

} // namespace ceteris::sessions
