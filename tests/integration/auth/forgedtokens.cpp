// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/forgedtokens.h"

#include "server/sessions/codecs/signedtoken.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace ceteris::authtest {
namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray jwt(const QByteArray& header, const QByteArray& payload, const QByteArray& secret,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    const QByteArray text = header.toBase64(base64) + '.' + payload.toBase64(base64);
    return text + '.' + QMessageAuthenticationCode::hash(text, secret, algorithm).toBase64(base64);
}

} // namespace

std::vector<Forgery> forgedTokens(const QByteArray& secret, int accessS)
{
    const auto nowS = QDateTime::currentSecsSinceEpoch();
    const sessions::AccessClaims claims { sessions::newSessionId(), nowS, nowS, nowS + accessS,
        { { "user"_ba, "user1"_ba } } };
    const auto good = sessions::signedToken(claims, secret);
    const auto header = R"({"alg":"HS256","typ":"at+jwt"})"_ba;
    const auto payload = QByteArray::fromBase64(good.split('.')[1], base64);
    const auto changed = [&](const QByteArray& before, const QByteArray& after) {
        auto other = payload;
        return jwt(header, other.replace(before, after), secret);
    };
    return {
        { "nothing wrong", good },
        { "no algorithm", jwt(R"({"alg":"none","typ":"at+jwt"})", payload, secret) },
        { "no algorithm, no signature",
            R"({"alg":"none","typ":"at+jwt"})"_ba.toBase64(base64) + '.' + payload.toBase64(base64) + '.' },
        { "RS256, signed with the secret", jwt(R"({"alg":"RS256","typ":"at+jwt"})", payload, secret) },
        { "another HMAC", jwt(R"({"alg":"HS512","typ":"at+jwt"})", payload, secret, QCryptographicHash::Sha512) },
        { "a key in the header", jwt(R"({"alg":"HS256","typ":"at+jwt","jwk":{"kty":"oct","k":"YQ"}})", payload, "a") },
        { "the address of a key", jwt(R"({"alg":"HS256","typ":"at+jwt","jku":"http://127.0.0.1/"})", payload, secret) },
        { "another type", jwt(R"({"alg":"HS256","typ":"JWT"})", payload, secret) },
        { "another secret", jwt(header, payload, QByteArray(32, 'x')) },
        { "no secret", jwt(header, payload, {}) },
        { "expired",
            sessions::signedToken({ claims.family, nowS - 100, nowS - 100, nowS - 1, claims.attributes }, secret) },
        { "not valid yet",
            sessions::signedToken({ claims.family, nowS + 50, nowS + 50, nowS + 100, claims.attributes }, secret) },
        { "another audience", changed("\"aud\":\"ceteris\"", "\"aud\":\"other\"") },
        { "no audience", changed("\"aud\":\"ceteris\",", "") },
        { "no end", changed("\"exp\":", "\"oxp\":") },
        { "another user",
            good.split('.')[0] + '.' + QByteArray(payload).replace("user1", "user2").toBase64(base64) + '.'
                + good.split('.')[2] },
        { "cut", good.chopped(1) },
        { "two parts", good.first(good.lastIndexOf('.')) },
        { "a refresh token", claims.family + ".0." + sessions::signatureOf("refresh:" + claims.family + ".0", secret) },
    };
}

} // namespace ceteris::authtest
