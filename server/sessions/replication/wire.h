// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <QDataStream>
#include <QIODevice>

#include <tuple>

// Messages as bytes. A length is not believed before that many bytes are there: what is no message costs no more than
// 1 MiB beside its size.
namespace ceteris::sessions {

template <class T>
concept Fielded = requires(T& value)
{
    T::fields(value);
};

template <Fielded T>
QDataStream& operator<<(QDataStream& out, const T& value)
{
    std::apply([&out](const auto&... field) { (out << ... << field); }, T::fields(value));
    return out;
}

inline QDataStream& operator<<(QDataStream& out, const Bytes& bytes)
{
    return out << bytes.data;
}

inline QDataStream& operator<<(QDataStream& out, const Value& value)
{
    out << static_cast<quint8>(value.index());
    std::visit([&out](const auto& held) { out << held; }, value);
    return out;
}

inline QDataStream& operator>>(QDataStream& in, Value& value)
{
    quint8 kind = 0;
    in >> kind;
    if (kind == 0)
        in >> value.emplace<qint64>();
    else if (kind == 1)
        in >> value.emplace<QByteArray>();
    else if (kind == 2)
        in >> value.emplace<Bytes>().data;
    else
        in.setStatus(QDataStream::ReadCorruptData);
    return in;
}

template <class T>
void read(QDataStream& in, T& value)
{
    in >> value;
}

// Qt's own operator makes room for as many as it is told.
template <class T>
void read(QDataStream& in, QList<T>& list)
{
    quint32 left = 0;
    for (in >> left; left > 0 && in.status() == QDataStream::Ok; --left)
        read(in, list.emplaceBack());
}

template <Fielded T>
void read(QDataStream& in, T& value)
{
    std::apply([&in](auto&... field) { (read(in, field), ...); }, T::fields(value));
}

template <Fielded T>
QByteArray encode(const T& value)
{
    QByteArray bytes;
    bytes.reserve(256);
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << value;
    return bytes;
}

// nullopt for bytes that are no such message.
template <Fielded T>
std::optional<T> decode(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    T value;
    read(in, value);
    const bool isSound = in.status() == QDataStream::Ok && in.atEnd() && value.isKnown();
    return isSound ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace ceteris::sessions
