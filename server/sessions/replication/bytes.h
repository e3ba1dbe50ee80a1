// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <QtEndian>

#include <concepts>
#include <type_traits>

namespace ceteris::sessions {

// Numbers in network order, texts behind their length. Reader has the same shape as Writer, so that one list of fields
// serves both directions.
class ByteWriter
{
public:
    template <std::integral Int>
    void number(Int value)
    {
        const auto size = m_bytes.size();
        m_bytes.resize(size + qsizetype { sizeof(Int) });
        qToBigEndian(value, m_bytes.data() + size);
    }

    void text(const QByteArray& text)
    {
        number(static_cast<quint32>(text.size()));
        m_bytes += text;
    }

    template <class List, class Each>
    void list(List& values, Each each)
    {
        number(static_cast<quint32>(values.size()));
        for (auto& value : values)
            each(*this, value);
    }

    void attributes(const Attributes& values)
    {
        number(static_cast<quint32>(values.size()));
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            text(it.key());
            value(it.value());
        }
    }

    const QByteArray& bytes() const { return m_bytes; }

private:
    void value(const Value& value)
    {
        number(static_cast<quint8>(value.index()));
        if (const auto* whole = std::get_if<qint64>(&value))
            number(*whole);
        else if (const auto* string = std::get_if<QByteArray>(&value))
            text(*string);
        else
            text(std::get<Bytes>(value).data);
    }

    QByteArray m_bytes;
};

class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_left(bytes)
    {
    }

    template <std::integral Int>
    void number(Int& value)
    {
        if (const auto bytes = take(sizeof(Int)); m_sound)
            value = qFromBigEndian<Int>(bytes.data());
    }

    void text(QByteArray& text)
    {
        quint32 size = 0;
        number(size);
        if (const auto bytes = take(size); m_sound)
            text = bytes.toByteArray();
    }

    template <class List, class Each>
    void list(List& values, Each each)
    {
        for (auto left = length(); left > 0 && m_sound; --left)
            each(*this, values.emplace_back());
    }

    void attributes(Attributes& values)
    {
        for (auto left = length(); left > 0 && m_sound; --left) {
            QByteArray name;
            text(name);
            auto found = value();
            values.insert(name, std::move(found));
        }
    }

    void refuse() { m_sound = false; }
    bool isSound() const { return m_sound; }
    bool isDone() const { return m_sound && m_left.isEmpty(); }

private:
    QByteArrayView take(quint64 size)
    {
        m_sound = m_sound && size <= static_cast<quint64>(m_left.size());
        if (!m_sound)
            return {};
        const auto bytes = m_left.first(static_cast<qsizetype>(size));
        m_left = m_left.sliced(static_cast<qsizetype>(size));
        return bytes;
    }

    quint32 length()
    {
        quint32 size = 0;
        number(size);
        return size;
    }

    Value value()
    {
        quint8 kind = 0;
        number(kind);
        qint64 whole = 0;
        QByteArray string;
        kind == 0 ? number(whole) : text(string);
        m_sound = m_sound && kind < std::variant_size_v<Value>;
        return kind == 0 ? Value(whole) : kind == 1 ? Value(string) : Value(Bytes { string });
    }

    QByteArrayView m_left;
    bool m_sound = true;
};

} // namespace ceteris::sessions
