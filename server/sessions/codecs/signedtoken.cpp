// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/signedtoken.h"

#include "server/sessions/codecs/jsonsession.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

const QByteArray& header()
{
    static const auto text = QByteArray(R"({"alg":"HS256","typ":"at+jwt"})").toBase64(base64);
    return text;
}

QByteArray payloadOf(const AccessClaims& claims)
{
    return R"({"aud":")" + QByteArray(tokenAudience.data(), qsizetype(tokenAudience.size())) + R"(","sid":")"
        + claims.family + R"(","auth_time":)" + QByteArray::number(claims.signedInS) + R"(,"iat":)"
        + QByteArray::number(claims.issuedS) + R"(,"nbf":)" + QByteArray::number(claims.issuedS) + R"(,"exp":)"
        + QByteArray::number(claims.expiresS) + R"(,"session":)" + toJson(claims.attributes) + '}';
}

std::optional<AccessClaims> claimsOf(const QJsonObject& payload)
{
    const auto time = [&payload](QLatin1StringView name) { return payload.value(name).toInteger(-1); };
    AccessClaims claims { payload.value("sid"_L1).toString().toLatin1(), time("auth_time"_L1), time("iat"_L1),
        time("exp"_L1), attributesFromJson(payload.value("session"_L1).toObject()) };
    const bool isOurs = payload.value("aud"_L1) == QLatin1StringView(tokenAudience.data(), tokenAudience.size())
        && isSessionId(claims.family) && time("nbf"_L1) == claims.issuedS;
    if (!isOurs || claims.signedInS < 0 || claims.issuedS < 0 || claims.expiresS < 0)
        return std::nullopt;
    return claims;
}

} // namespace

QByteArray signatureOf(const QByteArray& text, const QByteArray& secret)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64(base64);
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    int difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

QByteArray signedToken(const AccessClaims& claims, const QByteArray& secret)
{
    const QByteArray text = header() + '.' + payloadOf(claims).toBase64(base64);
    return text + '.' + signatureOf(text, secret);
}

std::optional<AccessClaims> claimsOf(const QByteArray& token, const QByteArray& secret)
{
    const auto lastDot = token.lastIndexOf('.');
    const auto start = header().size() + 1;
    if (lastDot < start || !token.startsWith(header()) || token[start - 1] != '.')
        return std::nullopt;
    if (!isSame(signatureOf(token.first(lastDot), secret), QByteArrayView(token).sliced(lastDot + 1)))
        return std::nullopt;
    const auto payload = QByteArray::fromBase64(token.sliced(start, lastDot - start), base64);
    return claimsOf(QJsonDocument::fromJson(payload).object());
}

} // namespace ceteris::sessions
