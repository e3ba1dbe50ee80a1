// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/planfile.h"
#include "app/cli/print.h"
#include "app/cli/terminal.h"
#include "app/run/preparation.h"
#include "app/services/services.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ceteris::cli {

ExitCode preflight(const QString& plan, const run::StopSignal& stop)
{
    const auto file = openPlan(plan);
    if (!file) {
        complain(file.error());
        return Usage;
    }
    // The journal wants a results folder; nobody wants to keep this one.
    const QTemporaryDir kept;
    const auto folder = results::ResultsFolder::create(kept.path(), file->plan, file->text);
    if (!folder) {
        complain(describe(folder.error()));
        return CouldNotRun;
    }
    Terminal terminal(stdout);
    run::Journal journal(**folder, [&terminal](const results::Entry& entry) { terminal.show(entry); });
    const auto cpus = run::chooseCpus(file->plan, run::allowedCpus());
    const services::Workspace workspace;
    const run::PreparationContext context { file->plan, cpus, journal, stop, u"."_s, workspace.path(), {} };
    const auto asked = run::prepareAccounts(context).and_then(
        [&context] { return run::preflight(context).map([](const auto&) {}); });
    if (!asked) {
        complain(describe(asked.error()));
        const auto code = asked.error().code;
        return code == ErrorCode::PreflightFailed || code == ErrorCode::Stopped ? NoVerdict : CouldNotRun;
    }
    print(u"The machine is ready for this plan as far as it can be seen. Nothing was measured."_s);
    return Done;
}

} // namespace ceteris::cli
