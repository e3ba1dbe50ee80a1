// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/newfolder.h"

#include "app/results/files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QString templateIn(const QString& root)
{
    QDir().mkpath(root); // made() tells when that failed
    const auto old = QDir(root).entryInfoList({ u".import-*"_s }, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const auto& it : old) // of an import that was killed
        if (it.lastModified() < QDateTime::currentDateTime().addDays(-1))
            QDir(it.filePath()).removeRecursively();
    return QDir(root).absoluteFilePath(u".import-XXXXXX"_s);
}

} // namespace

NewFolder::NewFolder(const QString& root)
    : m_root(QDir(root).absolutePath())
    , m_folder(templateIn(root))
{
}

Result<void> NewFolder::made() const
{
    if (!m_folder.isValid())
        return fail(ErrorCode::CannotWriteFile, { m_root, m_folder.errorString() });
    return {};
}

Result<QString> NewFolder::keepAs(const QString& name)
{
    // Readable for those who may read the others: a temporary folder is its owner's alone.
    QFile::setPermissions(path(), QFile::permissions(m_root));
    const QString first = QDir(m_root).filePath(name);
    auto target = first;
    for (int number = 2; QFileInfo::exists(target) || QFileInfo(target).isSymLink(); ++number)
        target = first + u'-' + QString::number(number);
    if (!QDir().rename(path(), target))
        return fail(ErrorCode::CannotWriteFile, { target, u"the folder could not be given its name"_s });
    m_folder.setAutoRemove(false);
    if (const auto synced = syncFolder(m_root); !synced)
        return tl::unexpected(synced.error());
    return target;
}

} // namespace ceteris::results
