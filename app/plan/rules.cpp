// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/rules.h"

#include "app/plan/differences.h"

#include <QStringList>
#include <QStringView>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

bool isAsciiAlnum(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

bool consistsOf(const QString& text, QStringView alsoAllowed)
{
    return std::ranges::all_of(text, [&](QChar c) { return isAsciiAlnum(c) || alsoAllowed.contains(c); });
}

bool isPrintable(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

constexpr qsizetype longestName = 64;

bool isFolderName(const QString& text)
{
    return !text.isEmpty() && text.size() <= longestName && isAsciiAlnum(text.front()) && consistsOf(text, u"._-");
}

bool isLabel(const QString& text)
{
    return !text.isEmpty() && text.size() <= longestName && isPrintable(text) && text.trimmed() == text;
}

bool isCookieName(const QString& text)
{
    return !text.isEmpty() && text.size() <= 64 && consistsOf(text, u"!#$%&'*+-.^_`|~");
}

bool isNameSpace(const QString& text)
{
    return !text.isEmpty() && text.size() <= 100 && consistsOf(text, u":._-");
}

bool isServiceUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty() && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

bool isPath(const QString& text)
{
    return text.startsWith(u'/') && text.size() <= 2000 && isPrintable(text) && !text.contains(u' ')
        && !text.contains(u'#');
}

bool isFieldName(const QString& text)
{
    return !text.isEmpty() && text.size() <= 100 && isPrintable(text);
}

} // namespace

QString derivedName(const QString& name, const QString& suffix)
{
    return name.left(longestName - suffix.size()) + suffix;
}

namespace rule {
const TextRule folderName { isFolderName,
    QT_TRANSLATE_NOOP("plan", "1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit") };
const TextRule label { isLabel, QT_TRANSLATE_NOOP("plan", "1 to 64 printable characters, no space at either end") };
const TextRule anyText { [](const QString&) { return true; }, QT_TRANSLATE_NOOP("plan", "a text") };
const TextRule cookieName { isCookieName,
    QT_TRANSLATE_NOOP("plan", "1 to 64 letters, digits and the signs !#$%&'*+-.^_`|~ (RFC 6265)") };
const TextRule nameSpace { isNameSpace, QT_TRANSLATE_NOOP("plan", "1 to 100 letters, digits, ':', '.', '_' and '-'") };
const TextRule serviceUrl { isServiceUrl,
    QT_TRANSLATE_NOOP("plan", "http://HOST:PORT or https://HOST:PORT, without a path or a slash at the end") };
const TextRule path { isPath, QT_TRANSLATE_NOOP("plan", "a path that begins with '/', without spaces") };
const TextRule fieldName { isFieldName, QT_TRANSLATE_NOOP("plan", "1 to 100 printable characters") };
const TextRule fieldNameOrNone { [](const QString& text) { return text.isEmpty() || isFieldName(text); },
    QT_TRANSLATE_NOOP("plan", "at most 100 printable characters; empty for none") };
const TextRule accountPattern { [](const QString& text) { return isFieldName(text) && text.contains("{n}"_L1); },
    QT_TRANSLATE_NOOP("plan", "a text with {n} where the number of the account belongs") };
const TextRule armKey { isArmKey,
    QT_TRANSLATE_NOOP("plan", "a key of [[arm]] and its tables, such as \"store\", \"instances\" or \"redis.save\"") };
}

} // namespace ceteris::plan
