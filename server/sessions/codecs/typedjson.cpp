// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/typedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr qsizetype longest = 1 << 20;
constexpr int deepest = 100;

constexpr std::array containers { "java.util.HashMap"_L1, "java.util.LinkedHashMap"_L1, "java.util.TreeMap"_L1,
    "java.util.ArrayList"_L1, "java.util.HashSet"_L1 };
constexpr std::array scalars { "java.lang.Long"_L1, "java.lang.Integer"_L1, "java.lang.Short"_L1, "java.lang.Byte"_L1,
    "java.lang.Double"_L1, "java.lang.Float"_L1, "java.lang.Boolean"_L1, "java.lang.Character"_L1,
    "java.lang.String"_L1, "[B"_L1 };

bool isContainer(const QString& type)
{
    return std::ranges::find(containers, type) != containers.end() || type.startsWith("ceteris."_L1);
}

bool isScalar(const QString& type)
{
    return std::ranges::find(scalars, type) != scalars.end();
}

bool isAllowed(const QJsonValue& value, int depth);

bool areAllowed(const QJsonArray& values, int depth)
{
    return std::all_of(values.begin(), values.end(), [depth](const QJsonValue& it) { return isAllowed(it, depth); });
}

bool isAllowed(const QJsonObject& object, int depth)
{
    if (!isContainer(object.value("@class"_L1).toString()))
        return false;
    return std::all_of(object.begin(), object.end(), [depth](const QJsonValue& it) { return isAllowed(it, depth); });
}

// ["java.util.ArrayList",[…]], ["java.lang.Long",5]
bool isAllowed(const QJsonArray& typed, int depth)
{
    if (typed.size() != 2)
        return false;
    const auto type = typed.first().toString();
    const auto payload = typed.last();
    if (isScalar(type))
        return !payload.isArray() && !payload.isObject();
    return isContainer(type) && payload.isArray() && areAllowed(payload.toArray(), depth);
}

bool isAllowed(const QJsonValue& value, int depth)
{
    if (depth == deepest)
        return false;
    if (value.isObject())
        return isAllowed(value.toObject(), depth + 1);
    return !value.isArray() || isAllowed(value.toArray(), depth + 1);
}

} // namespace

bool namesOnlyAllowedTypes(QByteArrayView json)
{
    if (json.size() > longest)
        return false;
    const auto document = QJsonDocument::fromJson('[' + json.toByteArray() + ']');
    const auto values = document.array();
    return values.size() == 1 && isAllowed(values.first(), 0);
}

} // namespace ceteris::sessions
