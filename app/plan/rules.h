// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace ceteris::plan {

// The sentences about a plan, in the language of the program that says them.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plan)
};

// What a text in a plan may be, as a check and as words for people.
struct TextRule
{
    bool (*holds)(const QString& text);
    const char* words;

    QString allowed() const { return Text::tr(words); }
};

namespace rule {
extern const TextRule folderName; // becomes part of a folder's name
extern const TextRule label; // becomes a cell of a table
extern const TextRule anyText;
extern const TextRule cookieName; // RFC 6265
extern const TextRule nameSpace; // prefix of Redis keys
extern const TextRule serviceUrl;
extern const TextRule path;
extern const TextRule fieldName;
extern const TextRule fieldNameOrNone;
extern const TextRule accountPattern;
extern const TextRule armKey; // that may be the factor
}

// The name of a plan or an arm that is made from another one; cut where it would be too long to be read again.
QString derivedName(const QString& name, const QString& suffix);

// Whether a key of a plan must be there, may be there, or makes no sense beside the others.
struct Presence
{
    enum Kind { Optional, WhenAny, Required, Absent };

    Kind kind = Optional;
    QString onlyWith; // Absent: what would have to be different
};

inline const Presence optional { Presence::Optional, {} };
inline const Presence whenAny { Presence::WhenAny, {} }; // optional, and not written when empty
inline const Presence required { Presence::Required, {} };

inline Presence absent(const QString& onlyWith)
{
    return { Presence::Absent, onlyWith };
}

} // namespace ceteris::plan
