// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/runfolder.h"

#include "app/results/histogramfiles.h"
#include "app/results/layout.h"
#include "app/results/trialcolumns.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr qsizetype piece = 1 << 20; // bytes that one write takes

// Where the run was measured: all of it.
QByteArray eventsOf(const ImportedRun& run)
{
    const double end = run.durationS.value_or(0);
    const auto at = [&run](double tS) {
        return run.started.isValid() ? run.started.addMSecs(qRound64(tS * 1000)).toString(Qt::ISODateWithMs)
                                     : QString();
    };
    return csvRow(namesOf(eventColumns()))
        + csvRows(eventColumns(),
            { EventRow { 0, at(0), 1, u"import"_s, u"trial_started"_s, run.tool },
                EventRow { 0, at(0), 1, u"import"_s, u"phase"_s, u"measure"_s },
                EventRow { end, at(end), 1, u"import"_s, u"trial_finished"_s, run.tool } });
}

} // namespace

RunFolder::RunFolder(const QString& root)
    : m_folder(root)
{
}

Result<void> RunFolder::begin(const QString& tool)
{
    m_arm = tool;
    if (const auto made = m_folder.made(); !made)
        return made;
    m_seriesRows = csvRow(namesOf(seriesColumns()));
    return AppendFile::open(m_folder.at(file::series)).map([this](AppendFile it) { m_series = std::move(it); });
}

Result<void> RunFolder::append(AppendFile& file, QByteArray& pending, const QByteArray& row, qsizetype atLeast)
{
    pending += row;
    if (pending.size() < atLeast || pending.isEmpty())
        return {};
    return file.append(std::exchange(pending, {}));
}

Result<void> RunFolder::series(double tS, const QString& metric, double value, const QString& unit)
{
    return append(
        m_series, m_seriesRows, csvRow(seriesColumns(), SeriesRow { 1, m_arm, tS, metric, value, unit }), piece);
}

Result<void> RunFolder::tick(const Tick& tick)
{
    if (!std::exchange(m_hasLive, true)) {
        auto file = AppendFile::open(m_folder.at(file::live));
        if (!file)
            return tl::unexpected(file.error());
        m_live = *std::move(file);
    }
    return append(m_live, m_liveRows, toLine({ tick.trialS, {}, tick }), piece);
}

Result<QString> RunFolder::keep(
    const ImportedRun& run, const std::vector<TrialHistograms>& histograms, const QDateTime& dated)
{
    const QString folder = m_folder.at(file::histograms);
    const auto withHistograms = [&] {
        return makeFolder(folder).and_then([&] {
            const HistogramFile file { folder, trialStem(1, run.tool, importedLevel) };
            return file.write(run.started, run.durationS.value_or(0), histograms);
        });
    };
    return append(m_series, m_seriesRows, {}, 0)
        .and_then([&] { return append(m_live, m_liveRows, {}, 0); })
        .and_then([&] { return m_series.sync(); })
        .and_then([&] { return m_hasLive ? m_live.sync() : Result<void>(); })
        .and_then([&] { return histograms.empty() ? Result<void>() : withHistograms(); })
        .and_then([&] { return replaceFile(m_folder.at(importedTable), importedCsv(run)); })
        .and_then([&] { return replaceFile(m_folder.at(failureTable), failuresCsv(run)); })
        .and_then([&] { return replaceFile(m_folder.at(file::events), eventsOf(run)); })
        .and_then([&] { return replaceFile(m_folder.at(file::manifest), QJsonDocument(manifestOf(run)).toJson()); })
        .and_then([&] { return syncFolder(m_folder.path()); })
        .and_then([&] { return m_folder.keepAs(folderName(run.started.isValid() ? run.started : dated, run.name)); });
}

} // namespace ceteris::results
