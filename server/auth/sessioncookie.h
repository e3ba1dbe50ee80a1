// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/http/message.h"

namespace ceteris::auth {

// The cookie by which a browser is known: the bare session id or, with a secret, the id signed as express-session does
// it: s:<id>.<HMAC-SHA256 in base64 without padding>, percent-encoded. With store "token" it is the whole session.
class SessionCookie
{
public:
    explicit SessionCookie(const contract::ServerConfig& config);

    static constexpr qsizetype longest = 4096; // name and value; browsers drop more without a word

    // What SessionStore::find() is asked with; empty if it cannot be one of ours, or is not signed by us.
    QByteArray idOf(const http::Request& request) const;

    // Values of Set-Cookie.
    QByteArray set(const QByteArray& id) const;
    QByteArray remove() const;
    bool holds(const QByteArray& value) const { return m_name.size() + value.size() <= longest; }

private:
    QByteArray valueOf(const http::Request& request) const; // without its signature
    QByteArray signatureOf(const QByteArray& id) const;

    const QByteArray m_name;
    const bool m_secure;
    const QByteArray m_secret;
    const bool m_isToken;
};

} // namespace ceteris::auth
