// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>
#include <string_view>

namespace ceteris::http {

QByteArray percentDecoded(QByteArrayView encoded); // bad escapes stay as sent

// application/x-www-form-urlencoded and queries: first value of each name wins; + is a space; bad escapes stay as sent.
QHash<QByteArray, QByteArray> parseForm(QByteArrayView encoded);

// The value of one cookie in a Cookie header (RFC 6265 §5.4 pairs, optional quotes removed); nullopt if absent.
std::optional<QByteArray> cookie(QByteArrayView cookieHeader, QByteArrayView name);

struct CookieAttributes
{
    bool httpOnly = true;
    bool secure = false;
    int maxAgeS = -1; // -1: until the browser closes; 0: delete
    std::string_view path = "/"; // sent to addresses below it only
};
// "SESSION=…; Path=/; HttpOnly; SameSite=Lax"
QByteArray setCookie(QByteArrayView name, QByteArrayView value, const CookieAttributes& attributes = {});

QByteArray htmlEscaped(QByteArrayView text); // & < > " '

} // namespace ceteris::http
