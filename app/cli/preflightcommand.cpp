// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/eventpipe.h"
#include "app/cli/planfile.h"
#include "app/cli/print.h"
#include "app/cli/terminal.h"
#include "app/run/preparation.h"
#include "app/services/services.h"

#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

Result<void> ask(const PlanFile& file, const run::StopSignal& stop, const run::EventSink& sink)
{
    // The journal wants a results folder; nobody wants to keep this one.
    const QTemporaryDir kept;
    const auto folder = results::ResultsFolder::create(kept.path(), file.plan, file.text);
    if (!folder)
        return tl::unexpected(folder.error());
    run::Journal journal(**folder, sink);
    const auto cpus = run::chooseCpus(file.plan, run::allowedCpus());
    const services::Workspace workspace;
    const run::PreparationContext context { file.plan, cpus, journal, stop, u"."_s, workspace.path(), {} };
    return run::prepareAccounts(context).and_then(
        [&context] { return run::preflight(context).map([](const auto&) {}); });
}

ExitCode codeOf(const Error& error)
{
    return error.code == ErrorCode::PreflightFailed || error.code == ErrorCode::Stopped ? NoVerdict : CouldNotRun;
}

ExitCode preflightForEyes(const PlanFile& file, const run::StopSignal& stop)
{
    Terminal terminal(stdout);
    const auto asked = ask(file, stop, [&terminal](const results::Entry& entry) { terminal.show(entry); });
    if (!asked) {
        complain(describe(asked.error()));
        return codeOf(asked.error());
    }
    print(u"The machine is ready for this plan as far as it can be seen. Nothing was measured."_s);
    return Done;
}

ExitCode preflightAsEvents(const PlanFile& file, EventPipe& events, const run::StopSignal& stop)
{
    const auto asked = ask(file, stop, [&events](const results::Entry& entry) { events.write(entry); });
    if (asked) {
        events.writeNow(results::ExperimentFinished { u"done"_s, 0, 0, {} });
        return Done;
    }
    if (asked.error().code == ErrorCode::Stopped)
        events.writeNow(results::ExperimentFinished { u"stopped"_s, 0, 0, {} });
    else
        events.fail(describe(asked.error()));
    return codeOf(asked.error());
}

} // namespace

ExitCode preflight(const QString& plan, bool events, const run::StopSignal& stop)
{
    const auto file = openPlan(plan);
    if (!events) {
        if (file)
            return preflightForEyes(*file, stop);
        complain(file.error());
        return Usage;
    }
    EventPipe pipe(STDOUT_FILENO);
    if (file)
        return preflightAsEvents(*file, pipe, stop);
    pipe.fail(file.error());
    return Usage;
}

} // namespace ceteris::cli
