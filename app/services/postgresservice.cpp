// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/postgresservice.h"

#include "app/services/datafolder.h"
#include "app/services/programs.h"
#include "app/services/unprivileged.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

std::optional<Account> account()
{
    return instead("postgres");
}

Result<void> runAsAccount(const QString& program, const QStringList& arguments, const QByteArray& input = {})
{
    const auto command = runAs(account(), { program, arguments }, u"QUIT"_s);
    return runToEnd(command.program, command.arguments, input);
}

// The folder and all that is in it, to that user.
Result<void> handOver(const QString& folder)
{
    const auto owner = account();
    if (!owner)
        return {};
    QStringList paths { folder };
    for (QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         it.hasNext();)
        paths << it.next();
    for (const auto& path : paths)
        if (lchown(QFile::encodeName(path), owner->user, owner->group) != 0)
            return fail(ErrorCode::CannotWriteFile, { path, QString::fromLocal8Bit(strerror(errno)) });
    return {};
}

// So that he can reach what is his in there; he still cannot list it.
void letThrough(const QString& folder)
{
    if (account())
        QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ExeOther);
}

Result<void> writeAccess(const QString& file)
{
    QFile access(file);
    if (!access.open(QFile::WriteOnly) || access.write("host ceteris ceteris 127.0.0.1/32 scram-sha-256\n") < 0)
        return fail(ErrorCode::CannotWriteFile, { file, access.errorString() });
    return {};
}

} // namespace

PostgresService::PostgresService(const SqlOptions& options)
    : SqlService(options, u"postgresql"_s)
{
}

PostgresService::~PostgresService()
{
    stopWith(SIGQUIT); // ends its processes at once, and then itself
}

Result<void> PostgresService::prepare()
{
    const auto program = programPath(u"postgres"_s);
    const auto initialise = programPath(u"initdb"_s);
    if (program.isEmpty() || initialise.isEmpty())
        return fail(ErrorCode::ProgramMissing, { u"postgres"_s, u"postgresql"_s });
    letThrough(options().folder);
    if (const auto handed = handOver(path(QString())); !handed)
        return handed;
    const auto data = path(u"data"_s);
    const QString name = u"postgresql-"_s + versionOf(program);
    const auto make = [&](const QString& folder) {
        return runAsAccount(initialise,
            { u"--pgdata=%1"_s.arg(folder), u"--username=postgres"_s, u"--auth=reject"_s, u"--encoding=UTF8"_s,
                u"--locale=C"_s, u"--no-sync"_s });
    };
    const QByteArray sql = "CREATE ROLE ceteris LOGIN PASSWORD '" + place().password.toUtf8()
        + "'\nCREATE DATABASE ceteris OWNER ceteris\n"; // one a line, without a semicolon
    return freshDataFolder(data, name, make)
        .and_then([&] { return writeAccess(data + u"/pg_hba.conf"_s); })
        .and_then([&] { return handOver(data); })
        .and_then([&] {
            return runAsAccount(program, { u"--single"_s, u"-D"_s, data, u"postgres"_s }, sql);
        });
}

Child::Options PostgresService::command() const
{
    QStringList arguments { u"-D"_s, path(u"data"_s) };
    const auto set = [&](const QString& setting) { arguments << u"-c"_s << setting; };
    set(u"listen_addresses=127.0.0.1"_s);
    set(u"port=%1"_s.arg(place().port));
    set(u"unix_socket_directories="_s);
    set(u"max_connections=1000"_s);
    set(u"fsync=%1"_s.arg(options().settings.durable ? u"on" : u"off"));
    const auto command = runAs(account(), { programPath(u"postgres"_s), arguments }, u"QUIT"_s);
    return { .program = command.program, .arguments = command.arguments, .cpus = options().cpus };
}

} // namespace ceteris::services
