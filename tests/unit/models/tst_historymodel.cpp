// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historyfilter.h"
#include "app/models/historymodel.h"
#include "tests/support/resultsmaker.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::models;

class TestHistoryModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void rowsTellTheStanding();
    void brokenFolderSaysWhy();
    void newFolderIsSeen();
    void filterUnderstands_data();
    void filterUnderstands();
    void groupsByPlan();
    void discardedComesBack();
    void tickedIsChosen();

private:
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }
    int rowNamed(const QString& name) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (cell(row, HistoryModel::Name) == name)
                return row;
        return -1;
    }
    void refresh()
    {
        QSignalSpy refreshed(m_model.get(), &HistoryModel::refreshed);
        m_model->refresh();
        QVERIFY(refreshed.wait());
    }

    QTemporaryDir m_dir;
    QString m_done;
    std::unique_ptr<HistoryModel> m_model;
};

void TestHistoryModel::initTestCase()
{
    m_done = tests::makeResults(m_dir.path(), { .name = u"done"_s, .voidBlock = 1 });
    tests::makeResults(m_dir.path(), { .name = u"pilot"_s, .blocks = 3 });
    tests::makeResults(m_dir.path(), { .name = u"cut"_s, .complete = false });
    QVERIFY(writeAnnotations(m_done, { true, { u"demo"_s, u"first try"_s }, u"of monday"_s }));
}

void TestHistoryModel::init()
{
    m_model = std::make_unique<HistoryModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setRoot(m_dir.path());
    QTRY_COMPARE(m_model->rowCount(), 3);
}

void TestHistoryModel::rowsTellTheStanding()
{
    const auto done = rowNamed(u"done"_s);
    QCOMPARE(cell(done, HistoryModel::State), u"✔ Done"_s);
    QCOMPARE(cell(done, HistoryModel::Blocks), u"6/6"_s);
    QCOMPARE(cell(done, HistoryModel::Arms), u"memory · redis"_s);
    QVERIFY(cell(done, HistoryModel::Headline).startsWith(u"p99 +31 %"_s));
    QCOMPARE(cell(done, HistoryModel::Tags), u"demo, first try"_s);
    QCOMPARE(cell(rowNamed(u"pilot"_s), HistoryModel::State), u"◔ Pilot"_s);
    QCOMPARE(cell(rowNamed(u"cut"_s), HistoryModel::Headline), u"interrupted at 50 %"_s);
}

void TestHistoryModel::brokenFolderSaysWhy()
{
    QVERIFY(QDir(m_dir.path()).mkpath(u"2026-01-31T12-00-00Z-broken"_s));
    refresh();
    const auto row = rowNamed(u"2026-01-31T12-00-00Z-broken"_s);
    QVERIFY(row >= 0);
    QVERIFY(cell(row, HistoryModel::Headline).startsWith(u"cannot be read: "_s));
    QVERIFY(cell(row, HistoryModel::Headline).contains(u"plan.ceteris.toml"_s));
    QVERIFY(QDir(m_dir.path()).rmdir(u"2026-01-31T12-00-00Z-broken"_s));
}

void TestHistoryModel::newFolderIsSeen()
{
    QTRY_VERIFY(!m_model->isReading());
    const auto more = tests::makeResults(m_dir.path(), { .name = u"more"_s, .blocks = 1 });
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(u"more"_s) >= 0, 10'000); // by the watcher
    QVERIFY(QDir(more).removeRecursively());
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 3, 10'000);
}

void TestHistoryModel::filterUnderstands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QStringList all { u"cut"_s, u"done"_s, u"pilot"_s };
    QTest::newRow("nothing") << QString() << all;
    QTest::newRow("word") << u"PIL"_s << QStringList { u"pilot"_s };
    QTest::newRow("word in a note") << u"monday"_s << QStringList { u"done"_s };
    QTest::newRow("word in arms") << u"redis"_s << all;
    QTest::newRow("state") << u"state:interrupted"_s << QStringList { u"cut"_s };
    QTest::newRow("void") << u"state:void"_s << QStringList { u"done"_s };
    QTest::newRow("starred") << u"state:starred"_s << QStringList { u"done"_s };
    QTest::newRow("tag") << u"tag:demo"_s << QStringList { u"done"_s };
    QTest::newRow("tag with a space") << u"tag:\"first try\""_s << QStringList { u"done"_s };
    QTest::newRow("both must hold") << u"tag:demo state:pilot"_s << QStringList {};
    QTest::newRow("being typed") << u"tag:"_s << QStringList {};
}

void TestHistoryModel::filterUnderstands()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    HistoryFilter filter;
    filter.setSourceModel(m_model.get());
    filter.setText(text);
    QStringList seen;
    for (int row = 0; row < filter.rowCount(); ++row)
        seen += filter.index(row, HistoryModel::Name).data().toString();
    seen.sort();
    QCOMPARE(seen, names);
}

void TestHistoryModel::groupsByPlan()
{
    HistoryFilter filter;
    filter.setSourceModel(m_model.get());
    filter.setGroupedByPlan(true);
    filter.sort(HistoryModel::Date, Qt::DescendingOrder);
    QStringList seen;
    for (int row = 0; row < filter.rowCount(); ++row)
        seen += filter.index(row, HistoryModel::Name).data().toString();
    QCOMPARE(seen, (QStringList { u"cut"_s, u"done"_s, u"pilot"_s }));
}

void TestHistoryModel::discardedComesBack()
{
    const auto discarded = m_model->discard(m_done);
    QVERIFY(discarded);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(!QDir(m_done).exists() && QDir(*discarded).exists());
    QVERIFY(m_model->restore(*discarded));
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(QDir(m_done).exists());
    QVERIFY(!m_model->restore(*discarded)); // only once
}

void TestHistoryModel::tickedIsChosen()
{
    QSignalSpy changed(m_model.get(), &HistoryModel::chosenChanged);
    QVERIFY(m_model->setData(m_model->index(1, HistoryModel::State), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosen(), QStringList { m_model->entry(1)->folder });
    m_model->clearChosen();
    QVERIFY(m_model->chosen().isEmpty());
    QCOMPARE(changed.count(), 2);
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
