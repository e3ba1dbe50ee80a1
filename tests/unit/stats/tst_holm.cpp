// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/holm.h"

#include <QtTest>

using Ps = std::vector<double>;

class TestHolm : public QObject
{
    Q_OBJECT

private slots:
    void adjusts_data()
    {
        QTest::addColumn<Ps>("ps");
        QTest::addColumn<Ps>("adjusted");
        QTest::newRow("none") << Ps {} << Ps {};
        QTest::newRow("one") << Ps { 0.03 } << Ps { 0.03 };
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        QTest::newRow("four, out of order") << Ps { 0.01, 0.04, 0.03, 0.005 } << Ps { 0.03, 0.06, 0.06, 0.02 };
        QTest::newRow("equal ones") << Ps { 0.02, 0.02, 0.02 } << Ps { 0.06, 0.06, 0.06 };
        QTest::newRow("never above 1") << Ps { 0.6, 0.9 } << Ps { 1, 1 };
    }

    void adjusts()
    {
        QFETCH(Ps, ps);
        QFETCH(Ps, adjusted);
        const auto found = ceteris::stats::holmAdjusted(ps);
        QCOMPARE(found.size(), adjusted.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::abs(found[i] - adjusted[i]) < 1e-12, qPrintable(QString::number(found[i])));
    }
};

QTEST_APPLESS_MAIN(TestHolm)
#include "tst_holm.moc"
