// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runningfolders.h"

#include "app/results/layout.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSysInfo>

#include <optional>

using namespace Qt::StringLiterals;

namespace ceteris::window {

std::optional<RunningFolder> runningFolder(const QString& path)
{
    const QString lockPath = path + u'/' + results::file::lock;
    if (!QFile::exists(lockPath))
        return std::nullopt;
    qint64 process = 0;
    QString host;
    QString program;
    if (!QLockFile(lockPath).getLockInfo(&process, &host, &program) || host != QSysInfo::machineHostName())
        return std::nullopt;
    // A process id may have been given to somebody else since.
    QFile name(u"/proc/%1/comm"_s.arg(process));
    if (!name.open(QIODevice::ReadOnly) || QString::fromUtf8(name.readAll()).trimmed() != program.left(15))
        return std::nullopt;
    return RunningFolder { path, process };
}

std::vector<RunningFolder> runningFolders(const QString& root)
{
    std::vector<RunningFolder> found;
    const QDir folder(root);
    for (const auto& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        if (const auto running = runningFolder(folder.absoluteFilePath(name)))
            found.push_back(*running);
    return found;
}

} // namespace ceteris::window
