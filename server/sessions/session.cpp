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

} // namespace

void apply(const Delta& delta, Session& session)
{
    session.attributes.insert(delta.changed);
    for (const auto& name : delta.removed)
        session.attributes.remove(name);
}

QByteArray newSessionId()
{
    std::array<quint32, 4> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray::fromRawData(reinterpret_cast<const char*>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isSessionId(QByteArrayView text)
{
    return text.size() == qsizetype { sessionIdLength } && std::ranges::all_of(text, isBase64Url);
}

QByteArray hashedId(QByteArrayView id)
{
    return QCryptographicHash::hash(id.toByteArray(), QCryptographicHash::Sha256).toHex().first(8);
}

} // namespace ceteris::sessions
