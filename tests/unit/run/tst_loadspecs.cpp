// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/loadspecs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;

class TestLoadSpecs : public QObject
{
    Q_OBJECT

private slots:
    void refreshes_data();
    void refreshes();
};

void TestLoadSpecs::refreshes_data()
{
    QTest::addColumn<bool>("countVisits");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    QTest::newRow("that count themselves") << true << QString() << u"/"_s;
    QTest::newRow("that only read") << false << QString() << u"/?look"_s;
    QTest::newRow("of somebody's own service") << true << u"http://127.0.0.1:1"_s << u"/home"_s;
}

void TestLoadSpecs::refreshes()
{
    QFETCH(const bool, countVisits);
    QFETCH(const QString, url);
    plan::Plan plan;
    plan.arms.emplace_back();
    plan.arms.front().url = url;
    if (!url.isEmpty())
        plan.arms.front().mapping.refreshPath = u"/home"_s;
    plan.levels.emplace_back();
    plan.load.countVisits = countVisits;
    const auto spec = run::loadSpec(plan, {}, {}, {}, {});
    QTEST(spec.mapping.refreshPath, "path");
    QCOMPARE(spec.oracle.countsVisits, countVisits);
    QCOMPARE(spec.oracle.marks, url.isEmpty());
}

QTEST_GUILESS_MAIN(TestLoadSpecs)
#include "tst_loadspecs.moc"
