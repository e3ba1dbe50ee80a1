// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace ceteris::sessions {

// Instances, a bit for each: bit i stands for instance i.
using MemberSet = quint32;
inline constexpr int mostMembers = 8;

constexpr MemberSet only(int member) // -1: none
{
    return member < 0 ? 0 : 1U << member;
}

constexpr bool has(MemberSet set, int member)
{
    return (set & only(member)) != 0;
}

inline QList<int> membersOf(MemberSet set)
{
    QList<int> members;
    for (int member = 0; member < mostMembers; ++member)
        if (has(set, member))
            members.append(member);
    return members;
}

enum class Copies { All, Backup };

// Who is there, as one instance sees it, and with that who keeps which session. Nobody looks a session up in a
// directory: each id ranks the members by a hash of both (rendezvous hashing). The first orders the writes, the second
// is the backup, and when a member goes or comes only the sessions it ranks first or second for move.
struct View
{
    int self = 0;
    Copies copies = Copies::All;
    MemberSet members = 1; // may lack self: an instance that is leaving

    int primaryOf(QByteArrayView id) const { return firstOf(id, members); } // -1: nobody is there
    MemberSet holdersOf(QByteArrayView id) const;
    MemberSet othersOf(QByteArrayView id) const { return holdersOf(id) & ~only(self); }

    static int firstOf(QByteArrayView id, MemberSet among);
};

// The same in every process, as qHash is not.
inline quint64 rankOf(quint64 hash, int member)
{
    hash += static_cast<quint64>(member) * 0x9e3779b97f4a7c15;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    return hash ^ (hash >> 31);
}

inline int View::firstOf(QByteArrayView id, MemberSet among)
{
    quint64 hash = 0xcbf29ce484222325;
    for (const char c : id)
        hash = (hash ^ static_cast<quint8>(c)) * 0x100000001b3;
    int first = -1;
    for (int member = 0; member < mostMembers; ++member)
        if (has(among, member) && (first < 0 || rankOf(hash, member) > rankOf(hash, first)))
            first = member;
    return first;
}

inline MemberSet View::holdersOf(QByteArrayView id) const
{
    if (copies == Copies::All)
        return members;
    const auto primary = only(primaryOf(id));
    return primary | only(firstOf(id, members & ~primary));
}

} // namespace ceteris::sessions
