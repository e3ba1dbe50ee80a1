// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/configinput.h"

#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace ceteris::server {
namespace {

constexpr qsizetype longestConfig = 1 << 20;

contract::Result<QJsonObject> objectOf(const QByteArray& text, const QString& source)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (document.isObject())
        return document.object();
    const auto reason = error.error == QJsonParseError::NoError ? u"it is not an object"_s : error.errorString();
    return tl::unexpected(contract::Failure {
        contract::ExitCode::BadConfig, u"%1 does not hold a configuration in JSON: %2."_s.arg(source, reason) });
}

} // namespace

contract::Result<QJsonObject> jsonFromInput()
{
    // By hand and byte by byte: what follows the line stays in the pipe, and a buffer must not swallow its end.
    QByteArray line;
    char c = 0;
    while (line.size() < longestConfig) {
        const auto got = read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || c == '\n')
            break;
        line += c;
    }
    return objectOf(line, u"The standard input"_s);
}

contract::Result<QJsonObject> jsonFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(contract::Failure { contract::ExitCode::BadConfig,
            u"The configuration %1 cannot be read: %2."_s.arg(path, file.errorString()) });
    }
    return objectOf(file.readAll(), path);
}

contract::Result<contract::ServerConfig> configFromInput()
{
    return jsonFromInput().and_then(contract::serverConfigFromJson);
}

void setPath(QJsonObject& json, QLatin1StringView path, const QJsonValue& value)
{
    const auto dot = path.indexOf(QLatin1Char('.'));
    if (dot < 0) {
        json.insert(path, value);
        return;
    }
    auto inner = json.value(path.first(dot)).toObject();
    setPath(inner, path.sliced(dot + 1), value);
    json.insert(path.first(dot), inner);
}

QJsonObject merged(QJsonObject base, const QJsonObject& top)
{
    for (auto it = top.begin(); it != top.end(); ++it) {
        const auto below = base.value(it.key());
        base.insert(it.key(),
            below.isObject() && it->isObject() ? QJsonValue(merged(below.toObject(), it->toObject())) : it.value());
    }
    return base;
}

} // namespace ceteris::server
