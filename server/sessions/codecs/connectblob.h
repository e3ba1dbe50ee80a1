// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <optional>

namespace ceteris::sessions {

// A session as express-session keeps it, one JSON object:
//
//   {"cookie":{"originalMaxAge":1800000,"expires":"2026-01-31T12:00:00.000Z","httpOnly":true,"path":"/"},
//    "createdMs":1769857200000,"user":"user1","visits":3,"image":["[B","iVBORw=="]}
//
// createdMs is ours: express has no absolute lifetime. What a Value cannot hold (a Date, passport's object, more about
// the cookie) travels in Session::foreign and is written back as it was.
QByteArray toConnectBlob(const Session& session);

// nullopt for what is no JSON object with a "cookie", for more than 8 MiB, or nested deeper than Qt reads (1024). The
// blob says when it was written, not when it was touched: lastAccessedMs is the time of the last write. Without a
// maximum age it is the 24 hours of connect-redis; without createdMs it is as old as that write.
std::optional<Session> sessionFromConnectBlob(const QByteArray& id, const QByteArray& blob, qint64 now);

} // namespace ceteris::sessions
