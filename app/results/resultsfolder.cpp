// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/resultsfolder.h"

#include "app/plan/read.h"
#include "app/results/checkcolumns.h"
#include "app/results/files.h"
#include "app/results/histogramfiles.h"
#include "app/results/layout.h"
#include "app/results/readplan.h"
#include "app/results/repair.h"
#include "app/results/trialcolumns.h"
#include "app/results/trialtable.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// The lock of a process that has died is taken over at once; that of a living one never, however old.
Result<std::unique_ptr<QLockFile>> lockFolder(const QString& folder)
{
    const QString path = folder + u'/' + file::lock;
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    if (lock->tryLock())
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return fail(ErrorCode::CannotWriteFile, { path, u"the folder cannot be written to"_s });
    qint64 process = 0;
    QString host, program;
    lock->getLockInfo(&process, &host, &program);
    return fail(ErrorCode::ResultsFolderBusy, { folder, QString::number(process) });
}

// A second experiment of the same name in the same second gets a number.
Result<QString> makeNewFolder(const QString& root, const QString& planName)
{
    if (const auto made = makeFolder(root); !made)
        return tl::unexpected(made.error());
    const QString first = QDir(root).absoluteFilePath(folderName(QDateTime::currentDateTimeUtc(), planName));
    auto path = first;
    for (int number = 2; !QDir().mkdir(path); ++number) {
        if (!QFileInfo::exists(path))
            return fail(ErrorCode::CannotWriteFile, { path, qt_error_string() });
        path = first + u'-' + QString::number(number);
    }
    return path;
}

Result<QJsonObject> hashesOf(const QString& folder)
{
    QJsonObject hashes;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        const auto name = QDir(folder).relativeFilePath(path);
        // The stream still gets its last line, and a person's own notes may change at any time.
        if (name == file::manifest || name == file::live || name == file::annotations)
            continue;
        const auto hash = sha256(path);
        if (!hash)
            return tl::unexpected(hash.error());
        hashes[name] = QJsonObject { { u"bytes"_s, QFileInfo(path).size() }, { u"sha256"_s, *hash } };
    }
    return hashes;
}

} // namespace

class ResultsFolder::Impl
{
public:
    QString path;
    plan::Plan plan;
    std::unique_ptr<QLockFile> lock;
    std::set<int> finished;
    AppendFile live, trials, series, events, checks, violations, faults;

    QString at(const QString& name) const { return path + u'/' + name; }

    // Its table is there only for a plan with events.
    Result<void> keepFaults(const std::vector<FaultRow>& rows)
    {
        if (rows.empty())
            return {};
        return faults.append(csvRows(faultColumns(), rows)).and_then([&] { return faults.sync(); });
    }

    // Repairs and opens the tables; in a new folder that makes them.
    Result<void> open()
    {
        auto kept = makeFolder(at(file::histograms)).and_then([&] { return repair(path, plan); });
        if (!kept)
            return tl::unexpected(kept.error());
        finished = *std::move(kept);
        const auto opened = [&](AppendFile& table, const QString& name) {
            return AppendFile::open(at(name)).map([&](AppendFile file) { table = std::move(file); });
        };
        return opened(live, file::live)
            .and_then([&] { return opened(trials, file::trials); })
            .and_then([&] { return opened(series, file::series); })
            .and_then([&] { return opened(events, file::events); })
            .and_then([&] { return opened(checks, file::checks); })
            .and_then([&] { return opened(violations, file::violations); })
            .and_then([&] { return plan.events.empty() ? Result<void>() : opened(faults, file::faults); })
            .and_then([&] { return syncFolder(path); });
    }
};

