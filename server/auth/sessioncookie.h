// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/http/message.h"

namespace ceteris::auth {

// The cookie by which a browser is known: the bare session id or, with a secret, the id signed as express-session does
// it: s:<id>.<HMAC-SHA256 in base64 without padding>, percent-encoded.
class SessionCookie
{
public:
    explicit SessionCookie(const contract::ServerConfig& config);

    // What it brings, without the signature; empty when there is none, or none that we have signed.
    QByteArray valueOf(const http::Request& request) const;

    // Values of Set-Cookie.
    QByteArray set(const QByteArray& id) const;
    QByteArray remove() const;

private:
    QByteArray signatureOf(const QByteArray& id) const;

    const QByteArray m_name;
    const bool m_secure;
    const QByteArray m_secret;
};

} // namespace ceteris::auth
