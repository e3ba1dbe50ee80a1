// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/instancetable.h"

#include "app/models/figures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ceteris::models {
Table instanceTable(const LiveSeries& series)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("ceteris::models", text); };
    Table table { { tr("Instance"), tr("Requests"), tr("CPU"), tr("Sessions"), tr("Memory") }, {}, -1, -1 };
    for (const int number : series.instances()) {
        const auto read = [&](const QString& metric) {
            return series.lastReading(QString(metric + u'.' + QString::number(number)));
        };
        const auto raw = [](const std::optional<double>& value) { return value.value_or(-1); };
        const auto requests = read(u"instance_requests"_s);
        const auto cpu = read(u"cpu_app"_s);
        const auto sessions = read(u"instance_sessions"_s);
        const auto memory = read(u"memory_app"_s);
        TableRow row;
        row.id = number;
        row.cells = { models::number(QString::number(number), number),
            models::number(rateText(requests), raw(requests)), models::number(coresText(cpu), raw(cpu)),
            models::number(sessions ? QString::number(*sessions, 'f', 0) : u"—"_s, raw(sessions)),
            models::number(bytesText(memory), raw(memory)) };
        table.rows.append(row);
    }
    return table;
}

} // namespace ceteris::models
