// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/names.h"

#include "app/results/layout.h"

using namespace Qt::StringLiterals;

namespace ceteris::results {

QString Names::add(const QString& name)
{
    constexpr qsizetype longest = 300;
    static const auto service = u"-service"_s; // what a histogram of service times ends with
    auto shown = name.simplified().left(longest);
    if (shown.endsWith(service))
        shown += u'.';
    auto mine = shown;
    for (int number = 2; m_taken.contains(fileSafe(mine)) || fileSafe(mine).endsWith(service); ++number)
        mine = u"%1: %2"_s.arg(QString::number(number), shown);
    m_taken.insert(fileSafe(mine));
    return mine;
}

} // namespace ceteris::results
