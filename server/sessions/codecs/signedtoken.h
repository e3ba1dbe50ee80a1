// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <optional>

namespace ceteris::sessions {

// A JSON Web Token (RFC 7519) with one algorithm, HS256, one type, at+jwt (RFC 9068), and one audience. The header is
// compared, not read: what an attacker writes there (none, RS256, jku, jwk, x5u …) is never acted on, and nothing of
// the payload is parsed before the signature has been found right.
struct AccessClaims
{
    QByteArray family; // "sid": the sign-in
    qint64 signedInS = 0; // "auth_time", Unix time
    qint64 issuedS = 0; // "iat", and "nbf"
    qint64 expiresS = 0; // "exp": from then on it is refused
    Attributes attributes; // "session"

    bool operator==(const AccessClaims&) const = default;
};

inline constexpr std::string_view tokenAudience = "ceteris";

// HMAC-SHA-256 in base64url.
QByteArray signatureOf(const QByteArray& text, const QByteArray& secret);
// In a time that does not tell how much of it was right.
bool isSame(QByteArrayView a, QByteArrayView b);

QByteArray signedToken(const AccessClaims& claims, const QByteArray& secret);

// The claims of a token of ours, in time or not; nullopt for any other.
std::optional<AccessClaims> claimsOf(const QByteArray& token, const QByteArray& secret);

} // namespace ceteris::sessions
