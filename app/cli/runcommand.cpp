// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/planfile.h"
#include "app/cli/print.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/results/comparison.h"
#include "app/results/ledger.h"
#include "app/results/resultsfolder.h"
#include "app/run/experiment.h"
#include "app/run/selfcomparison.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

run::EventSink eventLines()
{
    return [](const results::Entry& entry) {
        const auto line = results::toLine(entry);
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
        std::fflush(stdout);
    };
}

void printWhole(const results::Results& results, const std::vector<results::Comparison>& comparisons)
{
    const auto& [path, plan, manifest, trials, checks] = results;
    print(summary(plan, trials));
    print(oracleLines(results::oracleSummaries(plan, checks))
        % objectionLines(results::objections(plan, trials, checks))
        % verdicts(comparisons, results::loadDependence(plan, trials, comparisons)));
}

// A verdict only over the whole experiment: half of it may hold half of the truth.
void printEnd(const results::ResultsFolder& folder, bool complete)
{
    const auto results = results::readResults(folder.path());
    if (results && !results->trials.empty()) {
        print({});
        if (complete)
            printWhole(*results, results::compare(results->plan, results->trials, results->checks));
        else
            print(summary(results->plan, results->trials));
    }
    print(u"Results: %1"_s.arg(folder.path()));
}

// The control beside its twin says how often this machine finds what is not there; no verdict hangs on it.
void keepTwin(const results::Results& results, const std::vector<results::Comparison>& comparisons)
{
    const auto rows = run::twinLedgerRowsOf(results.plan, QFileInfo(results.path).fileName(),
        QDateTime::currentDateTimeUtc().toString(Qt::ISODate), comparisons);
    if (rows.empty())
        return;
    if (const auto kept = results::addToLedger(results::ledgerPath(), rows); !kept)
        complain(describe(kept.error()));
}

// What a script wants to know of a whole experiment.
ExitCode codeOf(const std::vector<results::Comparison>& comparisons)
{
    const auto has = [&comparisons](stats::Verdict verdict) {
        return std::ranges::any_of(comparisons, [verdict](const results::Comparison& it) {
            return it.primary && !it.isTwin && it.decision.verdict == verdict;
        });
    };
    return has(stats::Verdict::NotComparable) ? NoVerdict : has(stats::Verdict::Worse) ? RuleFailed : Done;
}

ExitCode runIn(results::ResultsFolder& folder, const RunOptions& options, const run::StopSignal& stop)
{
    Terminal terminal(stdout);
    const auto sink
        = options.events ? eventLines() : [&terminal](const results::Entry& entry) { terminal.show(entry); };
    const auto ending = run::runExperiment(folder, { {}, options.preflight }, stop, sink);
    if (!options.events)
        printEnd(folder, ending && ending->complete);
    if (!ending) {
        complain(describe(ending.error()));
        return exitCodeOf(ending.error());
    }
    if (!ending->complete && !options.events)
        print(u"Go on with: ceteris-cli resume %1"_s.arg(folder.path()));
    if (!ending->complete)
        return NoVerdict;
    const auto results = results::readResults(folder.path());
    if (!results)
        return CouldNotRun;
    const auto comparisons = results::compare(results->plan, results->trials, results->checks);
    keepTwin(*results, comparisons);
    return ending->failedTrials > 0 ? NoVerdict : codeOf(comparisons);
}

} // namespace

ExitCode run(const RunOptions& options, const run::StopSignal& stop)
{
    const auto file = openPlan(options.plan);
    if (!file) {
        complain(file.error());
        return Usage;
    }
    const auto folder = results::ResultsFolder::create(options.output, file->plan, file->text);
    if (!folder) {
        complain(describe(folder.error()));
        return CouldNotRun;
    }
    return runIn(**folder, options, stop);
}

ExitCode resume(const RunOptions& options, const run::StopSignal& stop)
{
    const auto folder = results::ResultsFolder::resume(options.plan);
    if (!folder) {
        complain(describe(folder.error()));
        return CouldNotRun;
    }
    return runIn(**folder, options, stop);
}

ExitCode analyse(const QString& folder)
{
    const auto results = results::readResults(folder);
    const auto comparisons = results::analyse(folder);
    if (!results || !comparisons) {
        complain(describe(results ? comparisons.error() : results.error()));
        return CouldNotRun;
    }
    printWhole(*results, *comparisons);
    return codeOf(*comparisons);
}

} // namespace ceteris::cli
