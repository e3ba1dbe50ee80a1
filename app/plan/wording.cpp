// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/wording.h"

#include "app/plan/rules.h"
#include "app/plan/tomltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
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
    return low == high ? QString::number(low) : Text::tr("a whole number from %1 to %2").arg(low).arg(high);
}

QString numbers(double low, double high)
{
    return low == high ? Text::tr("a number %1").arg(shown(low))
                       : Text::tr("a number from %1 to %2").arg(shown(low), shown(high));
}

} // namespace ceteris::plan
