// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/armlook.h"
#include "widgets/chart/armstyle.h"

#include <QTest>

using namespace ceteris;
using namespace Qt::StringLiterals;

// The report knows no widgets, so it has its own list of how arms look: both are to say the same.
class TestArmLook : public QObject
{
    Q_OBJECT

private slots:
    void reportAndScreenAgree()
    {
        for (int arm = 0; arm < 8; ++arm) { // more arms than looks begin again
            const auto& look = results::armLook(arm);
            QCOMPARE(widgets::armStyle(arm, false).colour.name(), QLatin1StringView(look.onLight));
            QCOMPARE(widgets::armStyle(arm, true).colour.name(), QLatin1StringView(look.onDark));
            QCOMPARE(static_cast<int>(widgets::armStyle(arm, false).marker), static_cast<int>(look.marker));
            const auto isSolid = widgets::armStyle(arm, false).dash == Qt::SolidLine;
            QCOMPARE(QLatin1StringView(look.dash).isEmpty(), isSolid);
        }
    }
};

QTEST_GUILESS_MAIN(TestArmLook)
#include "tst_armlook.moc"
