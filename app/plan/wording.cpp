// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/wording.h"

#include "app/plan/tomltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

QString between(const QString& low, const QString& high)
{
    return low == high ? low : u"from %1 to %2"_s.arg(low, high);
}

} // namespace

QString elided(const QString& text)
{
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : text.left(longest) + u'…';
}

QString keyText(const QString& key)
{
    const auto bare = !key.isEmpty() && std::ranges::all_of(key, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'_' || c == u'-';
    });
    return bare ? elided(key) : quoted(elided(key));
}

QString quotedList(const QStringList& words)
{
    QStringList quotedWords;
    for (const auto& word : words)
        quotedWords += quoted(word);
    return quotedWords.join(", "_L1);
}

QString wholeNumbers(std::int64_t low, std::int64_t high)
{
    const auto range = between(QString::number(low), QString::number(high));
    return low == high ? range : u"a whole number "_s + range;
}

QString numbers(double low, double high)
{
    return u"a number "_s + between(shown(low), shown(high));
}

} // namespace ceteris::plan
