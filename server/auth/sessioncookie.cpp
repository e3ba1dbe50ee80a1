// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/sessioncookie.h"

#include "server/http/forms.h"
#include "server/sessions/session.h"
#include "server/users/passwords.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace ceteris::auth {
namespace {

constexpr QByteArrayView signedMark = "s:";

} // namespace

SessionCookie::SessionCookie(const contract::ServerConfig& config)
    : m_name(config.cookieName.toUtf8())
    , m_secure(config.secureCookie)
    , m_secret(config.cookieSecret.toUtf8())
    , m_isToken(config.store.kind == u"token")
{
}

QByteArray SessionCookie::idOf(const http::Request& request) const
{
    const auto value = valueOf(request);
    return m_isToken || sessions::isSessionId(value) ? value : QByteArray();
}

QByteArray SessionCookie::valueOf(const http::Request& request) const
{
    const auto sent = http::cookie(request.header("cookie"), m_name).value_or(QByteArray());
    if (m_secret.isEmpty())
        return sent;
    const auto signedId = http::percentDecoded(sent);
    const auto dot = signedId.lastIndexOf('.');
    if (dot < 0 || !signedId.startsWith(signedMark))
        return {};
    const auto id = signedId.sliced(signedMark.size(), dot - signedMark.size());
    const bool ours = users::equalInConstantTime(signatureOf(id), QByteArrayView(signedId).sliced(dot + 1));
    return ours ? id : QByteArray();
}

QByteArray SessionCookie::set(const QByteArray& id) const
{
    const auto value = m_secret.isEmpty()
        ? id
        : QByteArray(signedMark.toByteArray() + id + '.' + signatureOf(id)).toPercentEncoding();
    return http::setCookie(m_name, value, { .secure = m_secure });
}

QByteArray SessionCookie::remove() const
{
    return http::setCookie(m_name, {}, { .secure = m_secure, .maxAgeS = 0 });
}

QByteArray SessionCookie::signatureOf(const QByteArray& id) const
{
    return QMessageAuthenticationCode::hash(id, m_secret, QCryptographicHash::Sha256)
        .toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace ceteris::auth
