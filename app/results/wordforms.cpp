// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/wordforms.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// Of its size; no more than it deserves.
QString digits(double share)
{
    const auto value = std::abs(share) * 100;
    auto text = QString::number(value, 'f', value < 9.95 ? 1 : 0);
    if (text.endsWith(u".0"))
        text.chop(2);
    return text;
}

} // namespace

bool isEnglish()
{
    return Text::tr("p99 response time") == u"p99 response time";
}

QString operationWord(const QString& operation)
{
    for (const auto* word : { QT_TRANSLATE_NOOP("results", "login_page"), QT_TRANSLATE_NOOP("results", "login"),
             QT_TRANSLATE_NOOP("results", "refresh"), QT_TRANSLATE_NOOP("results", "write"),
             QT_TRANSLATE_NOOP("results", "logout"), QT_TRANSLATE_NOOP("results", "image"),
             QT_TRANSLATE_NOOP("results", "visit"), QT_TRANSLATE_NOOP("results", "renew") })
        if (operation == QLatin1StringView(word))
            return Text::tr(word);
    return operation;
}

QString percent(double share)
{
    return Text::tr("%1 %").arg(digits(share));
}

QString smallPercent(double share)
{
    if (share <= 0)
        return Text::tr("%1 %").arg(0);
    const int magnitude = static_cast<int>(std::floor(std::log10(share * 100)));
    // A half is rounded up, although 0.00375 is a little less in binary: bounds are printed by this.
    auto text = QString::number(share * 100 * (1 + 1e-9), 'f', std::max(0, 1 - magnitude));
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return Text::tr("%1 %").arg(text);
}

QString signedPercent(double ratio)
{
    return isSame(ratio) ? percent(0) : QString((ratio < 1 ? u"−"_s : u"+"_s) % percent(ratio - 1));
}

bool isSame(double ratio)
{
    return digits(ratio - 1) == u"0";
}

QString factor(double ratio)
{
    return QString::number(ratio, 'f', ratio < 9.95 ? 2 : 1);
}

QString grouped(std::uint64_t count)
{
    auto digits = QString::number(count);
    for (auto i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, u' ');
    return digits;
}

QString seconds(double length)
{
    const bool whole = length == std::floor(length);
    return Text::tr("%1 s").arg(whole ? grouped(static_cast<std::uint64_t>(length)) : QString::number(length));
}

} // namespace ceteris::results
