// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/files.h"
#include "app/results/ledger.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

namespace {

LedgerRow rowOf(const QString& experiment, int claimed)
{
    return { u"2026-01-31T12:00:00Z"_s, experiment, u"near idle, \"quiet\""_s, u"refresh"_s, u"response_p99"_s, 8,
        1.0125, 0.0625, claimed };
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void beginsEmpty()
    {
        const auto rows = readLedger(m_folder.filePath(u"none/aa.csv"_s));
        QVERIFY(rows && rows->empty());
    }

    void keepsWhatWasThere()
    {
        const auto path = m_folder.filePath(u"deep/er/aa.csv"_s);
        QVERIFY(addToLedger(path, { rowOf(u"one"_s, 0) }));
        QVERIFY(addToLedger(path, { rowOf(u"two"_s, 1) }));
        QCOMPARE(*readLedger(path), (std::vector { rowOf(u"one"_s, 0), rowOf(u"two"_s, 1) }));
    }

    // An experiment that is analysed again is still one experiment.
    void countsAnExperimentOnce()
    {
        const auto path = m_folder.filePath(u"once.csv"_s);
        QVERIFY(addToLedger(path, { rowOf(u"one"_s, 0) }));
        QVERIFY(addToLedger(path, { rowOf(u"one"_s, 1) }));
        QCOMPARE(readLedger(path)->size(), 1U);
        QCOMPARE(readLedger(path)->at(0).claimed, 0);
    }

    void saysWhenItCannotWrite()
    {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(!addToLedger(m_folder.filePath(u"file/aa.csv"_s), {}));
    }

    void refusesAnotherTable()
    {
        const auto path = m_folder.filePath(u"other.csv"_s);
        QVERIFY(replaceFile(path, "a,b\r\n1,2\r\n"));
        QCOMPARE(readLedger(path).error().code, ErrorCode::ResultsFromOther);
        QVERIFY(!addToLedger(path, { rowOf(u"one"_s, 0) }));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestLedger)
#include "tst_ledger.moc"
