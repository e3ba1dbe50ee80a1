// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/layout.h"

using namespace Qt::StringLiterals;

namespace ceteris::results {

QString fileSafe(const QString& name)
{
    constexpr qsizetype longest = 40; // at most 3 bytes each: far from the 255 bytes of a file name
    auto safe = name.left(longest);
    for (auto& c : safe) {
        if (!c.isLetterOrNumber() && c != u'_' && c != u'-' && c != u'.')
            c = u'_';
    }
    if (safe.isEmpty() || safe.startsWith(u'.') || safe.startsWith(u'-')) // no hidden file, no option
        safe.prepend(u'_');
    return safe;
}

QString folderName(const QDateTime& utc, const QString& planName)
{
    return utc.toString(u"yyyy-MM-ddTHH-mm-ss"_s) + u"Z-" + fileSafe(planName);
}

QString trialStem(int trial, const QString& arm, const QString& level)
{
    return u"%1-%2-%3"_s.arg(trial).arg(fileSafe(arm), fileSafe(level));
}

} // namespace ceteris::results
