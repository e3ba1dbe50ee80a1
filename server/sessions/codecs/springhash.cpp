// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/springhash.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr QByteArrayView creationTime = "creationTime";
constexpr QByteArrayView lastAccessedTime = "lastAccessedTime";
constexpr QByteArrayView maxInactiveInterval = "maxInactiveInterval";
constexpr QByteArrayView attributePrefix = "sessionAttr:";

void append(HashFields& fields, QByteArrayView name, const QByteArray& value)
{
    fields << name.toByteArray() << value;
}

void append(HashFields& fields, const Attributes& attributes, const ValueCodec& codec)
{
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        fields << attributePrefix.toByteArray() + it.key() << codec.encode(it.value());
}

std::optional<qint64> number(const QByteArray& stored, const ValueCodec& codec)
{
    const auto value = codec.decode(stored);
    const auto* found = value ? std::get_if<qint64>(&*value) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace

HashFields toHash(const Session& session, const ValueCodec& codec)
{
    HashFields fields;
    fields.reserve(2 * (3 + session.attributes.size()));
    append(fields, creationTime, codec.encode(session.createdMs));
    append(fields, lastAccessedTime, codec.encode(session.lastAccessedMs));
    append(fields, maxInactiveInterval, codec.encodeInteger(session.maxInactiveS));
    append(fields, session.attributes, codec);
    return fields;
}

HashFields toHash(const Delta& delta, const ValueCodec& codec)
{
    HashFields fields;
    fields.reserve(2 * (1 + delta.changed.size() + delta.removed.size()));
    append(fields, lastAccessedTime, codec.encode(delta.lastAccessedMs));
    append(fields, delta.changed, codec);
    for (const auto& name : delta.removed)
        fields << attributePrefix.toByteArray() + name << ""_ba;
    return fields;
}

QList<QByteArray> fieldNames(const QList<QByteArray>& attributes)
{
    QList<QByteArray> names { creationTime.toByteArray(), lastAccessedTime.toByteArray(),
        maxInactiveInterval.toByteArray() };
    for (const auto& attribute : attributes)
        names << attributePrefix.toByteArray() + attribute;
    return names;
}

HashFields hashOf(const QList<QByteArray>& names, const QList<QByteArray>& values)
{
    HashFields fields;
    for (qsizetype i = 0; i < std::min(names.size(), values.size()); ++i)
        if (!values[i].isNull())
            fields << names[i] << values[i];
    return fields;
}

std::optional<Session> sessionFromHash(const QByteArray& id, const HashFields& fields, const ValueCodec& codec)
{
    std::optional<qint64> created;
    std::optional<qint64> lastAccessed;
    std::optional<qint64> maxInactive;
    Session session;
    for (qsizetype i = 0; i + 1 < fields.size(); i += 2) {
        const auto& name = fields[i];
        const auto& stored = fields[i + 1];
        if (name == creationTime)
            created = number(stored, codec);
        else if (name == lastAccessedTime)
            lastAccessed = number(stored, codec);
        else if (name == maxInactiveInterval)
            maxInactive = number(stored, codec);
        else if (name.startsWith(attributePrefix))
            if (auto value = codec.decode(stored))
                session.attributes.insert(name.sliced(attributePrefix.size()), std::move(*value));
    }
    if (!created || !lastAccessed || !maxInactive || *maxInactive > std::numeric_limits<int>::max())
        return std::nullopt;
    session.id = id;
    session.createdMs = *created;
    session.lastAccessedMs = *lastAccessed;
    session.maxInactiveS = static_cast<int>(*maxInactive);
    return session;
}

} // namespace ceteris::sessions
