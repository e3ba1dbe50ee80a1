// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/session.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace ceteris::sessions {
namespace {

constexpr bool isBase64Url(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// In base64url without padding, 4 characters for 3 bytes.
template <std::size_t words>
QByteArray randomId()
{
    std::array<quint32, words> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray::fromRawData(reinterpret_cast<const char*>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

void apply(const Delta& delta, Session& session)
{
    session.attributes.insert(delta.changed);
    for (const auto& name : delta.removed)
        session.attributes.remove(name);
}

QByteArray newSessionId()
{
    return randomId<4>();
}

QByteArray newLongSessionId()
{
    return randomId<6>();
}

bool isSessionId(QByteArrayView text)
{
    const auto size = static_cast<std::size_t>(text.size());
    return (size == sessionIdLength || size == longSessionIdLength) && std::ranges::all_of(text, isBase64Url);
}

QByteArray hashedId(QByteArrayView id)
{
    return QCryptographicHash::hash(id.toByteArray(), QCryptographicHash::Sha256).toHex().first(8);
}

} // namespace ceteris::sessions
