// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historyentry.h"

#include "app/models/experimentwords.h"
#include "app/models/importedwords.h"
#include "app/plan/schedule.h"
#include "app/results/column.h"
#include "app/results/contrast.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/orders.h"
#include "app/results/readplan.h"
#include "app/results/resultsfolder.h"
#include "app/results/trialtable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

QDateTime utc(const QString& text)
{
    auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time;
}

// When something last happened: the time in the last whole row, which may be long.
QDateTime lastEvent(const QString& path)
{
    constexpr qint64 enough = 64 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - enough));
    const auto tail = file.readAll();
    for (auto end = tail.lastIndexOf('\n'); end > 0;) {
        const auto begin = tail.lastIndexOf('\n', end - 1) + 1;
        const auto cells = tail.mid(begin, end - begin).split(',');
        if (const auto time = cells.size() > 1 ? utc(QString::fromUtf8(cells[1])) : QDateTime(); time.isValid())
            return time;
        end = begin - 1;
    }
    return {};
}

QJsonObject objectIn(const QString& path)
{
    const auto bytes = results::readWhole(path);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

// The folder's name begins with the time of its making: 2026-01-31T12-00-00Z-blog.
QDateTime startedOf(const QString& folder)
{
    auto time = QDateTime::fromString(QFileInfo(folder).fileName().left(20), u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time : QFileInfo(folder).lastModified().toUTC();
}

void readVerdict(const Verdict& verdict, HistoryEntry& entry)
{
    entry.blocksUsed = verdict.blocksValid;
    entry.blocksVoid = verdict.blocksVoid;
    const auto primary = std::ranges::find(verdict.comparisons, true, &results::Comparison::primary);
    if (primary != verdict.comparisons.end() && primary->paired.blocks > 0)
        entry.effect = std::log(primary->paired.ratio);
}

// What has no verdict yet is counted, not compared.
Result<void> readUnfinished(const plan::Plan& plan, HistoryEntry& entry)
{
    auto table = results::readTrialTable(QDir(entry.folder).filePath(results::file::trials), plan);
    if (!table)
        return tl::unexpected(table.error());
    const auto checks = results::readChecks(entry.folder);
    if (!checks)
        return tl::unexpected(checks.error());
    results::heedOrders(table->rows, *checks);
    std::set<int> trials;
    for (const auto& row : table->rows)
        trials.insert(row.trial);
    const auto fates = results::fatesOf(plan, table->rows);
    const auto planned = plan::schedule(plan).size();
    entry.percentDone = planned > 0 ? static_cast<int>(std::min<std::size_t>(100, trials.size() * 100 / planned)) : 0;
    entry.blocksUsed = static_cast<int>(fates.valid.size());
    entry.blocksVoid = static_cast<int>(fates.voided.size());
    return {};
}

HistoryEntry unreadable(HistoryEntry entry, const Error& error)
{
    entry.standing = Standing::Unreadable;
    entry.error = describe(error);
    return entry;
}

HistoryEntry readImported(HistoryEntry entry)
{
    const auto run = results::readImported(entry.folder);
    if (!run)
        return unreadable(std::move(entry), run.error());
    entry.name = run->name;
    entry.arms = QStringList { run->tool };
    entry.durationS = run->durationS.value_or(0);
    entry.headline = importedHeadline(*run);
    entry.standing = standingOf(Progress::Imported, {});
    return entry;
}

} // namespace

QByteArray stampOf(const QString& folder)
{
    QByteArray stamp;
    for (const auto& name : { results::file::plan, results::file::manifest, results::file::verdict,
             results::file::trials, results::file::annotations, results::file::lock }) {
        const QFileInfo info(QDir(folder).filePath(name));
        stamp += QByteArray::number(info.exists() ? info.lastModified().toMSecsSinceEpoch() : 0) + ':'
            + QByteArray::number(info.size()) + ';';
    }
    return stamp;
}

bool isResultsFolder(const QString& folder)
{
    return QFile::exists(QDir(folder).filePath(results::file::plan)) || results::isImported(folder);
}

HistoryEntry readEntry(const QString& folder)
{
    const QDir dir(folder);
    HistoryEntry entry;
    entry.folder = dir.absolutePath();
    entry.name = dir.dirName();
    entry.started = startedOf(folder);
    entry.stamp = stampOf(folder);
    entry.annotations = readAnnotations(folder);
    if (results::isImported(folder))
        return readImported(std::move(entry));
    const auto plan = results::readPlan(folder);
    if (!plan)
        return unreadable(entry, plan.error());
    entry.name = plan->name;
    for (const auto& arm : plan->arms)
        if (!arm.isTwin)
            entry.arms += arm.name;
    entry.blocksPlanned = plan::mostBlocks(*plan);
    if (const auto end = lastEvent(dir.filePath(results::file::events)); end.isValid())
        entry.durationS = static_cast<double>(std::max<qint64>(0, entry.started.msecsTo(end))) / 1000;

    const auto progress = progressOf(folder, objectIn(dir.filePath(results::file::manifest)));
    Verdict verdict;
    if (progress == Progress::Complete) {
        const auto json = objectIn(dir.filePath(results::file::verdict));
        if (json.isEmpty())
            return unreadable(entry, { ErrorCode::NotAResultsFolder, { folder, results::file::verdict } });
        verdict = verdictFrom(json);
        readVerdict(verdict, entry);
        entry.headline = headlineOf(verdict);
    } else if (const auto counted = readUnfinished(*plan, entry); !counted) {
        return unreadable(entry, counted.error());
    }
    entry.standing = standingOf(progress, verdict);
    return entry;
}

QList<HistoryEntry> scan(const QString& root, const QList<HistoryEntry>& known)
{
    QList<HistoryEntry> all;
    if (root.isEmpty())
        return all;
    // Hidden folders hold what was thrown away. A folder is one of ours when it has a plan, or the name of one.
    const auto names = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const auto& name : names) {
        const QString folder = QDir(root).absoluteFilePath(name);
        const bool named = QDateTime::fromString(name.left(20), u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s).isValid();
        if (!named && !isResultsFolder(folder))
            continue;
        const auto old = std::ranges::find(known, folder, &HistoryEntry::folder);
        const bool isSame = old != known.end() && old->standing != Standing::Running && old->stamp == stampOf(folder);
        all.append(isSame ? *old : readEntry(folder));
    }
    std::ranges::stable_sort(all, std::ranges::greater {}, &HistoryEntry::started);
    return all;
}

} // namespace ceteris::models
