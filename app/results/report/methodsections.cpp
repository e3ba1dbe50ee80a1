// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/sections.h"
#include "app/results/wordforms.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QString stoppingText(const plan::Plan& plan)
{
    switch (plan.decision.stopping) {
    case plan::Stopping::Fixed:
        return Report::tr("The number of blocks was fixed before the start: %1.").arg(plan.blocks);
    case plan::Stopping::Precision:
        return Report::tr(
            "Blocks were added until the interval of the registered metric was as narrow as ±%1, at most %2.")
            .arg(percent(plan.decision.precision))
            .arg(plan.decision.maxBlocks);
    case plan::Stopping::Sequential:
        break;
    }
    return Report::tr(
        "The data were looked at after 6, 10 and 15 blocks, with a stricter level at each look, so that the "
        "looks together err no more often than one.");
}

QStringList steps(const plan::Plan& plan)
{
    return {
        Report::tr("Each block holds every arm at every load level once, in balanced random order from seed %1.")
            .arg(plan.seed),
        stoppingText(plan),
        Report::tr("Registered before the start: %1 of %2. All else only suggests.")
            .arg(metricWords(plan.decision.metric), plan.decision.operation),
        Report::tr("Arms are compared within blocks: the ratio is exp(mean of the log ratios), its interval a paired t "
                   "interval, shared among the arms (Bonferroni). An exact sign-flip test stands beside it, and a "
                   "bootstrap-t interval from 6 blocks on; when they disagree the verdict is INCONCLUSIVE."),
        Report::tr(
            "BETTER and WORSE: the whole interval lies beyond the smallest difference that matters. EQUIVALENT: "
            "the whole interval lies within it. DIFFERENT: not the same, but perhaps too small to matter. Below 6 "
            "blocks it is a PILOT: numbers, no verdict."),
        Report::tr("Response time is counted from the moment a request was planned, so a stall of the server is not "
                   "hidden by a generator that waits for it. Times are those of requests that ended well."),
        Report::tr(
            "Percentiles: log-linear histograms with 3 significant digits (HdrHistogram's layout). The percentile "
            "q is the upper end of the first bucket with at least ⌈q·n⌉ values at or below it. Percentiles over "
            "trials or seconds are those of the histograms put together; none is an average of percentiles."),
        Report::tr("A trial that something else disturbed makes its whole block void. The limits are fixed before the "
                   "start and know nothing of outcomes."),
    };
}

} // namespace

void addMethod(Page& page, const ReportData& data)
{
    page.heading(Report::tr("Method"), u"method"_s);
    page.list(steps(data.plan()));
}

void addFiles(Page& page, const ReportData& data)
{
    const auto files = data.results.manifest.value(u"files"_s).toObject();
    page.heading(Report::tr("Files"), u"files"_s);
    if (files.isEmpty()) {
        page.paragraph(Report::tr("The hashes are taken when the experiment ends."));
        return;
    }
    page.paragraph(Report::tr("Every number of this report is in these files of the results folder."));
    Table table { { Report::tr("File"), u"SHA-256"_s, Report::tr("Bytes") }, 2, {} };
    for (auto it = files.begin(); it != files.end(); ++it)
        table.rows.push_back({ { it.key(), it.value()[u"sha256"_s].toString(),
                                   grouped(static_cast<std::uint64_t>(it.value()[u"bytes"_s].toInteger())) },
            u"hash"_s });
    page.fold(Report::tr("%1 files with their hashes").arg(files.size()));
    page.table(table);
    page.end(u"details"_s);
}

} // namespace ceteris::results
