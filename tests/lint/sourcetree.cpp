// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace ceteris::lint {

QStringList filesIn(const QString& root, const QStringList& folders, const QStringList& names)
{
    const QDir tree(root);
    QStringList files;
    for (const auto& folder : folders) {
        QDirIterator found(tree.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            files += tree.relativeFilePath(found.next());
    }
    files.sort();
    return files;
}

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

void plant(const QString& root, const QString& path, const QByteArray& text)
{
    const auto target = QDir(root).filePath(path);
    QDir().mkpath(QFileInfo(target).path());
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(target));
}

} // namespace ceteris::lint
