// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forms.h"

using namespace Qt::StringLiterals;

namespace ceteris::http {

namespace {
QByteArray formDecoded(QByteArrayView encoded)
{
    QByteArray text = encoded.toByteArray();
    text.replace('+', ' ');
    return percentDecoded(text);
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Calls take(part) for each part between separators; take returns false to stop.
template <class Take>
void split(QByteArrayView text, char separator, Take take)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(separator);
        if (!take(end < 0 ? text : text.first(end)) || end < 0)
            return;
        text = text.sliced(end + 1);
    }
}
}

QByteArray percentDecoded(QByteArrayView encoded)
{
    QByteArray text;
    text.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const bool escape = encoded[i] == '%' && i + 2 < encoded.size();
        const int high = escape ? hexValue(encoded[i + 1]) : -1;
        const int low = escape ? hexValue(encoded[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            text.append(char(high * 16 + low));
            i += 2;
        } else {
            text.append(encoded[i]);
        }
    }
    return text;
}

QHash<QByteArray, QByteArray> parseForm(QByteArrayView encoded)
{
    QHash<QByteArray, QByteArray> fields;
    split(encoded, '&', [&](QByteArrayView pair) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = formDecoded(equals < 0 ? pair : pair.first(equals));
        if (!name.isEmpty() && !fields.contains(name))
            fields.insert(name, equals < 0 ? QByteArray("") : formDecoded(pair.sliced(equals + 1)));
        return true;
    });
    return fields;
}

std::optional<QByteArray> cookie(QByteArrayView cookieHeader, QByteArrayView name)
{
    std::optional<QByteArray> found;
    split(cookieHeader, ';', [&](QByteArrayView pair) {
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0 || pair.first(equals).trimmed() != name)
            return true;
        QByteArrayView value = pair.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        found = value.toByteArray();
        return false;
    });
    return found;
}

QByteArray setCookie(QByteArrayView name, QByteArrayView value, const CookieAttributes& attributes)
{
    QByteArray line;
    line.reserve(name.size() + value.size() + 80);
    line.append(name).append('=').append(value).append("; Path=").append(QByteArrayView(attributes.path));
    if (attributes.maxAgeS >= 0)
        line.append("; Max-Age=").append(QByteArray::number(attributes.maxAgeS));
    if (attributes.secure)
        line.append("; Secure");
    if (attributes.httpOnly)
        line.append("; HttpOnly");
    return line.append("; SameSite=Lax");
}

QByteArray htmlEscaped(QByteArrayView text)
{
    QByteArray escaped;
    escaped.reserve(text.size() + 16);
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped.append("&amp;");
            break;
        case '<':
            escaped.append("&lt;");
            break;
        case '>':
            escaped.append("&gt;");
            break;
        case '"':
            escaped.append("&quot;");
            break;
        case '\'':
            escaped.append("&#39;");
            break;
        default:
            escaped.append(c);
        }
    }
    return escaped;
}

} // namespace ceteris::http
