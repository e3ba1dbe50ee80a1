// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/jdkvalue.h"

#include <QString>
#include <QtEndian>

#include <algorithm>

namespace ceteris::sessions {
namespace {

template <std::size_t size>
constexpr QByteArrayView bytesOf(const char (&literal)[size])
{
    return { literal, static_cast<qsizetype>(size - 1) };
}

// STREAM_MAGIC, STREAM_VERSION, then TC_OBJECT with the whole class description (name, serialVersionUID, fields, super
// class) up to the value itself.
constexpr auto longHead
    = bytesOf("\xac\xed\x00\x05sr\x00\x0ejava.lang.Long\x3b\x8b\xe4\x90\xcc\x8f\x23\xdf\x02\x00\x01J"
              "\x00\x05valuexr\x00\x10java.lang.Number\x86\xac\x95\x1d\x0b\x94\xe0\x8b\x02\x00\x00xp");
constexpr auto integerHead
    = bytesOf("\xac\xed\x00\x05sr\x00\x11java.lang.Integer\x12\xe2\xa0\xa4\xf7\x81\x87\x38\x02\x00\x01I"
              "\x00\x05valuexr\x00\x10java.lang.Number\x86\xac\x95\x1d\x0b\x94\xe0\x8b\x02\x00\x00xp");
constexpr auto bytesHead = bytesOf("\xac\xed\x00\x05ur\x00\x02[B\xac\xf3\x17\xf8\x06\x08\x54\xe0\x02\x00\x00xp");
constexpr auto textHead = bytesOf("\xac\xed\x00\x05t");
constexpr auto longTextHead = bytesOf("\xac\xed\x00\x05\x7c");
constexpr auto objectHead = bytesOf("\xac\xed\x00\x05sr");

template <class Int>
QByteArray bigEndian(Int number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// The number that is all of the rest.
template <class Int>
std::optional<Int> wholeNumber(QByteArrayView rest)
{
    return rest.size() == sizeof(Int) ? std::optional(qFromBigEndian<Int>(rest.data())) : std::nullopt;
}

// What follows a length that says how long it is, to the byte.
template <class Length>
std::optional<QByteArrayView> counted(QByteArrayView rest)
{
    if (rest.size() < qsizetype { sizeof(Length) })
        return std::nullopt;
    const auto length = qFromBigEndian<Length>(rest.data());
    rest = rest.sliced(sizeof(Length));
    return length == static_cast<quint64>(rest.size()) ? std::optional(rest) : std::nullopt;
}

bool isPlain(char c)
{
    return c > 0; // ASCII but NUL is the same in both encodings
}

// Java's own: NUL takes two bytes, and each half of a surrogate pair three.
QByteArray modifiedUtf8(const QByteArray& text)
{
    if (std::ranges::all_of(text, isPlain))
        return text;
    QByteArray encoded;
    for (const auto unit : QString::fromUtf8(text)) {
        const auto c = unit.unicode();
        if (c > 0 && c < 0x80) {
            encoded += static_cast<char>(c);
        } else if (c < 0x800) {
            encoded += static_cast<char>(0xc0 | c >> 6);
            encoded += static_cast<char>(0x80 | (c & 0x3f));
        } else {
            encoded += static_cast<char>(0xe0 | c >> 12);
            encoded += static_cast<char>(0x80 | (c >> 6 & 0x3f));
            encoded += static_cast<char>(0x80 | (c & 0x3f));
        }
    }
    return encoded;
}

std::optional<Value> textFromModifiedUtf8(QByteArrayView encoded)
{
    if (std::ranges::all_of(encoded, isPlain))
        return encoded.toByteArray();
    QString text;
    for (qsizetype i = 0; i < encoded.size();) {
        const auto first = static_cast<uchar>(encoded[i]);
        const int more = first < 0x80 ? 0 : (first & 0xe0) == 0xc0 ? 1 : (first & 0xf0) == 0xe0 ? 2 : -1;
        if (more < 0 || i + more >= encoded.size())
            return std::nullopt;
        auto c = static_cast<char16_t>(more == 0 ? first : more == 1 ? first & 0x1f : first & 0x0f);
        for (int k = 1; k <= more; ++k) {
            const auto next = static_cast<uchar>(encoded[i + k]);
            if ((next & 0xc0) != 0x80)
                return std::nullopt;
            c = static_cast<char16_t>(c << 6 | (next & 0x3f));
        }
        text += QChar(c);
        i += more + 1;
    }
    return text.toUtf8();
}

QByteArray textToJdk(const QByteArray& text)
{
    const auto encoded = modifiedUtf8(text);
    if (encoded.size() <= 0xffff)
        return textHead.toByteArray() + bigEndian(static_cast<quint16>(encoded.size())) + encoded;
    return longTextHead.toByteArray() + bigEndian(static_cast<quint64>(encoded.size())) + encoded;
}

template <class Length>
std::optional<Value> textFromJdk(QByteArrayView rest)
{
    const auto encoded = counted<Length>(rest);
    return encoded ? textFromModifiedUtf8(*encoded) : std::nullopt;
}

} // namespace

QByteArray integerToJdk(qint32 number)
{
    return integerHead.toByteArray() + bigEndian(number);
}

QByteArray toJdk(const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return longHead.toByteArray() + bigEndian(*number);
    if (const auto* text = std::get_if<QByteArray>(&value))
        return textToJdk(*text);
    const auto& data = std::get<Bytes>(value).data;
    return bytesHead.toByteArray() + bigEndian(static_cast<quint32>(data.size())) + data;
}

std::optional<Value> valueFromJdk(QByteArrayView stream)
{
    const auto after = [stream](QByteArrayView head) { return stream.sliced(head.size()); };
    if (stream.startsWith(textHead))
        return textFromJdk<quint16>(after(textHead));
    if (stream.startsWith(longHead)) {
        const auto number = wholeNumber<qint64>(after(longHead));
        return number ? std::optional<Value>(*number) : std::nullopt;
    }
    if (stream.startsWith(integerHead)) {
        const auto number = wholeNumber<qint32>(after(integerHead));
        return number ? std::optional<Value>(qint64 { *number }) : std::nullopt;
    }
    if (stream.startsWith(bytesHead)) {
        const auto data = counted<quint32>(after(bytesHead));
        return data ? std::optional<Value>(Bytes { data->toByteArray() }) : std::nullopt;
    }
    return stream.startsWith(longTextHead) ? textFromJdk<quint64>(after(longTextHead)) : std::nullopt;
}

QByteArray jdkClassName(QByteArrayView stream)
{
    if (!stream.startsWith(objectHead) || stream.size() < objectHead.size() + 2)
        return {};
    const auto rest = stream.sliced(objectHead.size());
    const auto length = qFromBigEndian<quint16>(rest.data());
    return rest.size() >= 2 + length ? rest.sliced(2, length).toByteArray() : QByteArray();
}

} // namespace ceteris::sessions
