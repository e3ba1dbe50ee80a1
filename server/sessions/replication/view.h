// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <bit>

namespace ceteris::sessions {

// Instances, a bit for each: bit i stands for instance i.
using MemberSet = quint8;
inline constexpr int mostMembers = 8;

constexpr MemberSet only(int member)
{
    return static_cast<MemberSet>(1U << member);
}

constexpr bool has(MemberSet set, int member)
{
    return (set & only(member)) != 0;
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

    bool operator==(const View&) const = default;

    int primaryOf(QByteArrayView id) const { return firstOf(id, members); } // -1: nobody is there
    MemberSet holdersOf(QByteArrayView id) const
    {
        return copies == Copies::All ? members : onlyBackup(id, primaryOf(id));
    }

    static int firstOf(QByteArrayView id, MemberSet among);

private:
    MemberSet onlyBackup(QByteArrayView id, int primary) const;
};

inline quint64 rankOf(QByteArrayView id, int member)
{
    quint64 hash = 0xcbf29ce484222325 + static_cast<quint64>(member); // the same in every process, as qHash is not
    for (const char c : id)
        hash = (hash ^ static_cast<quint8>(c)) * 0x100000001b3;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    return hash ^ (hash >> 31);
}

inline int View::firstOf(QByteArrayView id, MemberSet among)
{
    int first = -1;
    quint64 highest = 0;
    for (int member = 0; member < mostMembers; ++member) {
        if (!has(among, member))
            continue;
        const auto rank = rankOf(id, member);
        if (first < 0 || rank > highest) {
            first = member;
            highest = rank;
        }
    }
    return first;
}

inline MemberSet View::onlyBackup(QByteArrayView id, int primary) const
{
    if (primary < 0)
        return 0;
    const auto others = static_cast<MemberSet>(members & ~only(primary));
    const auto backup = firstOf(id, others);
    return backup < 0 ? only(primary) : static_cast<MemberSet>(only(primary) | only(backup));
}

} // namespace ceteris::sessions
