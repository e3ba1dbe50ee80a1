// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/datafolder.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>
#include <filesystem>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

constexpr int patienceS = 60;

Result<void> copyFolder(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::copy(from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive, error);
    if (error)
        return fail(ErrorCode::CannotWriteFile, { to, QString::fromStdString(error.message()) });
    return {};
}

// Under another name first, so that a killed engine leaves no half of it; a second engine may have been quicker.
Result<void> keepInCache(const QString& made, const QString& kept)
{
    const QString part = kept + u".part-"_s + QString::number(getpid());
    if (!QDir().mkpath(QFileInfo(kept).path()))
        return fail(ErrorCode::CannotWriteFile, { kept, u"the folder cannot be made"_s });
    QDir(part).removeRecursively();
    if (const auto copied = copyFolder(made, part); !copied)
        return copied;
    if (!QDir().rename(part, kept))
        QDir(part).removeRecursively();
    return {};
}

} // namespace

Result<void> runToEnd(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(program, arguments);
    if (!process.waitForStarted())
        return fail(ErrorCode::ChildDidNotStart, { QFileInfo(program).fileName(), process.errorString() });
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(patienceS * 1000);
    const auto output = QString::fromLocal8Bit(process.readAll()).trimmed();
    if (!ended)
        return fail(ErrorCode::ChildNotReady, { QFileInfo(program).fileName(), QString::number(patienceS), output });
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(ErrorCode::ChildDied, { QFileInfo(program).fileName(), output });
    return {};
}

QString versionOf(const QString& program)
{
    QProcess process;
    process.start(program, { u"--version"_s });
    if (!process.waitForFinished(10'000))
        return {};
    const auto line = QString::fromLocal8Bit(process.readAllStandardOutput()).section(u'\n', 0, 0);
    static const QRegularExpression number(u"\\d+\\.\\d[\\w.]*"_s);
    const auto match = number.match(line);
    return match.hasMatch() ? match.captured() : line;
}

Result<void> freshDataFolder(
    const QString& path, const QString& name, const std::function<Result<void>(const QString& path)>& make)
{
    const QString kept
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/ceteris/databases/"_s + name;
    if (QFileInfo::exists(kept))
        return copyFolder(kept, path);
    if (const auto made = make(path); !made)
        return made;
    return keepInCache(path, kept);
}

} // namespace ceteris::services
