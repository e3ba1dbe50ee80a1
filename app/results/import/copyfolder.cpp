// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/copyfolder.h"

#include "app/results/files.h"
#include "app/results/import/importedrun.h"
#include "app/results/import/newfolder.h"
#include "app/results/layout.h"
#include "app/results/readplan.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr qsizetype mostFiles = 100'000;

Result<void> checkAtRest(const QString& folder)
{
    const QLockFile lock(QDir(folder).filePath(file::lock));
    qint64 process = 0;
    QString host, program;
    if (lock.getLockInfo(&process, &host, &program) && QFile::exists(u"/proc/%1"_s.arg(process)))
        return fail(ErrorCode::ResultsFolderBusy, { folder, QString::number(process) });
    return {};
}

Result<QStringList> filesOf(const QString& folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        names += QDir(folder).relativeFilePath(files.next());
        if (names.size() > mostFiles)
            return fail(ErrorCode::CannotReadFile, { folder, u"it has more than %1 files"_s.arg(mostFiles) });
    }
    return names;
}

Result<void> copyFile(const QString& from, const QString& to)
{
    if (const auto made = makeFolder(QFileInfo(to).path()); !made)
        return made;
    QFile source(from);
    if (!source.copy(to))
        return fail(ErrorCode::CannotWriteFile, { to, source.errorString() });
    return {};
}

} // namespace

Result<void> checkReadable(const QString& folder)
{
    if (isImported(folder))
        return readImported(folder).map([](const ImportedRun&) {});
    if (QFile::exists(QDir(folder).filePath(file::plan)) && !QFile::exists(QDir(folder).filePath(file::trials)))
        return fail(ErrorCode::NotAResultsFolder, { folder, file::trials });
    return readResults(folder).map([](const Results&) {});
}

QString nameOfCopy(const QString& original, const QString& folder)
{
    constexpr qsizetype time = 20; // 2026-01-31T12-00-00Z, and a hyphen before the name
    if (QDateTime::fromString(original.left(time), u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s).isValid())
        return original.left(time + 1) + fileSafe(original.mid(time + 1));
    const auto bytes = readWhole(QDir(folder).filePath(file::manifest));
    const auto written = QDateTime::fromString(
        bytes ? QJsonDocument::fromJson(*bytes).object()[u"written"_s].toString() : QString(), Qt::ISODate);
    const auto plan = readPlan(folder);
    return folderName(
        written.isValid() ? written.toUTC() : QFileInfo(folder).lastModified().toUTC(), plan ? plan->name : original);
}

Result<QString> copyResults(const QString& folder, const QString& root, const Onward& onward)
{
    const auto source = QFileInfo(folder).canonicalFilePath();
    const auto target = QFileInfo(root).exists() ? QFileInfo(root).canonicalFilePath() : QDir(root).absolutePath();
    if (QFileInfo(source).path() == target)
        return fail(ErrorCode::CannotReadFile, { folder, u"it is among the results already"_s });
    if (QString(target + u'/').startsWith(source + u'/'))
        return fail(ErrorCode::CannotReadFile, { folder, u"the results are kept inside it"_s });
    if (const auto fit = checkReadable(source).and_then([&] { return checkAtRest(source); }); !fit)
        return tl::unexpected(fit.error());
    const auto files = filesOf(source);
    if (!files)
        return tl::unexpected(files.error());
    NewFolder copy(root);
    if (const auto made = copy.made(); !made)
        return tl::unexpected(made.error());
    qsizetype done = 0;
    for (const auto& name : *files) {
        if (onward && !onward(static_cast<double>(done++) / static_cast<double>(files->size())))
            return fail(ErrorCode::Stopped, { u"the user"_s });
        if (const auto copied = copyFile(source + u'/' + name, copy.at(name)); !copied)
            return tl::unexpected(copied.error());
    }
    return copy.keepAs(nameOfCopy(QFileInfo(source).fileName(), source));
}

} // namespace ceteris::results
