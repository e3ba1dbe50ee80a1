// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/operation.h"
#include "app/results/report/charts.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/sections.h"
#include "app/results/report/svg.h"
#include "app/results/wordforms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

void addFigure(Page& page, const QString& svg, const QString& caption)
{
    if (svg.isEmpty())
        return;
    page.begin(u"figure"_s);
    page.raw(svg % u"<figcaption>"_s % escaped(caption) % u"</figcaption>"_s);
    page.end(u"figure"_s);
}

QString statusText(const QString& status)
{
    return status == u"ok" ? u"✔ ok"_s : status == u"void" ? u"⚠ void"_s : QString(u"✖ "_s % status);
}

Table::Row rowOf(const TrialRow& row)
{
    const auto errors = row.failed + row.timeouts + row.censored;
    return { { QString::number(row.trial), QString::number(row.block), QString::number(row.position), row.arm,
                 row.level, statusText(row.status), grouped(row.sent), grouped(errors), threeDigits(row.requestsPerS),
                 timeText(row.response.p50), timeText(row.response.p95), timeText(row.response.p99),
                 timeText(row.appCpuUsPerRequest), timeText(row.storeCpuUsPerRequest) },
        row.status == u"ok" ? QString() : u"faint"_s };
}

Table trialTable(const ReportData& data)
{
    Table table { { Report::tr("Trial"), Report::tr("Block"), Report::tr("Position"), Report::tr("Arm"),
                      Report::tr("Level"), Report::tr("Status"), Report::tr("Requests"), Report::tr("Errors"), u"/s"_s,
                      u"p50"_s, u"p95"_s, u"p99"_s, Report::tr("App CPU"), Report::tr("Store CPU") },
        6, {} };
    for (const auto& row : data.results.trials)
        if (row.operation == data.plan().decision.operation)
            table.rows.push_back(rowOf(row));
    return table;
}

// "memory: 12 000 requests, slowest 48.1 ms"
QString sizesOf(const ReportData& data, const QString& level, const QString& operation)
{
    QStringList texts;
    for (const auto& it : data.distributions)
        if (it.level == level && it.operation == operation)
            texts += Report::tr("%1: %2 requests, slowest %3")
                         .arg(data.plan().arms[static_cast<std::size_t>(it.arm)].name,
                             QString(grouped(it.requests)).replace(u' ', QChar::Nbsp), timeText(it.maxUs));
    return texts.join(u"; "_s);
}

void addPercentiles(Page& page, const ReportData& data, const QString& operation)
{
    page.begin(u"div"_s, u"charts"_s);
    for (const auto& level : data.plan().levels)
        addFigure(page, percentileChart(data, level.name, operation),
            u"%1, %2. %3."_s.arg(level.name, operation, sizesOf(data, level.name, operation)));
    page.end(u"div"_s);
}

} // namespace

void addTrials(Page& page, const ReportData& data)
{
    if (data.results.trials.empty())
        return;
    const auto& decision = data.plan().decision;
    page.heading(Report::tr("Trials"), u"trials"_s);
    page.paragraph(
        Report::tr("The evidence is the trial, not the request. %1 of %2, one mark for each trial; a line joins "
                   "the trials of a block; hollow: void, and not in any comparison.")
            .arg(metricWords(decision.metric), decision.operation));
    page.raw(armLegend(data));
    page.begin(u"div"_s, u"charts"_s);
    for (const auto& level : data.plan().levels)
        addFigure(page, trialChart(data, level.name), level.name);
    page.end(u"div"_s);
    for (const auto& level : data.plan().levels)
        if (trialChart(data, level.name).isEmpty())
            page.paragraph(
                Report::tr("%1: not shown, it rests on too few requests or was not measured.").arg(level.name),
                u"muted"_s);
    const auto table = trialTable(data);
    page.fold(Report::tr("All %1 trials as a table (%2; CPU is that of a request)")
                  .arg(table.rows.size())
                  .arg(decision.operation));
    page.table(table);
    page.end(u"details"_s);
}

void addDistributions(Page& page, const ReportData& data)
{
    if (data.distributions.empty())
        return;
    page.heading(Report::tr("Percentiles"), u"percentiles"_s);
    page.paragraph(Report::tr("Response times, counted from the moment a request was planned. Thick: all trials of an "
                              "arm in one histogram; thin: each trial. A line ends where fewer than 10 requests are "
                              "beyond it."));
    page.raw(armLegend(data));
    const auto registered = data.plan().decision.operation;
    addPercentiles(page, data, registered);
    page.fold(Report::tr("The other operations"));
    for (const auto name : plan::operationNames) {
        const auto operation = QString::fromLatin1(name.data());
        if (operation != registered)
            addPercentiles(page, data, operation);
    }
    page.end(u"details"_s);
}

void addOverTime(Page& page, const ReportData& data)
{
    if (data.overTime.empty())
        return;
    page.heading(Report::tr("Over time"), u"time"_s);
    page.paragraph(
        Report::tr("Response times of %1 at %2 while a trial goes on: p50, p95 and p99 of %3 s at a time, over the "
                   "histograms of all trials that count. Grey: not counted. Warm-up that does not end before the "
                   "measured window would show here.")
            .arg(data.plan().decision.operation, data.decisionLevel())
            .arg(data.overTime.front().binS));
    page.begin(u"div"_s, u"charts"_s);
    for (const auto& it : data.overTime)
        addFigure(page, timeChart(data, it), data.plan().arms[static_cast<std::size_t>(it.arm)].name);
    page.end(u"div"_s);
}

} // namespace ceteris::results
