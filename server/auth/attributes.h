// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

namespace ceteris::auth {

// The session attributes of the auth app.
namespace attribute {
inline const QByteArray user = QByteArrayLiteral("user"); // who is signed in
inline const QByteArray visits = QByteArrayLiteral("visits"); // how often GET / was answered
inline const QByteArray csrf = QByteArrayLiteral("csrf"); // token of the forms
inline const QByteArray count = QByteArrayLiteral("count"); // how often POST /work was answered
inline const QByteArray last = QByteArrayLiteral("last"); // the token of the last POST /work, or of the login
inline const QByteArray notes = QByteArrayLiteral("notes"); // what POST /work has added
inline const QByteArray q = QByteArrayLiteral("q"); // of GET /set
inline const QByteArray image = QByteArrayLiteral("image");
inline const QByteArray imageType = QByteArrayLiteral("imageType");

inline const QList<QByteArray> ofPages { user, visits, csrf, count, last, imageType }; // what most requests need
}

// An attribute that is absent or of another type is empty, or 0.
QByteArray text(const sessions::Session& session, const QByteArray& name);
qint64 number(const sessions::Session& session, const QByteArray& name);

} // namespace ceteris::auth
