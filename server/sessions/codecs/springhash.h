// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/codecs/valuecodec.h"
#include "server/sessions/session.h"

#include <QList>

#include <optional>

namespace ceteris::sessions {

// A session as the hash of Spring Session: field, value, field, value, …
using HashFields = QList<QByteArray>;

HashFields toHash(const Session& session, const ValueCodec& codec = {});
HashFields toHash(
    const Delta& delta, const ValueCodec& codec = {}); // what changed; a removed attribute is a value of no length

// The fields of a session with no attributes but these, in the order of HMGET; and the hash from its answer, in which
// an absent field is a null QByteArray.
QList<QByteArray> fieldNames(const QList<QByteArray>& attributes);
HashFields hashOf(const QList<QByteArray>& names, const QList<QByteArray>& values);

// nullopt when a field that every session has is missing or no number: the half of a session. Attributes that were
// removed, or that hold what a Value cannot, are absent.
std::optional<Session> sessionFromHash(const QByteArray& id, const HashFields& fields, const ValueCodec& codec = {});

} // namespace ceteris::sessions
