// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"

#include <QJsonObject>

namespace ceteris::server {

// The configuration as JSON: one object that ends with its line or with stdin, or a whole file.
contract::Result<QJsonObject> jsonFromInput();
contract::Result<QJsonObject> jsonFromFile(const QString& path);
contract::Result<contract::ServerConfig> configFromInput();

// Sets "a.b.c" to value, making the objects on the way.
void setPath(QJsonObject& json, QLatin1StringView path, const QJsonValue& value);

// base with the values of top over it, at every depth.
QJsonObject merged(QJsonObject base, const QJsonObject& top);

} // namespace ceteris::server
