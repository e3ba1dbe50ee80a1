// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/eventpipe.h"
#include "app/cli/junitfile.h"
#include "app/cli/planfile.h"
#include "app/cli/print.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/cli/units.h"
#include "app/results/comparison.h"
#include "app/results/ledger.h"
#include "app/results/orders.h"
#include "app/results/resultsfolder.h"
#include "app/results/stopping.h"
#include "app/run/experiment.h"
#include "app/run/selfcomparison.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

// A person's orders come with the stream's reader; what is typed into a terminal is meant for the shell.
int ordersFor(const RunOptions& options)
{
    return options.events && isatty(STDIN_FILENO) == 0 ? STDIN_FILENO : -1;
}

void printWhole(const results::Results& results, const std::vector<results::Comparison>& comparisons)
{
    const auto& [path, plan, manifest, trials, checks, faults] = results;
    print(summary(plan, trials));
    print(faultLines(faults) % oracleLines(results::oracleSummaries(plan, checks))
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
    const auto decides = [](const results::Comparison& it) { return it.primary && !it.isTwin; };
    if (std::ranges::none_of(comparisons, decides))
        return NoVerdict;
    return has(stats::Verdict::NotComparable) ? NoVerdict : has(stats::Verdict::Worse) ? RuleFailed : Done;
}

Result<run::Ending> watched(results::ResultsFolder& folder, const RunOptions& options, const run::StopSignal& stop)
{
    EventPipe events(STDOUT_FILENO);
    return run::runExperiment(folder, { {}, options.preflight, ordersFor(options), options.again }, stop,
        [&events](const results::Entry& entry) { events.write(entry); });
}

Result<run::Ending> shown(results::ResultsFolder& folder, const RunOptions& options, const run::StopSignal& stop)
{
    Terminal terminal(stdout);
    return run::runExperiment(folder, { {}, options.preflight, -1, options.again }, stop,
        [&terminal](const results::Entry& entry) { terminal.show(entry); });
}

// Why not all was done that was planned; empty: it was.
QString troubleOf(const Result<run::Ending>& ending)
{
    if (!ending)
        return describe(ending.error());
    if (!ending->complete)
        return u"It was stopped before its end."_s;
    if (ending->failedTrials > 0)
        return u"Not run as planned: %1."_s.arg(counted(ending->failedTrials, u"trial"));
    return {};
}

results::JUnitRun junitRun(const results::Results& results, const QString& trouble)
{
    return { results.plan.name, results.trials.empty() ? QString() : results.trials.front().startedUtc, trouble };
}

ExitCode concluded(const results::ResultsFolder& folder, const Result<run::Ending>& ending, const RunOptions& options)
{
    const auto results = results::readResults(folder.path());
    if (!results)
        return CouldNotRun;
    const auto trouble = junitRun(*results, troubleOf(ending));
    if (!ending)
        return keepJUnit(options.junit, trouble, {}, exitCodeOf(ending.error()));
    if (!ending->complete)
        return keepJUnit(options.junit, trouble, {}, NoVerdict);
    const auto comparisons = results::compare(results->plan, results->trials, results->checks);
    keepTwin(*results, comparisons);
    return keepJUnit(options.junit, trouble, comparisons, ending->failedTrials > 0 ? NoVerdict : codeOf(comparisons));
}

// How a block with a failed trial gets another one.
void offerAgain(const results::ResultsFolder& folder)
{
    const auto results = results::readResults(folder.path());
    QString orders;
    if (results)
        for (const auto trial : results::failedTrials(results->trials))
            orders += u" --again %1"_s.arg(trial);
    if (!orders.isEmpty())
        print(u"Run the blocks of failed trials again with: ceteris-cli resume %1%2"_s.arg(folder.path(), orders));
}

ExitCode runIn(results::ResultsFolder& folder, const RunOptions& options, const run::StopSignal& stop)
{
    const auto ending = options.events ? watched(folder, options, stop) : shown(folder, options, stop);
    if (!options.events)
        printEnd(folder, ending && ending->complete);
    if (!options.events)
        offerAgain(folder);
    if (!ending)
        complain(describe(ending.error()));
    else if (!ending->complete && !options.events)
        print(u"Go on with: ceteris-cli resume %1"_s.arg(folder.path()));
    return concluded(folder, ending, options);
}

// Nothing was started: a watcher learns it from the stream, like everything else.
ExitCode refuse(const QString& sentence, const RunOptions& options, ExitCode code)
{
    complain(sentence);
    if (options.events)
        EventPipe(STDOUT_FILENO).fail(sentence);
    return keepJUnit(options.junit, { options.plan, {}, sentence }, {}, code);
}

// The first of these trials that cannot be run again.
std::optional<Error> notFailed(const results::ResultsFolder& folder, const std::vector<int>& again)
{
    const auto results = results::readResults(folder.path());
    if (!results)
        return results.error();
    const auto failed = results::failedTrials(results->trials);
    QStringList numbers;
    for (const auto trial : failed)
        numbers += QString::number(trial);
    for (const auto trial : again)
        if (!failed.contains(trial))
            return Error { ErrorCode::TrialDidNotFail,
                { QString::number(trial), numbers.isEmpty() ? u"none"_s : numbers.join(u", ") } };
    return std::nullopt;
}

} // namespace

ExitCode run(const RunOptions& options, const run::StopSignal& stop)
{
    const auto file = openPlan(options.plan);
    if (!file)
        return refuse(file.error(), options, Usage);
    const auto folder = results::ResultsFolder::create(options.output, file->plan, file->text);
    if (!folder)
        return refuse(describe(folder.error()), options, CouldNotRun);
    return runIn(**folder, options, stop);
}

ExitCode resume(const RunOptions& options, const run::StopSignal& stop)
{
    const auto folder = results::ResultsFolder::resume(options.plan);
    if (!folder)
        return refuse(describe(folder.error()), options, CouldNotRun);
    if (const auto wrong = notFailed(**folder, options.again))
        return refuse(describe(*wrong), options, Usage);
    return runIn(**folder, options, stop);
}

ExitCode analyse(const QString& folder, const QString& junit)
{
    const auto results = results::readResults(folder);
    const auto comparisons = results::analyse(folder);
    if (!results || !comparisons) {
        complain(describe(results ? comparisons.error() : results.error()));
        return CouldNotRun;
    }
    printWhole(*results, *comparisons);
    const auto missing = results::missingToTheEnd(results->plan, results->trials, results->checks);
    return keepJUnit(junit, junitRun(*results, missing), *comparisons, codeOf(*comparisons));
}

} // namespace ceteris::cli
