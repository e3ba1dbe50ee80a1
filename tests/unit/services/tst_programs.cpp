// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/programs.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::services;
using namespace Qt::StringLiterals;

class TestPrograms : public QObject
{
    Q_OBJECT

private slots:
    void listsEachOnce()
    {
        plan::Plan plan;
        plan.arms.resize(4);
        QCOMPARE(programsOf(plan), QStringList());
        plan.arms[0].store = plan::StoreKind::Redis;
        plan.arms[0].instances = 2;
        plan.arms[1].store = plan::StoreKind::Memcached;
        plan.arms[1].cache.kind = plan::CacheKind::Redis;
        plan.arms[2].store = plan::StoreKind::Sql; // SQLite is no program
        plan.arms[3].store = plan::StoreKind::Redis;
        plan.arms[3].url = u"http://127.0.0.1:1"_s; // nothing is started for it
        plan.accounts.database = plan::SqlEngine::PostgreSql;
        QCOMPARE(programsOf(plan), (QStringList { u"postgres"_s, u"redis-server"_s, u"nginx"_s, u"memcached"_s }));
    }

    void saysItsVersion()
    {
        QVERIFY(!programPath(u"sh"_s).isEmpty());
        QCOMPARE(programPath(u"no-such-program"_s), QString());
        QCOMPARE(programVersion(u"no-such-program"_s), QString());
        for (const auto& program : { u"redis-server"_s, u"nginx"_s, u"haproxy"_s, u"memcached"_s, u"mariadbd"_s }) {
            if (programPath(program).isEmpty())
                continue;
            const auto version = programVersion(program);
            QVERIFY2(version.count(u'.') >= 1 && version.front().isDigit(), qPrintable(program));
        }
    }
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
