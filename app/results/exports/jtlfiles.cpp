// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/export.h"
#include "app/results/exports/jtl.h"
#include "app/results/exports/liveticks.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/resultsfolder.h"

#include <QSaveFile>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr auto readme = R"(These files have JMeter's default JTL columns; each is one <arm>-<level>.

THE SAMPLES ARE MADE FROM HISTOGRAMS. Ceteris keeps no single request: it keeps a histogram for each second and
operation (3 significant digits). Each row stands for one request that was counted in such a histogram:

- How many requests a second had, and how long they took, is measured. elapsed is the middle of the histogram's bucket,
  from the moment the request was planned to its answer, in whole milliseconds as JMeter writes it: a request of 0.3 ms
  is 0. Use the .hgrm export for percentiles of quick requests.
- When within its second a request was made is not known; the rows are spread evenly over the second.
- label is the operation. Only trials with status ok are in, and no warm-up. Of refresh and write a second in which two
  phases meet is left out, so there are a few requests fewer than in trials.csv.
- Failed: responseCode "Non HTTP response code: failed", elapsed 0, because times of failures are not kept;
  "timeout" has the plan's timeout. Leave out success=false before you look at times.
- allThreads and grpThreads are the virtual users of the level. bytes, sentBytes, Latency, IdleTime and Connect are 0
  because they are not measured; URL is empty.
- JMeter's HTML report computes percentiles from the last 20 000 samples of a label unless you raise
  jmeter.reportgenerator.statistic_window.
)";

// Pages are asked for while users warm up, too, which is not measured; all else happens in its own phase only.
bool isMeasured(const QString& operation, const LiveTick& it)
{
    const bool isOfPages
        = operation == u"refresh" || operation == u"write" || operation == u"visit" || operation == u"renew";
    return !isOfPages || (it.isWithinPhase && it.tick.phase == u"measure");
}

// The JTL files of all cells, written side by side in one reading of the stream.
class JtlFiles
{
public:
    JtlFiles(const plan::Plan& plan, const std::vector<TrialRow>& trials, const QString& outputDir)
        : m_plan(plan)
    {
        std::map<std::pair<QString, QString>, QSaveFile*> cells;
        for (const auto& row : trials) {
            if (row.status != u"ok")
                continue;
            auto& cell = cells[{ row.arm, row.level }];
            if (!cell) {
                const auto number = static_cast<int>(m_files.size()) + 1;
                const QString path = outputDir % u'/' % cellName(row, number) % u".jtl"_s;
                cell = m_files.emplace_back(std::make_unique<QSaveFile>(path)).get();
            }
            m_trials[row.trial] = { cell, row.arm, row.users };
        }
    }

    Result<void> write(const QString& folder)
    {
        for (const auto& file : m_files)
            if (!file->open(QIODevice::WriteOnly) || file->write(jtl::header()) < 0)
                return cannotWrite(*file);
        if (const auto visited = visitTicks(folder, [this](const LiveTick& it) { add(it); }); !visited)
            return visited;
        for (const auto& file : m_files)
            if (!file->commit())
                return cannotWrite(*file);
        return {};
    }

    QStringList paths() const
    {
        QStringList paths;
        for (const auto& file : m_files)
            paths += file->fileName();
        return paths;
    }

private:
    struct Trial
    {
        QSaveFile* file = nullptr;
        QString arm;
        int users = 0;
    };

    static tl::unexpected<Error> cannotWrite(const QSaveFile& file)
    {
        return fail(ErrorCode::CannotWriteFile, { file.fileName(), file.errorString() });
    }

    QString cellName(const TrialRow& row, int number) const
    {
        const QString stem = fileSafe(row.arm) % u'-' % fileSafe(row.level);
        for (const auto& file : m_files)
            if (file->fileName().endsWith(QString(u'/' % stem % u".jtl"_s)))
                return stem % u'-' % QString::number(number);
        return stem;
    }

    void add(const LiveTick& it)
    {
        const auto trial = m_trials.find(it.tick.trial);
        if (trial == m_trials.end())
            return;
        for (const auto& [operation, tick] : it.tick.operations)
            if (isMeasured(operation, it))
                trial->second.file->write(jtl::samples({ trial->second.arm, operation, trial->second.users, it.endMs,
                                                           it.tick.lengthS, m_plan.load.timeoutS },
                    tick));
    }

    const plan::Plan& m_plan;
    std::vector<std::unique_ptr<QSaveFile>> m_files;
    std::map<int, Trial> m_trials;
};

} // namespace

Result<QStringList> exportJtl(const QString& folder, const QString& outputDir)
{
    const auto results = readResults(folder);
    if (!results)
        return tl::unexpected(results.error());
    if (const auto made = makeFolder(outputDir); !made)
        return tl::unexpected(made.error());
    const QString readmePath = outputDir + u"/README.txt";
    if (const auto written = replaceFile(readmePath, readme); !written)
        return tl::unexpected(written.error());
    JtlFiles files(results->plan, results->trials, outputDir);
    if (const auto written = files.write(folder); !written)
        return tl::unexpected(written.error());
    return QStringList { readmePath } + files.paths();
}

} // namespace ceteris::results
