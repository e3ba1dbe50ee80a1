// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>

namespace ceteris::sessions {
namespace {

constexpr QByteArrayView bytesHead = R"(["[B",")";
constexpr QByteArrayView bytesTail = R"("])";
constexpr std::array<QByteArrayView, 4> numberHeads { R"(["java.lang.Long",)", R"(["java.lang.Integer",)",
    R"(["java.lang.Short",)", R"(["java.lang.Byte",)" };

bool needsEscape(char c)
{
    return static_cast<uchar>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray& json, char c)
{
    constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        json += "\\u00";
        json += hex[static_cast<uchar>(c) >> 4];
        json += hex[c & 0xf];
    }
}

QByteArray textToJson(const QByteArray& text)
{
    if (!QUtf8StringView(text).isValidUtf8())
        return textToJson(QString::fromUtf8(text).toUtf8());
    QByteArray json;
    json.reserve(text.size() + 2);
    json += '"';
    for (auto rest = text.cbegin(); rest != text.cend();) {
        const auto stop = std::find_if(rest, text.cend(), needsEscape);
        json.append(rest, stop - rest);
        rest = stop;
        if (rest != text.cend())
            appendEscaped(json, *rest++);
    }
    json += '"';
    return json;
}

QByteArray bytesToJson(const QByteArray& bytes)
{
    return bytesHead.toByteArray() + bytes.toBase64() + bytesTail.toByteArray();
}

std::optional<Value> numberFromJson(QByteArrayView json)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(json.begin(), json.end(), number);
    if (error != std::errc {} || end != json.end())
        return std::nullopt;
    return number;
}

std::optional<Value> bytesFromJson(QByteArrayView json)
{
    const auto base64 = json.sliced(bytesHead.size(), json.size() - bytesHead.size() - bytesTail.size());
    auto decoded = QByteArray::fromBase64Encoding(base64.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return Bytes { std::move(*decoded) };
}

// Escapes are rare in what we write, so the parser is only asked when there are some.
std::optional<Value> textFromJson(QByteArrayView json)
{
    const auto inner = json.sliced(1, json.size() - 2);
    if (std::ranges::none_of(inner, needsEscape) && QUtf8StringView(inner.data(), inner.size()).isValidUtf8())
        return inner.toByteArray();
    const auto array = QJsonDocument::fromJson('[' + json.toByteArray() + ']').array();
    if (array.size() != 1 || !array.first().isString())
        return std::nullopt;
    return array.first().toString().toUtf8();
}

} // namespace

QByteArray toJson(const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto* text = std::get_if<QByteArray>(&value))
        return textToJson(*text);
    return bytesToJson(std::get<Bytes>(value).data);
}

std::optional<Value> valueFromJson(QByteArrayView json)
{
    if (json.size() >= 2 && json.front() == '"' && json.back() == '"')
        return textFromJson(json);
    if (json.size() >= bytesHead.size() + bytesTail.size() && json.startsWith(bytesHead) && json.endsWith(bytesTail))
        return bytesFromJson(json);
    if (!json.startsWith('[') || !json.endsWith(']'))
        return numberFromJson(json);
    for (const auto head : numberHeads)
        if (json.startsWith(head))
            return numberFromJson(json.sliced(head.size()).chopped(1));
    return std::nullopt;
}

} // namespace ceteris::sessions
