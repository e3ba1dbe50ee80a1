// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"
#include "app/pages/planfields.h"

#include <QByteArrayView>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;

class TestPlanFields : public QObject
{
    Q_OBJECT

private slots:
    // A field that no plan shows would be of a key that is not there, and a choice must be one that the plan takes.
    void everyFieldOfAnArmIsOfAPlan()
    {
        models::PlanDocument document;
        QSet<QByteArray> seen;
        const QList<QByteArray> ways { "store = \"redis\"\n[arm.redis]\ndeployment = \"sentinel\"",
            "store = \"redis\"\n[arm.redis]\ndeployment = \"cluster\"", "store = \"sql\"", "store = \"memcached\"",
            "store = \"session-server\"", "store = \"token\"", "store = \"replicated\"\ninstances = 2",
            "url = \"http://127.0.0.1:8080\"" };
        for (const auto& way : ways) {
            document.startFrom(QByteArray("[[arm]]\nname = \"a\"\n" + way + '\n'), u"way"_s);
            for (const auto& spec : pages::armFields())
                if (document.applies(u"arm[1]."_s + QLatin1StringView(spec.key)))
                    seen += spec.key;
        }
        for (const auto& spec : pages::armFields()) {
            QVERIFY2(seen.contains(spec.key), spec.key);
            if (spec.key != QByteArrayView("store"))
                continue;
            for (const auto& choice : spec.choices) {
                document.startFrom("[[arm]]\nname = \"a\"\n", u"choice"_s);
                QVERIFY(document.setValue(u"arm[1].store"_s, u"\"%1\""_s.arg(QLatin1StringView(choice.value))));
                QVERIFY2(document.problem(u"arm[1].store"_s).isEmpty(), choice.value);
            }
        }
    }
};

QTEST_MAIN(TestPlanFields)
#include "tst_planfields.moc"
