// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

// When a process started, in ticks since boot; empty when there is no such process. Tells a process from a later one
// that got the same id.
QByteArray startTime(const QString& pid)
{
    QFile file(u"/proc/"_s + pid + u"/stat"_s);
    if (!file.open(QFile::ReadOnly))
        return {};
    const auto text = file.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' '); // the name before it may hold anything
    constexpr auto startTimeAfterName = 19; // field 22 of proc(5)
    return fields.value(startTimeAfterName);
}

bool isOursToRemove(const QFileInfo& entry)
{
    static const QRegularExpression pattern(u"^ceteris-(\\d+)-(\\d+)-[A-Za-z0-9]{6}$"_s);
    const auto match = pattern.match(entry.fileName());
    return match.hasMatch() && !entry.isSymLink() && entry.isDir() && entry.ownerId() == geteuid()
        && startTime(match.captured(1)) != match.captured(2).toLatin1();
}

void removeFoldersOfKilledEngines()
{
    const auto entries = QDir(QDir::tempPath()).entryInfoList({ u"ceteris-*"_s }, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto& entry : entries) {
        if (isOursToRemove(entry))
            QDir(entry.filePath()).removeRecursively();
    }
}

} // namespace

Workspace::Workspace()
{
    removeFoldersOfKilledEngines();
    const auto pid = QString::number(getpid());
    QTemporaryDir folder(
        QDir::tempPath() + u"/ceteris-"_s + pid + u'-' + QString::fromLatin1(startTime(pid)) + u"-XXXXXX"_s);
    folder.setAutoRemove(false);
    if (folder.isValid())
        m_path = folder.path();
}

Workspace::~Workspace()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

} // namespace ceteris::services
