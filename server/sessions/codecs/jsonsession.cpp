// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/jsonsession.h"

#include "server/sessions/codecs/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

QByteArray quoted(const QByteArray& text)
{
    return toJson(Value(text));
}

template <class Timed>
QByteArray times(const Timed& timed)
{
    return "\"creationTime\":" + QByteArray::number(timed.createdMs)
        + ",\"lastAccessedTime\":" + QByteArray::number(timed.lastAccessedMs)
        + ",\"maxInactiveInterval\":" + QByteArray::number(timed.maxInactiveS);
}

// False unless all three are whole numbers that fit.
template <class Timed>
bool readTimes(const QJsonObject& json, Timed& timed)
{
    constexpr auto none = std::numeric_limits<qint64>::min();
    timed.createdMs = json.value("creationTime"_L1).toInteger(none);
    timed.lastAccessedMs = json.value("lastAccessedTime"_L1).toInteger(none);
    timed.maxInactiveS = json.value("maxInactiveInterval"_L1).toInt(-1);
    return timed.createdMs != none && timed.lastAccessedMs != none && timed.maxInactiveS >= 0;
}

std::optional<Value> valueOf(const QJsonValue& json)
{
    if (json.isString())
        return json.toString().toUtf8();
    if (json.isDouble()) {
        const auto number = json.toInteger();
        return number != 0 || json.toDouble() == 0 ? std::optional<Value>(number) : std::nullopt;
    }
    const auto array = json.toArray();
    if (array.size() != 2 || array.at(0) != "[B"_L1 || !array.at(1).isString())
        return std::nullopt;
    return Bytes { QByteArray::fromBase64(array.at(1).toString().toLatin1()) };
}

} // namespace

QByteArray toJson(const Attributes& attributes)
{
    QByteArray json = "{";
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        json += (json.size() > 1 ? "," : "") + quoted(it.key()) + ':' + toJson(it.value());
    return json + '}';
}

QByteArray toJson(const Session& session)
{
    return '{' + times(session) + ",\"attributes\":" + toJson(session.attributes) + '}';
}

QByteArray toJson(const Delta& delta)
{
    QByteArray removed;
    for (const auto& name : delta.removed)
        removed += (removed.isEmpty() ? "" : ",") + quoted(name);
    return '{' + times(delta) + ",\"changed\":" + toJson(delta.changed) + ",\"removed\":[" + removed + "]}";
}

Attributes attributesFromJson(const QJsonObject& json)
{
    Attributes attributes;
    for (auto it = json.begin(); it != json.end(); ++it)
        if (auto value = valueOf(it.value()))
            attributes.insert(it.key().toUtf8(), std::move(*value));
    return attributes;
}

std::optional<Session> sessionFromJson(const QByteArray& id, const QByteArray& json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    const auto attributes = object.value("attributes"_L1);
    Session session;
    session.id = id;
    if (!readTimes(object, session) || !attributes.isObject())
        return std::nullopt;
    session.attributes = attributesFromJson(attributes.toObject());
    return session;
}

std::optional<Delta> deltaFromJson(const QByteArray& id, const QByteArray& json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    const auto changed = object.value("changed"_L1);
    Delta delta;
    delta.id = id;
    if (!readTimes(object, delta) || !changed.isObject())
        return std::nullopt;
    delta.changed = attributesFromJson(changed.toObject());
    for (const auto& name : object.value("removed"_L1).toArray())
        delta.removed << name.toString().toUtf8();
    return delta;
}

} // namespace ceteris::sessions
