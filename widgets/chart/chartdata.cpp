// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartdata.h"

#include "widgets/table/tabletext.h"

#include <cmath>

namespace ceteris::widgets {

QString tabSeparated(const ChartTable& table)
{
    return tabSeparated(table.headings, table.rows);
}

QString cellText(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 12) : QString();
}

QString cellText(const std::optional<double>& value)
{
    return value ? cellText(*value) : QString();
}

} // namespace ceteris::widgets
