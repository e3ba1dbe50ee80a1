// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/export.h"

#include "app/results/cells.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "server/metrics/histogramcodec.h"

using namespace Qt::StringLiterals;

namespace ceteris::results {

Result<QStringList> exportHgrm(const QString& folder, const QString& outputDir)
{
    const auto cells = readResults(folder).and_then(cellsOf);
    if (!cells)
        return tl::unexpected(cells.error());
    if (const auto made = makeFolder(outputDir); !made)
        return tl::unexpected(made.error());
    QStringList files;
    const auto write = [&](const QString& path, const metrics::Histogram& histogram) {
        files += path;
        return replaceFile(path, metrics::toHgrm(histogram));
    };
    for (const auto& cell : *cells) {
        for (const auto& [operation, response, service] : cell.histograms) {
            const QString stem = outputDir + u'/' + cell.stem + u'-' + fileSafe(operation);
            if (const auto written = write(stem + u".hgrm", response); !written)
                return tl::unexpected(written.error());
            if (const auto written = write(stem + u"-service.hgrm", service); !written)
                return tl::unexpected(written.error());
        }
    }
    return files;
}

} // namespace ceteris::results
