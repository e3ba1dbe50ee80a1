// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/programs.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

constexpr int patienceMs = 10'000;

QStringList debianFolders()
{
    QStringList folders { u"/usr/sbin"_s };
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const auto& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        folders += versions.filePath(version + u"/bin"_s);
    return folders;
}

QString databaseOf(plan::SqlEngine engine)
{
    return engine == plan::SqlEngine::MariaDb ? u"mariadbd"_s
        : engine == plan::SqlEngine::Sqlite   ? QString()
                                              : u"postgres"_s;
}

QString programOf(const plan::Arm& arm)
{
    switch (arm.store) {
    case plan::StoreKind::Redis:
    case plan::StoreKind::SessionServer:
        return u"redis-server"_s;
    case plan::StoreKind::Token:
        return arm.token.refreshStore == plan::RefreshStore::Redis ? u"redis-server"_s : QString();
    case plan::StoreKind::Sql:
        return databaseOf(arm.sql.engine);
    case plan::StoreKind::Memcached:
        return u"memcached"_s;
    case plan::StoreKind::Memory:
    case plan::StoreKind::Replicated:
        break;
    }
    return {};
}

} // namespace

QString programPath(const QString& program)
{
    const auto found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(program, debianFolders()) : found;
}

QString programVersion(const QString& program)
{
    const bool isBalancer = program == u"nginx" || program == u"haproxy";
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(programPath(program), { isBalancer ? u"-v"_s : u"--version"_s });
    if (!process.waitForFinished(patienceMs))
        return {};
    static const QRegularExpression pattern(u"\\d+(\\.\\d+)+"_s);
    return pattern.match(QString::fromUtf8(process.readAll())).captured();
}

QStringList programsOf(const plan::Plan& plan)
{
    QStringList programs { databaseOf(plan.accounts.database) };
    for (const auto& arm : plan.arms) {
        if (!arm.url.isEmpty())
            continue;
        programs += programOf(arm);
        if (arm.cache.kind == plan::CacheKind::Redis)
            programs += u"redis-server"_s;
        if (arm.instances > 1)
            programs += arm.balancer.kind == plan::BalancerKind::Nginx ? u"nginx"_s : u"haproxy"_s;
    }
    programs.removeAll(QString());
    programs.removeDuplicates();
    return programs;
}

} // namespace ceteris::services
