// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/json.h"

#include <QtAlgorithms>

namespace ceteris::auth {
namespace {

void appendEscaped(QByteArray& out, char c)
{
    constexpr auto digits = "0123456789abcdef";
    if (c == '"' || c == '\\')
        out.append('\\').append(c);
    else if (static_cast<unsigned char>(c) < 0x20)
        out.append("\\u00").append(digits[c >> 4]).append(digits[c & 15]);
    else
        out.append(c);
}

struct Append
{
    QByteArray& out;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(qint64 number) const { out += QByteArray::number(number); }
    void operator()(QByteArrayView text) const
    {
        out += '"';
        for (const char c : text)
            appendEscaped(out, c);
        out += '"';
    }
};

} // namespace

QByteArray json(std::initializer_list<std::pair<QByteArrayView, JsonValue>> members)
{
    QByteArray out;
    out.reserve(128);
    char separator = '{';
    for (const auto& [key, value] : members) {
        out += separator;
        Append { out }(key);
        out += ':';
        std::visit(Append { out }, value);
        separator = ',';
    }
    return out += '}';
}

} // namespace ceteris::auth
