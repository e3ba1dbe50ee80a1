// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrows.h"
#include "sourcetree.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::lint;

class LintArrows : public QObject
{
    Q_OBJECT

private slots:
    void plantedInclude_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("include");
        QTest::addColumn<QString>("objection"); // empty: allowed
        const auto none = QString();
        QTest::newRow("itself") << u"app/plan/a.cpp"_s << QByteArray("\"app/plan/b.h\"") << none;
        QTest::newRow("down an arrow") << u"app/plan/a.cpp"_s << QByteArray("\"app/errors/error.h\"") << none;
        QTest::newRow("up an arrow") << u"app/plan/a.cpp"_s << QByteArray("\"app/run/trial.h\"")
                                     << u"app/plan may not know app/run"_s;
        QTest::newRow("sideways") << u"app/load/a.h"_s << QByteArray("\"app/monitor/sample.h\"")
                                  << u"app/load may not know app/monitor"_s;
        QTest::newRow("the contract") << u"app/load/a.h"_s << QByteArray("\"server/contract/names.h\"") << none;
        QTest::newRow("the server's inside") << u"app/load/a.h"_s << QByteArray("\"server/sessions/session.h\"")
                                             << u"app/load may not know server/sessions"_s;
        QTest::newRow("server to app") << u"server/auth/a.h"_s << QByteArray("\"app/plan/plan.h\"")
                                       << u"server/auth may not know app/plan"_s;
        QTest::newRow("folder in a folder")
            << u"server/sessions/stores/a.h"_s << QByteArray("\"server/sessions/session.h\"") << none;
        QTest::newRow("main program") << u"server/main.cpp"_s << QByteArray("\"server/auth/app.h\"") << none;
        QTest::newRow("page to engine") << u"app/pages/live.cpp"_s << QByteArray("\"app/load/generator.h\"")
                                        << u"app/pages may not know app/load"_s;
        QTest::newRow("widget to app") << u"widgets/chart/a.h"_s << QByteArray("\"app/plan/plan.h\"")
                                       << u"widgets/chart may not know app/plan"_s;
        QTest::newRow("angle brackets hide nothing")
            << u"app/plan/a.h"_s << QByteArray("<app/run/trial.h>") << u"app/plan may not know app/run"_s;
        QTest::newRow("not from the root")
            << u"app/plan/a.h"_s << QByteArray("\"plan.h\"") << u"it is not written from the root"_s;
        QTest::newRow("generated") << u"app/plan/a.cpp"_s << QByteArray("\"a.moc\"") << none;
        QTest::newRow("folder nobody planned")
            << u"app/misc/a.h"_s << QByteArray("\"app/plan/plan.h\"") << u"app/misc is no folder of the design"_s;
        QTest::newRow("HTTP server at home") << u"server/http/a.h"_s << QByteArray("<QAbstractHttpServer>") << none;
        QTest::newRow("HTTP server elsewhere") << u"server/auth/a.h"_s << QByteArray("<QHttpServerRequest>")
                                               << u"only server/http may know QtHttpServer"_s;
        QTest::newRow("Qt in the statistics")
            << u"app/stats/a.h"_s << QByteArray("<QList>") << u"app/stats knows the standard library only"_s;
    }

    void plantedInclude()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, include);
        QFETCH(const QString, objection);
        QTemporaryDir tree;
        plant(tree.path(), file, "// first line\n#include " + include + '\n');
        QStringList expected;
        if (!objection.isEmpty())
            expected += u"%1:2: includes %2: %3."_s.arg(
                file, QString::fromLatin1(include.mid(1, include.size() - 2)), objection);
        QCOMPARE(crossedArrows(tree.path()), expected);
    }

    void ourTree()
    {
        const auto root = QStringLiteral(CETERIS_SOURCE_DIR);
        QVERIFY(filesIn(root, { u"server"_s, u"app"_s }, { u"*.cpp"_s }).size() > 20); // it looks at the right place
        const auto crossed = crossedArrows(root);
        QVERIFY2(crossed.isEmpty(), qPrintable(crossed.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(LintArrows)
#include "tst_arrows.moc"
