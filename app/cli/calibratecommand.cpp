// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/planfile.h"
#include "app/cli/print.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/cli/units.h"
#include "app/plan/edit.h"
#include "app/plan/read.h"
#include "app/results/files.h"
#include "app/run/experiment.h"
#include "app/run/pilot.h"
#include "app/run/selfcomparison.h"
#include "app/stats/proportion.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

constexpr double longestPilotS = 960; // what has not settled by then has no steady state

struct Ran
{
    results::Results results;
    bool complete = false;
};

Result<Ran> runPlan(const plan::Plan& plan, const QString& output, const run::StopSignal& stop)
{
    const auto folder = results::ResultsFolder::create(output, plan, plan::write(plan));
    if (!folder)
        return tl::unexpected(folder.error());
    Terminal terminal(stdout);
    const auto ending
        = run::runExperiment(**folder, {}, stop, [&terminal](const results::Entry& entry) { terminal.show(entry); });
    if (!ending)
        return tl::unexpected(ending.error());
    print(u"Results: %1"_s.arg((*folder)->path()));
    return results::readResults((*folder)->path()).map([&](results::Results results) {
        return Ran { std::move(results), ending->complete };
    });
}

QString percent(double share)
{
    return threeDigits(share * 100) + u" %"_s;
}

void printFindings(const std::vector<run::PilotFinding>& findings)
{
    std::vector<QStringList> rows { { u"arm"_s, u"trial"_s, u"figure"_s, u"settled after"_s } };
    for (const auto& it : findings)
        rows.push_back({ it.arm, QString::number(it.trial), it.figure,
            !it.settledS        ? u"too few requests a second to tell"_s
                : !it.converged ? u"not within half of the pilot"_s
                                : u"%1 s"_s.arg(*it.settledS) });
    print({});
    print(aligned(rows, 4));
}

ExitCode keepWarmup(const PlanFile& file, const QString& path, double found)
{
    const auto warmupS = std::max(found, file.plan.phases.warmupS);
    if (warmupS > found)
        print(u"A warm-up of %1 s would do; the plan's %2 s stay."_s.arg(found).arg(warmupS));
    if (!QFileInfo::exists(path)) {
        print(u"The warm-up is %1 s. A shipped plan is not changed; keep it as a file with "
              "ceteris-cli presets --show %2 and write phases.warmup_s = %1 into it."_s.arg(warmupS)
                  .arg(path));
        return Done;
    }
    const auto edited = plan::withWarmup(file.text, warmupS);
    if (!edited) {
        print(
            u"The warm-up is %1 s: write phases.warmup_s = %1 into %2, whose text is left as it is."_s.arg(warmupS).arg(
                path));
        return Done;
    }
    if (const auto written = results::replaceFile(path, *edited); !written) {
        complain(describe(written.error()));
        return CouldNotRun;
    }
    print(u"%1 now has phases.warmup_s = %2."_s.arg(path).arg(warmupS));
    return Done;
}

ExitCode findWarmup(const PlanFile& file, const CalibrateOptions& options, const run::StopSignal& stop)
{
    for (auto lengthS = options.pilotS; lengthS <= std::max(options.pilotS, longestPilotS); lengthS *= 2) {
        const auto pilot = run::pilotPlan(file.plan, lengthS);
        const auto ran = runPlan(pilot, options.output, stop);
        const auto series = ran.and_then([](const Ran& it) { return results::readSeries(it.results.path); });
        if (!series) {
            complain(describe(series.error()));
            return exitCodeOf(series.error());
        }
        if (!ran->complete)
            return NoVerdict;
        const auto findings = run::findingsOf(pilot, ran->results.trials, *series);
        printFindings(findings);
        if (const auto warmup = run::warmupFrom(findings))
            return keepWarmup(file, options.plan, *warmup);
        if (std::ranges::all_of(findings, &run::PilotFinding::converged)) {
            print(
                u"Fewer than 20 refreshes a second at this level: too few to see a warm-up. The plan is left as it is."_s);
            return NoVerdict;
        }
        print(u"Not settled within half of %1."_s.arg(span(lengthS)));
    }
    print(u"NO STEADY STATE: an arm was still changing after %1. A verdict can only be about a window, not about a "
          "state; the plan is left as it is."_s.arg(span(longestPilotS)));
    return NoVerdict;
}

// "8 blocks resolve refresh p99 to 9 %; the plan's 5 % needs 21 blocks."
void printResolutions(const std::vector<run::Resolution>& resolutions)
{
    print(u"What this machine can tell apart (80 % power, by the upper bound of the measured spread):"_s);
    std::vector<QStringList> rows { { u"operation"_s, u"metric"_s, u"resolved by"_s, u"difference"_s,
        u"the plan's band"_s, u"needs"_s } };
    for (const auto& it : resolutions)
        rows.push_back({ it.operation, it.metric, counted(it.blocks, u"block"), percent(it.resolvable),
            percent(it.band), counted(it.blocksNeeded, u"block") });
    print(aligned(rows, 2));
}

ExitCode compareWithItself(const PlanFile& file, const CalibrateOptions& options, const run::StopSignal& stop)
{
    const auto ran = runPlan(run::selfComparisonPlan(file.plan), options.output, stop);
    if (!ran) {
        complain(describe(ran.error()));
        return exitCodeOf(ran.error());
    }
    if (!ran->complete)
        return NoVerdict;
    const auto comparisons = results::compare(ran->results.plan, ran->results.trials, ran->results.checks);
    print({});
    print(verdicts(comparisons));
    print({});
    printResolutions(run::resolutionsOf(comparisons));
    const auto path = results::ledgerPath();
    const auto kept = results::addToLedger(path,
        run::ledgerRowsOf(QFileInfo(ran->results.path).fileName(),
            QDateTime::currentDateTimeUtc().toString(Qt::ISODate), comparisons));
    const auto ledger = kept.and_then([&] { return results::readLedger(path); });
    if (!ledger) {
        complain(describe(ledger.error()));
        return CouldNotRun;
    }
    const auto claims = std::ranges::count(*ledger, 1, &results::LedgerRow::claimed);
    print(
        u"Ledger of this machine: %1 of %2 comparisons of an arm with itself claimed a difference (5 % is right). %3"_s
            .arg(claims)
            .arg(ledger->size())
            .arg(path));
    if (stats::falseClaimsAlarm(static_cast<std::uint64_t>(claims), ledger->size())) {
        print(u"That is too many: verdicts on this machine claim more than they can know."_s);
        return NoVerdict;
    }
    return Done;
}

} // namespace

ExitCode calibrate(const CalibrateOptions& options, const run::StopSignal& stop)
{
    const auto file = openPlan(options.plan);
    if (!file) {
        complain(file.error());
        return Usage;
    }
    return options.withItself ? compareWithItself(*file, options, stop) : findWarmup(*file, options, stop);
}

} // namespace ceteris::cli
