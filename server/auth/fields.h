// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <QHash>

#include <optional>

namespace ceteris::auth {

using Fields = QHash<QByteArray, QByteArray>;

// The media type of the body, in lower case and without parameters.
QByteArray mediaType(const http::Request& request);

// Whether the answer is for a program: it asks for JSON, or has sent JSON.
bool wantsJson(const http::Request& request);

// Whether the answer is for a person who looks at pages.
bool wantsHtml(const http::Request& request);

// The fields of a posted form or of a flat JSON object of texts; nullopt for any other body.
std::optional<Fields> fieldsOf(const http::Request& request);

QByteArray field(const Fields& fields, std::string_view name); // empty when there is none
bool has(const Fields& fields, std::string_view name);

// Whether a session may keep it as its last token: 1 to 256 bytes of UTF-8.
bool isToken(const QByteArray& text);

// The parts of a multipart/form-data body by name.
struct Part
{
    QByteArray contentType;
    QByteArray data;
};
std::optional<QHash<QByteArray, Part>> partsOf(const http::Request& request);

} // namespace ceteris::auth
