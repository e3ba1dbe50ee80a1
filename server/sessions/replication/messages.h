// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <compare>
#include <optional>
#include <variant>
#include <vector>

// What the instances say to each other.
namespace ceteris::sessions {

// Which state of a session is newer. A session that is gone is newer than any that is not, so no late change, however
// often that was made, brings back one that was signed out.
struct Version
{
    bool gone = false;
    quint32 counter = 0; // changes so far; 0: no session
    quint8 writer = 0; // decides between two members that did not see each other

    auto operator<=>(const Version&) const = default;
};

// From one version of a session to the next. From none: the delta holds all there is. To one that is gone: only the id.
struct Change
{
    Version base;
    Version version;
    Delta delta;
};

// What the members ask of each other. The first four are operations, for the primary of the session.
struct Create
{
    Session session;
};
struct Save
{
    Delta delta;
};
struct Take // removes the session and answers with what it was
{
    QByteArray id;
    qint64 now = 0;
};
struct Find
{
    QByteArray id;
    qint64 now = 0;
};
struct Fetch // what do you know of it, whoever is its primary?
{
    QByteArray id;
};
struct Changes // keep these
{
    std::vector<Change> changes;
};
struct Offered
{
    QByteArray id;
    Version version;
};
struct Offers // I have these: which do you want, of which do you have newer ones?
{
    std::vector<Offered> offers;
};
struct Count // the sessions whose primary you are
{
};
struct Clear
{
};
struct Leave // count on me no longer
{
};
using Request = std::variant<Create, Save, Take, Find, Fetch, Changes, Offers, Count, Clear, Leave>;

struct Outcome // of an operation
{
    Status status = Status::Ok;
    Session session;
};
struct Verdict // on Fetch, Changes and Offers
{
    QList<QByteArray> wanted; // whole
    std::vector<Change> newer; // whole
};
struct Number
{
    qint64 value = 0;
};
using Answer = std::variant<Outcome, Verdict, Number>;

template <class Body>
struct Numbered
{
    quint64 number = 0; // of the request, which its answer repeats
    Body body;
};

// The payload of a frame, and back; nullopt for bytes that are no message. Nothing is allocated on the word of a length
// alone, so that bytes that are no message cost no more than their size.
QByteArray encode(Numbered<Request> message);
QByteArray encode(Numbered<Answer> message);
std::optional<Numbered<Request>> decodeRequest(QByteArrayView bytes);
std::optional<Numbered<Answer>> decodeAnswer(QByteArrayView bytes);

} // namespace ceteris::sessions
