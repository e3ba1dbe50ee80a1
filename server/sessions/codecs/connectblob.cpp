// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/connectblob.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr qsizetype longest = 8 << 20;
constexpr int defaultMaxAgeS = 86'400;

constexpr auto cookie = "cookie"_L1;
constexpr auto createdMs = "createdMs"_L1;
constexpr auto originalMaxAge = "originalMaxAge"_L1;
constexpr auto expires = "expires"_L1;
constexpr auto bytesMark = "[B"_L1;

QJsonObject objectFrom(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonValue toJsonValue(const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* text = std::get_if<QByteArray>(&value))
        return QString::fromUtf8(*text);
    return QJsonArray { bytesMark, QString::fromLatin1(std::get<Bytes>(value).data.toBase64()) };
}

// nullopt: fractions, truth values, null, objects and other arrays.
std::optional<Value> fromJsonValue(const QJsonValue& json)
{
    if (json.isString())
        return json.toString().toUtf8();
    if (json.isDouble()) {
        const auto number = json.toInteger(std::numeric_limits<qint64>::min());
        const bool whole = number != std::numeric_limits<qint64>::min() || json == QJsonValue(number);
        return whole ? std::optional<Value>(number) : std::nullopt;
    }
    const auto array = json.toArray();
    if (array.size() != 2 || array.first().toString() != bytesMark || !array.last().isString())
        return std::nullopt;
    auto data
        = QByteArray::fromBase64Encoding(array.last().toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return data ? std::optional<Value>(Bytes { std::move(*data) }) : std::nullopt;
}

void readCookie(Session& session, const QJsonObject& json, qint64 now)
{
    const auto maxAgeMs = json.value(originalMaxAge).toInteger(qint64 { defaultMaxAgeS } * 1000);
    session.maxInactiveS = static_cast<int>(std::min<qint64>(maxAgeMs / 1000, std::numeric_limits<int>::max()));
    const auto end = QDateTime::fromString(json.value(expires).toString(), Qt::ISODateWithMs);
    session.lastAccessedMs = end.isValid() ? end.toMSecsSinceEpoch() - maxAgeMs : now;
}

QJsonObject writtenCookie(const Session& session, QJsonObject json)
{
    if (!json.value(originalMaxAge).isNull() || !json.contains(originalMaxAge)) { // null: until the browser closes
        const auto maxAgeMs = qint64 { session.maxInactiveS } * 1000;
        const auto end = QDateTime::fromMSecsSinceEpoch(session.lastAccessedMs + maxAgeMs, Qt::UTC);
        json.insert(originalMaxAge, maxAgeMs);
        json.insert(expires, end.toString(Qt::ISODateWithMs));
    }
    if (!json.contains("httpOnly"_L1))
        json.insert("httpOnly"_L1, true);
    if (!json.contains("path"_L1))
        json.insert("path"_L1, u"/"_s);
    return json;
}

} // namespace

QByteArray toConnectBlob(const Session& session)
{
    auto json = session.foreign.isEmpty() ? QJsonObject() : objectFrom(session.foreign);
    json.insert(cookie, writtenCookie(session, json.value(cookie).toObject()));
    json.insert(createdMs, session.createdMs);
    for (auto it = session.attributes.cbegin(); it != session.attributes.cend(); ++it)
        json.insert(QString::fromUtf8(it.key()), toJsonValue(it.value()));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Session> sessionFromConnectBlob(const QByteArray& id, const QByteArray& blob, qint64 now)
{
    if (blob.size() > longest)
        return std::nullopt;
    auto json = objectFrom(blob);
    if (!json.value(cookie).isObject())
        return std::nullopt;
    Session session;
    session.id = id;
    readCookie(session, json.value(cookie).toObject(), now);
    session.createdMs = json.take(createdMs).toInteger(session.lastAccessedMs);
    for (auto it = json.begin(); it != json.end();) {
        auto value = fromJsonValue(it.value());
        if (value)
            session.attributes.insert(it.key().toUtf8(), std::move(*value));
        it = value ? json.erase(it) : std::next(it);
    }
    const auto ours = writtenCookie(session, {});
    if (json.size() > 1 || json.value(cookie) != ours)
        session.foreign = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return session;
}

} // namespace ceteris::sessions