Result<std::unique_ptr<ResultsFolder>> ResultsFolder::create(
    const QString& root, const plan::Plan& plan, const QByteArray& planText)
{
    const auto path = makeNewFolder(root, plan.name);
    if (!path)
        return tl::unexpected(path.error());
    auto lock = lockFolder(*path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto impl = std::make_unique<Impl>(Impl { *path, plan, *std::move(lock), {}, {}, {}, {}, {}, {}, {}, {} });
    return replaceFile(impl->at(file::plan), planText).and_then([&] { return impl->open(); }).map([&] {
        return std::unique_ptr<ResultsFolder>(new ResultsFolder(std::move(impl)));
    });
}

Result<std::unique_ptr<ResultsFolder>> ResultsFolder::resume(const QString& path)
{
    const auto absolute = QDir(path).absolutePath();
    auto plan = readPlan(absolute);
    if (!plan)
        return tl::unexpected(plan.error());
    auto lock = lockFolder(absolute);
    if (!lock)
        return tl::unexpected(lock.error());
    auto impl
        = std::make_unique<Impl>(Impl { absolute, *std::move(plan), *std::move(lock), {}, {}, {}, {}, {}, {}, {}, {} });
    return impl->open().map([&] { return std::unique_ptr<ResultsFolder>(new ResultsFolder(std::move(impl))); });
}

ResultsFolder::ResultsFolder(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

ResultsFolder::~ResultsFolder() = default;

QString ResultsFolder::path() const
{
    return m_impl->path;
}

QString ResultsFolder::experiment() const
{
    return QFileInfo(m_impl->path).fileName();
}

const plan::Plan& ResultsFolder::plan() const
{
    return m_impl->plan;
}

std::set<int> ResultsFolder::finishedTrials() const
{
    return m_impl->finished;
}

Result<void> ResultsFolder::live(const QJsonObject& event)
{
    return m_impl->live.append(QJsonDocument(event).toJson(QJsonDocument::Compact).append('\n'));
}

Result<void> ResultsFolder::event(const EventRow& row)
{
    return m_impl->events.append(csvRow(eventColumns(), row));
}

Result<void> ResultsFolder::checks(const std::vector<CheckRow>& rows)
{
    return m_impl->checks.append(csvRows(checkColumns(), rows));
}

Result<void> ResultsFolder::violations(const std::vector<ViolationRow>& rows)
{
    return m_impl->violations.append(csvRows(violationColumns(), rows));
}

Result<void> ResultsFolder::series(const std::vector<SeriesRow>& rows)
{
    return m_impl->series.append(csvRows(seriesColumns(), rows));
}

Result<void> ResultsFolder::commitTrial(const FinishedTrial& trial)
{
    const auto& rows = trial.rows;
    const auto path = m_impl->at(file::trials);
    if (const auto flaw = flawOf(rows, m_impl->plan); !flaw.isEmpty())
        return fail(ErrorCode::CannotWriteFile, { path, flaw });
    const auto& first = rows.front();
    if (m_impl->finished.contains(first.trial))
        return fail(ErrorCode::CannotWriteFile, { path, u"trial %1 is there already"_s.arg(first.trial) });

    const HistogramFile file { m_impl->at(file::histograms), trialStem(first.trial, first.arm, first.level) };
    const auto start = QDateTime::fromString(first.startedUtc, Qt::ISODateWithMs);
    // The rows come last: once they are there, everything else of the trial is.
    return file.write(start, rows.back().windowS, trial.histograms)
        .and_then([&] { return checks(trial.checks); })
        .and_then([&] { return violations(trial.violations); })
        .and_then([&] { return m_impl->keepFaults(trial.faults); })
        .and_then([&] { return m_impl->checks.sync(); })
        .and_then([&] { return m_impl->violations.sync(); })
        .and_then([&] { return m_impl->series.sync(); })
        .and_then([&] { return m_impl->events.sync(); })
        .and_then([&] { return m_impl->live.sync(); })
        .and_then([&] { return m_impl->trials.append(csvRows(trialColumns(), rows)); })
        .and_then([&] { return m_impl->trials.sync(); })
        .map([&] { m_impl->finished.insert(first.trial); });
}

Result<void> ResultsFolder::manifest(const QJsonObject& manifest)
{
    auto complete = manifest;
    if (manifest[u"complete"_s].toBool()) {
        const auto hashes = hashesOf(m_impl->path);
        if (!hashes)
            return tl::unexpected(hashes.error());
        complete[u"files"_s] = *hashes;
    }
    return replaceFile(m_impl->at(file::manifest), QJsonDocument(complete).toJson());
}

} // namespace ceteris::results
