// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/charts.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/sections.h"
#include "app/results/stopping.h"
#include "app/results/wordforms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

void addDecision(Page& page, const Comparison& it, bool isComplete)
{
    page.begin(u"div"_s, QString(u"verdict "_s % (isComplete ? toneOf(it) : u"none"_s)));
    page.paragraph(isComplete ? verdictText(it) : Report::tr("◔ PRELIMINARY"), u"word"_s);
    page.paragraph(it.sentence);
    page.end(u"div"_s);
}

void addObjections(Page& page, const std::vector<Objection>& objections)
{
    QStringList grounds;
    QStringList limits;
    for (const auto& it : objections)
        (it.refuses ? grounds : limits) += it.text;
    if (!grounds.isEmpty()) {
        page.paragraph(Report::tr("No verdict, for these reasons:"), u"strong"_s);
        page.list(grounds);
    }
    if (!limits.isEmpty()) {
        page.paragraph(Report::tr("What this experiment cannot tell:"), u"strong"_s);
        page.list(limits);
    }
}

QString confidenceText(const Comparison& it)
{
    return QString::number(it.confidence * 100, 'g', 4) % u" %";
}

Table::Row rowOf(const Comparison& it)
{
    const auto interval = shownInterval(it);
    const bool measured = it.paired.blocks > 0 && !it.errors;
    const auto change = it.errors ? (it.errors->ratio ? changeText(*it.errors->ratio) : u"—"_s)
        : measured                ? changeText(it.paired.ratio)
                                  : u"—"_s;
    const auto range
        = interval && measured ? u"%1 … %2"_s.arg(changeText(interval->low), changeText(interval->high)) : u"—"_s;
    const auto verdict = it.isTwin ? Report::tr("noise floor") : verdictText(it);
    return { { it.level, it.operation, metricWords(it.metric), u"%1 / %2"_s.arg(it.arm, it.control), change, range,
                 confidenceText(it), u"%1 / %2"_s.arg(it.paired.blocks).arg(it.planned), verdict },
        it.primary ? u"strong"_s : QString() };
}

Table comparisonTable()
{
    return { { Report::tr("Level"), Report::tr("Operation"), Report::tr("Metric"), Report::tr("Arm / control"),
                 Report::tr("Change"), Report::tr("Interval"), Report::tr("Confidence"), Report::tr("Blocks"),
                 Report::tr("Verdict") },
        4, {}, true };
}

// What was measured all the same; without interval and verdict, which would say nothing.
Table refusedTable()
{
    return { { Report::tr("Level"), Report::tr("Operation"), Report::tr("Metric"), Report::tr("Arm / control"),
                 Report::tr("Change"), Report::tr("Blocks") },
        4, {} };
}

Table::Row refusedRow(const Comparison& it)
{
    auto row = rowOf(it);
    row.cells.remove(5, 2); // interval, confidence
    row.cells.removeLast(); // verdict
    return row;
}

using Reasons = std::vector<std::pair<QString, Table>>;

Table& tableFor(Reasons& reasons, const QString& reason)
{
    auto found = std::ranges::find(reasons, reason, &Reasons::value_type::first);
    if (found == reasons.end())
        found = reasons.insert(reasons.end(), { reason, refusedTable() });
    return found->second;
}

void addRefused(Page& page, const Reasons& reasons)
{
    if (reasons.empty())
        return;
    std::size_t count = 0;
    for (const auto& [reason, table] : reasons)
        count += table.rows.size();
    page.fold(Report::tr("%1 more could not be compared").arg(count));
    for (const auto& [reason, table] : reasons) {
        page.paragraph(Report::tr("Because: %1").arg(reason));
        page.table(table);
    }
    page.end(u"details"_s);
}

} // namespace

void addVerdict(Page& page, const ReportData& data)
{
    if (!data.isComplete)
        page.paragraph(Report::tr("⚠ The experiment has not ended: %1. These are numbers on the way, and no verdict.")
                           .arg(missingToTheEnd(data.plan(), data.results.trials, data.results.checks)),
            u"banner"_s);
    for (const auto& it : data.comparisons)
        if (it.primary && !it.isTwin)
            addDecision(page, it, data.isComplete);
    if (std::ranges::none_of(data.comparisons, &Comparison::primary))
        page.paragraph(Report::tr("There is nothing to compare yet: no block has a trial of two arms."), u"banner"_s);
    for (const auto& it : data.loadDependence)
        if (it.reason.isEmpty())
            page.paragraph(it.sentence);
    addObjections(page, data.objections);
    page.paragraph(data.verdict.value(u"scope"_s).toString() % u'.', u"muted"_s);
    if (const auto chart = effectChart(data); !chart.isEmpty()) {
        page.begin(u"figure"_s);
        page.raw(chart);
        page.begin(u"figcaption"_s);
        page.raw(Report::tr("Ratio of the arm to the control, paired by block, with its interval. Below 1 is lower. "
                            "Bold: registered before the start; all others only suggest."));
        page.end(u"figcaption"_s);
        page.end(u"figure"_s);
    }
}

void addComparisons(Page& page, const ReportData& data)
{
    if (data.comparisons.empty())
        return;
    page.heading(Report::tr("Comparisons"), u"comparisons"_s);
    auto decided = comparisonTable();
    auto suggested = comparisonTable();
    Reasons refused; // by reason, which most of them share
    for (const auto& it : data.comparisons) {
        if (it.decision.verdict == stats::Verdict::NotComparable && !it.isTwin && !it.primary)
            tableFor(refused, it.reason).rows.push_back(refusedRow(it));
        else
            (it.primary ? decided : suggested).rows.push_back(rowOf(it));
    }
    page.table(decided);
    if (!suggested.rows.empty()) {
        page.subheading(Report::tr("Also measured, not decided: it suggests, no more"));
        page.table(suggested);
    }
    addRefused(page, refused);
}

} // namespace ceteris::results
