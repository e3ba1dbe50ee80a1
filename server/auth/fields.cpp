// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/fields.h"

#include "server/http/forms.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ceteris::auth {
namespace {

constexpr int mostParts = 16;
constexpr qsizetype longestToken = 256;

std::optional<Fields> fieldsOfJson(const QByteArray& body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    Fields fields;
    const auto object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString())
            return std::nullopt;
        fields.insert(it.key().toUtf8(), it.value().toString().toUtf8());
    }
    return fields;
}

// One parameter of a header value: boundary=x or name="x".
QByteArray parameter(const QByteArray& value, QByteArrayView name)
{
    for (const auto& piece : value.split(';')) {
        const auto equals = piece.indexOf('=');
        if (equals < 0 || piece.left(equals).trimmed().toLower() != name)
            continue;
        auto text = piece.mid(equals + 1).trimmed();
        if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
            text = text.sliced(1, text.size() - 2);
        return text;
    }
    return {};
}

// headers CRLF CRLF data, as it stands between two boundaries.
void addPart(QHash<QByteArray, Part>& parts, const QByteArray& text)
{
    const auto end = text.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Part part { {}, text.mid(end + 4) };
    QByteArray name;
    for (const auto& line : text.left(end).split('\n')) {
        const auto colon = line.indexOf(':');
        const auto key = line.left(qMax(colon, 0)).trimmed().toLower();
        if (key == "content-disposition")
            name = parameter(line.mid(colon + 1), "name");
        else if (key == "content-type")
            part.contentType = line.mid(colon + 1).trimmed();
    }
    if (!name.isEmpty() && !parts.contains(name))
        parts.insert(name, part);
}

} // namespace

QByteArray mediaType(const http::Request& request)
{
    const auto value = request.header("content-type");
    const auto end = value.indexOf(';');
    return (end < 0 ? value : value.left(end)).trimmed().toLower();
}

bool wantsJson(const http::Request& request)
{
    return request.header("accept").contains("application/json") || mediaType(request) == "application/json";
}

bool wantsHtml(const http::Request& request)
{
    return !wantsJson(request) && request.header("accept").contains("text/html");
}

std::optional<Fields> fieldsOf(const http::Request& request)
{
    const auto type = mediaType(request);
    if (type == "application/x-www-form-urlencoded")
        return http::parseForm(request.body);
    if (type == "application/json")
        return fieldsOfJson(request.body);
    return std::nullopt;
}

QByteArray field(const Fields& fields, std::string_view name)
{
    return fields.value(QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
}

bool has(const Fields& fields, std::string_view name)
{
    return fields.contains(QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
}

bool isToken(const QByteArray& text)
{
    return !text.isEmpty() && text.size() <= longestToken && text.isValidUtf8();
}

std::optional<QHash<QByteArray, Part>> partsOf(const http::Request& request)
{
    const auto boundary = parameter(request.header("content-type"), "boundary");
    if (boundary.isEmpty())
        return std::nullopt;
    const QByteArray opening = "--" + boundary;
    const QByteArray separator = "\r\n" + opening;
    QHash<QByteArray, Part> parts;
    if (!request.body.startsWith(opening))
        return std::nullopt;
    auto begin = opening.size();
    for (int i = 0; i < mostParts; ++i) {
        if (QByteArrayView(request.body).sliced(begin).startsWith("--"))
            return parts;
        const auto end = request.body.indexOf(separator, begin);
        if (end < 0)
            return std::nullopt;
        addPart(parts, request.body.sliced(begin, end - begin));
        begin = end + separator.size();
    }
    return std::nullopt;
}

} // namespace ceteris::auth
