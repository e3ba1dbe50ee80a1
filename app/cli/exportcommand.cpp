// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/print.h"
#include "app/results/export.h"

using namespace Qt::StringLiterals;

namespace ceteris::cli {

ExitCode exportResults(const ExportOptions& options)
{
    const auto format = results::exportFormatOf(options.format);
    if (!format)
        return Usage;
    const auto output = options.output.isEmpty() ? results::defaultOutput(options.folder, *format) : options.output;
    const auto written = results::exportAs(options.folder, *format, output);
    if (!written) {
        complain(describe(written.error()));
        return CouldNotRun;
    }
    print(
        written->size() == 1 ? u"Saved %1"_s.arg(output) : u"Saved %1 files to %2"_s.arg(written->size()).arg(output));
    return Done;
}

} // namespace ceteris::cli
