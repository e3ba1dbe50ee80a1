// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/junitfile.h"

#include "app/cli/print.h"
#include "app/results/files.h"

namespace ceteris::cli {

ExitCode keepJUnit(const QString& path, const results::JUnitRun& run,
    const std::vector<results::Comparison>& comparisons, ExitCode code)
{
    if (path.isEmpty())
        return code;
    const auto written = results::replaceFile(path, results::junitXml(run, comparisons));
    if (written)
        return code;
    complain(describe(written.error()));
    return CouldNotRun;
}

} // namespace ceteris::cli
