// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/files.h"
#include "app/results/import/importedrun.h"
#include "app/results/import/newfolder.h"
#include "app/results/stream.h"

namespace ceteris::results {

// The folder of an imported run while it is written, with the tables that the readers of results folders know.
class RunFolder
{
public:
    explicit RunFolder(const QString& root);

    Result<void> begin(const QString& tool); // the first of all
    Result<void> series(double tS, const QString& metric, double value, const QString& unit);
    Result<void> tick(const Tick& tick); // into live.ndjson, which is made by the first
    // The last: the folder gets its name, <time of the run>-<name>. dated: the time when the tool told none.
    Result<QString> keep(
        const ImportedRun& run, const std::vector<TrialHistograms>& histograms, const QDateTime& dated);

private:
    Result<void> append(AppendFile& file, QByteArray& pending, const QByteArray& row, qsizetype atLeast);

    NewFolder m_folder;
    QString m_arm;
    AppendFile m_series, m_live;
    QByteArray m_seriesRows, m_liveRows; // not yet written
    bool m_hasLive = false;
};

} // namespace ceteris::results
