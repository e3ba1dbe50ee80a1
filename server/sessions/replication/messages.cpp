// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/messages.h"

#include "server/sessions/replication/bytes.h"

#include <utility>

namespace ceteris::sessions {
namespace {

template <class Io, class T>
void enumeration(Io& io, T& value, T last)
{
    auto number = static_cast<quint8>(value);
    io.number(number);
    if constexpr (std::is_same_v<Io, ByteReader>) {
        if (number > static_cast<quint8>(last))
            io.refuse();
        else
            value = static_cast<T>(number);
    }
}

template <class Io>
void fields(Io& io, Session& session)
{
    io.text(session.id);
    io.number(session.createdMs);
    io.number(session.lastAccessedMs);
    io.number(session.maxInactiveS);
    io.attributes(session.attributes);
}

template <class Io>
void fields(Io& io, Delta& delta)
{
    io.text(delta.id);
    io.number(delta.createdMs);
    io.number(delta.lastAccessedMs);
    io.number(delta.maxInactiveS);
    io.attributes(delta.changed);
    io.list(delta.removed, [](auto& inner, auto& name) { inner.text(name); });
}

template <class Io>
void fields(Io& io, Version& version)
{
    enumeration(io, version.gone, true);
    io.number(version.counter);
    io.number(version.writer);
}

template <class Io>
void fields(Io& io, Change& change)
{
    fields(io, change.base);
    fields(io, change.version);
    fields(io, change.delta);
}

template <class Io>
void fields(Io& io, Create& create)
{
    fields(io, create.session);
}

template <class Io>
void fields(Io& io, Save& save)
{
    fields(io, save.delta);
}

template <class Io, class Lookup>
requires std::is_same_v<Lookup, Take> || std::is_same_v<Lookup, Find>
void fields(Io& io, Lookup& lookup)
{
    io.text(lookup.id);
    io.number(lookup.now);
}

template <class Io>
void fields(Io& io, Fetch& fetch)
{
    io.text(fetch.id);
}

template <class Io>
void fields(Io& io, Changes& changes)
{
    io.list(changes.changes, [](auto& inner, Change& change) { fields(inner, change); });
}

template <class Io>
void fields(Io& io, Offers& offers)
{
    io.list(offers.offers, [](auto& inner, Offered& offered) {
        inner.text(offered.id);
        fields(inner, offered.version);
    });
}

template <class Io, class Empty>
requires std::is_empty_v<Empty>
void fields(Io&, Empty&) { }

template <class Io>
void fields(Io& io, Outcome& outcome)
{
    enumeration(io, outcome.status, Status::Unavailable);
    fields(io, outcome.session);
}

template <class Io>
void fields(Io& io, Verdict& verdict)
{
    io.list(verdict.wanted, [](auto& inner, QByteArray& id) { inner.text(id); });
    io.list(verdict.newer, [](auto& inner, Change& change) { fields(inner, change); });
}

template <class Io>
void fields(Io& io, Number& number)
{
    io.number(number.value);
}

template <class Body>
QByteArray encoded(Numbered<Body>& message)
{
    ByteWriter writer;
    writer.number(message.number);
    writer.number(static_cast<quint8>(message.body.index()));
    std::visit([&](auto& body) { fields(writer, body); }, message.body);
    return writer.bytes();
}

template <class Body, std::size_t... kinds>
void become(Body& body, std::size_t kind, std::index_sequence<kinds...>)
{
    ((kind == kinds ? void(body.template emplace<kinds>()) : void()), ...);
}

template <class Body>
std::optional<Numbered<Body>> decoded(QByteArrayView bytes)
{
    ByteReader reader(bytes);
    Numbered<Body> message;
    quint8 kind = 0;
    reader.number(message.number);
    reader.number(kind);
    if (!reader.isSound() || kind >= std::variant_size_v<Body>)
        return std::nullopt;
    become(message.body, kind, std::make_index_sequence<std::variant_size_v<Body>>());
    std::visit([&](auto& body) { fields(reader, body); }, message.body);
    return reader.isDone() ? std::optional(std::move(message)) : std::nullopt;
}

} // namespace

QByteArray encode(Numbered<Request> message)
{
    return encoded(message);
}

QByteArray encode(Numbered<Answer> message)
{
    return encoded(message);
}

std::optional<Numbered<Request>> decodeRequest(QByteArrayView bytes)
{
    return decoded<Request>(bytes);
}

std::optional<Numbered<Answer>> decodeAnswer(QByteArrayView bytes)
{
    return decoded<Answer>(bytes);
}

} // namespace ceteris::sessions
