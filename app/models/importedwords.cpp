// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/importedwords.h"

#include "app/models/figures.h"
#include "app/models/livewords.h"
#include "app/results/wordforms.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ceteris::models", text);
}

std::optional<double> errorRate(const results::ImportedOperation& it)
{
    return it.failed && it.requests > 0 ? std::optional(double(*it.failed) / double(it.requests)) : std::nullopt;
}

// What was not recorded sorts before everything.
TableCell figure(const QString& text, const std::optional<double>& raw)
{
    return number(text, raw.value_or(-1));
}

} // namespace

QString importedMark(const results::ImportedRun& run)
{
    return tr("Imported from %1: response times are that tool's own, measured from send to answer (closed loop), not "
              "those of Ceteris; nothing was controlled. Figures, never a verdict.")
        .arg(run.tool);
}

QString importedHeadline(const results::ImportedRun& run)
{
    const auto& times = run.operations.front().response;
    return u"p50 %1 · p99 %2"_s.arg(latencyText(times.p50), latencyText(times.p99));
}

QString importedSentence(const results::ImportedRun& run)
{
    const auto& all = run.operations.front();
    QStringList parts { run.tool };
    parts += run.started.isValid() ? run.started.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : tr("no date recorded");
    if (run.durationS)
        parts += durationText(*run.durationS);
    parts += tr("%1 requests").arg(results::grouped(all.requests));
    if (const auto rate = errorRate(all))
        parts += tr("%1 errors").arg(percentText(rate));
    else if (all.requests > 0)
        parts += tr("errors not recorded");
    for (const auto& [name, value] : { std::pair(u"p50 "_s, all.response.p50), std::pair(u"p95 "_s, all.response.p95),
             std::pair(u"p99 "_s, all.response.p99) })
        parts += name + latencyText(value);
    for (auto& part : parts)
        part.replace(u' ', QChar::Nbsp); // a figure and its unit stay on one line
    return parts.join(u" · "_s);
}

QStringList importedNotes(const results::ImportedRun& run)
{
    QStringList notes { tr("Read from %1.").arg(run.files.join(u", "_s)),
        run.timesIncludeFailures ? tr("Times are those of all requests, failed ones included.")
                                 : tr("Times are those of requests that were answered as expected.") };
    if (run.tornRows > 0)
        notes += tr("The last row of a file was cut off and is left out.");
    if (run.otherNames > 0)
        notes += tr("%1 requests have no name, or one of too many: they count in all requests alone.")
                     .arg(results::grouped(run.otherNames));
    if (run.lateRequests > 0)
        notes += tr("%1 requests were far out of order: they are missing over time alone.")
                     .arg(results::grouped(run.lateRequests));
    return notes;
}

Table importedTable(const results::ImportedRun& run)
{
    Table table { { tr("Operation"), tr("Requests"), tr("Error rate"), tr("Rate"), tr("p50"), tr("p95"), tr("p99"),
                      tr("Max") },
        {}, -1 };
    for (const auto& it : run.operations) {
        const auto time = [](const std::optional<double>& us) { return figure(latencyText(us), us); };
        TableRow row;
        row.cells = { cell(operationText(it.operation)), number(results::grouped(it.requests), qulonglong(it.requests)),
            figure(percentText(errorRate(it)), errorRate(it)), figure(rateText(it.requestsPerS), it.requestsPerS),
            time(it.response.p50), time(it.response.p95), time(it.response.p99), time(it.response.max) };
        table.rows.append(row);
    }
    return table;
}

Table failureTable(const results::ImportedRun& run)
{
    Table table { { tr("Operation"), tr("Requests"), tr("Error") }, {}, -1 };
    for (const auto& it : run.failures) {
        TableRow row;
        row.cells = { cell(operationText(it.operation)), number(results::grouped(it.count), qulonglong(it.count)),
            cell(it.error) };
        row.tip = u"<span>%1</span>"_s.arg(it.error.toHtmlEscaped()); // somebody else's text: no markup of its own
        table.rows.append(row);
    }
    return table;
}

QString momentText(const results::ImportedRun& run)
{
    if (!whyNoPercentiles(run).isEmpty())
        return {};
    if (run.moment == results::Moment::Second)
        return tr("requests answered as expected, each second");
    return tr("all requests, over the seconds before (10 in Locust)");
}

QString whyNoPercentiles(const results::ImportedRun& run)
{
    if (run.moment == results::Moment::SinceStart)
        return tr(
            "Not drawn: these percentiles are since the start of the run, not of each moment. Locust writes those "
            "with --csv-full-history.");
    return run.moment == results::Moment::NotRecorded ? tr("Not recorded: there is no …_stats_history.csv with them.")
                                                      : QString();
}

QString whyNoHistogram(const results::ImportedRun& run)
{
    return tr("Not recorded: %1 wrote down percentiles, not how long each request took.").arg(run.tool);
}

} // namespace ceteris::models
