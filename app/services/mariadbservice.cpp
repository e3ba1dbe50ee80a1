// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/mariadbservice.h"

#include "app/services/datafolder.h"
#include "app/services/programs.h"

#include <QFile>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

// mariadbd runs as root only when it is told so.
QStringList asRoot()
{
    return geteuid() == 0 ? QStringList { u"--user=root"_s } : QStringList {};
}

// One statement a line; read at each start, before anybody is let in.
QByteArray initialSql(const contract::SqlAddress& address)
{
    return "CREATE DATABASE IF NOT EXISTS ceteris;\n"
           "DELETE FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys', 'ceteris');\n"
           "FLUSH PRIVILEGES;\n"
           "CREATE USER IF NOT EXISTS ceteris@'127.0.0.1' IDENTIFIED BY '"
        + address.password.toUtf8()
        + "';\n"
          "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, INDEX, REFERENCES ON ceteris.* TO ceteris@'127.0.0.1';\n";
}

} // namespace

MariaDbService::MariaDbService(const SqlOptions& options)
    : SqlService(options, u"mariadb"_s)
{
}

MariaDbService::~MariaDbService()
{
    stopWith(SIGKILL); // what it holds goes with it
}

Result<void> MariaDbService::prepare()
{
    const auto program = programPath(u"mariadbd"_s);
    const auto install = programPath(u"mariadb-install-db"_s);
    if (program.isEmpty() || install.isEmpty())
        return fail(ErrorCode::ProgramMissing, { u"mariadbd"_s, u"mariadb-server"_s });
    const QString name = u"mariadb-"_s + versionOf(program);
    const auto made = freshDataFolder(path(u"data"_s), name, [&](const QString& data) {
        const QStringList arguments { u"--no-defaults"_s, u"--datadir=%1"_s.arg(data), u"--skip-test-db"_s,
            u"--skip-name-resolve"_s, u"--innodb-log-file-size=16M"_s };
        return runToEnd(install, arguments + asRoot());
    });
    if (!made)
        return made;
    QFile file(path(u"init.sql"_s));
    if (!file.open(QFile::WriteOnly) || file.write(initialSql(place())) < 0)
        return fail(ErrorCode::CannotWriteFile, { file.fileName(), file.errorString() });
    return {};
}

Child::Options MariaDbService::command() const
{
    const auto flush = options().settings.durable ? 1 : 2;
    const QStringList arguments { u"--no-defaults"_s, u"--datadir=%1"_s.arg(path(u"data"_s)),
        u"--tmpdir=%1"_s.arg(path(QString())), u"--socket=%1"_s.arg(path(u"socket"_s)),
        u"--pid-file=%1"_s.arg(path(u"pid"_s)), u"--init-file=%1"_s.arg(path(u"init.sql"_s)),
        u"--bind-address=127.0.0.1"_s, u"--port=%1"_s.arg(place().port), u"--skip-name-resolve"_s,
        u"--max-connections=1000"_s, u"--innodb-log-file-size=16M"_s,
        u"--innodb-flush-log-at-trx-commit=%1"_s.arg(flush) };
    return { .program = programPath(u"mariadbd"_s), .arguments = arguments + asRoot(), .cpus = options().cpus };
}

} // namespace ceteris::services
