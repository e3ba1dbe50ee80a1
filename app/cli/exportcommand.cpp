// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/print.h"
#include "app/results/export.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ceteris::cli {

ExitCode exportResults(const ExportOptions& options)
{
    const auto output
        = options.output.isEmpty() ? QDir(options.folder).filePath(u"export-"_s + options.format) : options.output;
    const auto written = options.format == u"locust" ? results::exportLocust(options.folder, output)
                                                     : results::exportHgrm(options.folder, output);
    if (!written) {
        complain(describe(written.error()));
        return CouldNotRun;
    }
    print(u"Saved %1 files to %2"_s.arg(written->size()).arg(output));
    return Done;
}

} // namespace ceteris::cli
