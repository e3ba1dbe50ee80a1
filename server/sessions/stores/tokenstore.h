// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/refreshtokens.h"
#include "server/sessions/stores/refreshfamilies.h"

namespace ceteris::sessions {

struct TokenStoreOptions
{
    QByteArray secret; // of 256 bits
    int accessS = 300;
    int refreshS = 86'400;
};

// No store at all: the client holds the session, in a signed access token that is its cookie. find() is asked with that
// token and only has to check it; after each change the client is given a new one with the same end. Nobody can take it
// back: after remove() it is believed until it expires, accessS after it was made. That is its revocation lag.
//
// What the server keeps is one number for each sign-in (RefreshFamilies), so that a client can go on when its access
// token has expired: POST /auth/refresh with the refresh token, <family>.<generation>.<signature>.
class TokenStore : public SessionStore, public RefreshTokens
{
public:
    TokenStore(TokenStoreOptions options, std::shared_ptr<RefreshFamilies> families);

    void find(const QByteArray& token, qint64 now, Found done) override; // the session's id is its family
    void create(const Session& session, Done done) override;
    void save(const Delta&, Done done) override { done(Status::Ok); } // cookie() takes it to the client
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override; // only what could renew it
    void count(Counted done) override { done(Status::Unavailable, 0); } // nobody knows
    void clear(Done done) override { done(Status::Unavailable); }
    QByteArray cookie(const Session& session) const override;
    Capabilities capabilities() const override;
    RefreshTokens* refreshTokens() override { return this; }

    QByteArray firstToken(const Session& session) const override { return refreshToken(session.id, 0); }
    void renew(const QByteArray& token, const QByteArray& lastCookie, qint64 now, Renewed done) override;
    void revoke(const QByteArray& token, Done done) override;
    int lifetimeS() const override { return m_options.refreshS; }

private:
    struct Presented
    {
        QByteArray family;
        qint64 generation = 0;
    };

    QByteArray refreshToken(const QByteArray& family, qint64 generation) const;
    std::optional<Presented> presented(const QByteArray& token) const; // nullopt: not signed by us
    Session renewed(const QByteArray& family, const QByteArray& note, const QByteArray& lastCookie, qint64 now) const;

    const TokenStoreOptions m_options;
    const std::shared_ptr<RefreshFamilies> m_families; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
