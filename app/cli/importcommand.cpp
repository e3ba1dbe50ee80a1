// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/print.h"
#include "app/cli/units.h"
#include "app/results/import/import.h"
#include "app/results/import/importedrun.h"

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

void tell(const QString& file, const QString& folder)
{
    print(u"Imported %1 as %2"_s.arg(file, folder));
    if (!results::isImported(folder))
        return;
    if (const auto run = results::readImported(folder))
        print(u"%1: %2. Its response times are its own, from send to answer; nothing was controlled, so there "
              "is no verdict."_s.arg(run->tool)
                  .arg(counted(qsizetype(run->operations.front().requests), u"request")));
}

} // namespace

// What can be imported is, whatever is wrong with the others.
ExitCode importFiles(const ImportOptions& options, const run::StopSignal& stop)
{
    auto code = Done;
    for (const auto& file : results::oneOfEachRun(options.files)) {
        const auto folder = results::importResults(file, options.into, [&stop](double) { return !stop.requested(); });
        if (folder) {
            tell(file, *folder);
            continue;
        }
        complain(describe(folder.error()));
        if (stop.requested())
            return NoVerdict;
        code = CouldNotRun;
    }
    return code;
}

} // namespace ceteris::cli
