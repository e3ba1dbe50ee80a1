// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <QJsonObject>

#include <optional>

namespace ceteris::sessions {

// Sessions and what changed in them as one JSON object each, values as in jsonvalue.h; ids are not in it:
//   {"creationTime":ms,"lastAccessedTime":ms,"maxInactiveInterval":s,"attributes":{name:value}}
//   {"creationTime":ms,"lastAccessedTime":ms,"maxInactiveInterval":s,"changed":{name:value},"removed":[name]}
QByteArray toJson(const Session& session);
QByteArray toJson(const Delta& delta);
QByteArray toJson(const Attributes& attributes);

// nullopt when a field that must be there is missing or of another type. Values of other types are left out.
std::optional<Session> sessionFromJson(const QByteArray& id, const QByteArray& json);
std::optional<Delta> deltaFromJson(const QByteArray& id, const QByteArray& json);
Attributes attributesFromJson(const QJsonObject& json);

} // namespace ceteris::sessions
