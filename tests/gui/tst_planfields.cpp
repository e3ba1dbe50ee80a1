// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"
#include "app/pages/planfields.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;

namespace {

QSet<QString> keysOf(std::span<const pages::FieldSpec> fields)
{
    QSet<QString> keys;
    for (const auto& it : fields)
        keys += QString::fromLatin1(it.key);
    return keys;
}

} // namespace

class TestPlanFields : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyHasAField_data()
    {
        QTest::addColumn<QByteArray>("arm");
        QTest::newRow("memory") << QByteArray("store = \"memory\"");
        QTest::newRow("redis") << QByteArray("store = \"redis\"");
        QTest::newRow("sentinel") << QByteArray("store = \"redis\"\n[arm.redis]\ndeployment = \"sentinel\"");
        QTest::newRow("cluster") << QByteArray("store = \"redis\"\n[arm.redis]\ndeployment = \"cluster\"");
        QTest::newRow("sql") << QByteArray("store = \"sql\"");
        QTest::newRow("memcached") << QByteArray("store = \"memcached\"");
        QTest::newRow("session server") << QByteArray("store = \"session-server\"");
        QTest::newRow("token") << QByteArray("store = \"token\"");
        QTest::newRow("replicated") << QByteArray("store = \"replicated\"\ninstances = 2");
        QTest::newRow("foreign") << QByteArray("url = \"http://127.0.0.1:8080\"");
    }

    void everyKeyHasAField()
    {
        QFETCH(const QByteArray, arm);
        const auto ofArms = keysOf(pages::armFields());
        const auto ofLevels = keysOf(pages::levelFields());
        const auto ofEvents = keysOf(pages::eventFields());
        QSet<QString> others { u"format"_s };
        for (const auto& section : pages::planSections())
            others += keysOf(section.fields);
        const auto plan = plan::read(
            "[[arm]]\nname = \"a\"\n" + arm + "\n[[level]]\nname = \"l\"\nusers = 9\n[[event]]\nwhat = \"delay\"\n")
                              .plan;
        const auto entries = plan::tomlEntries(plan::write(plan));
        QVERIFY(entries && entries->size() > 20);
        for (const auto& [key, entry] : *entries) {
            const auto inner = key.mid(key.indexOf(u"]."_s) + 2);
            const bool known = entry.isTable
                || (key.startsWith("arm["_L1)         ? ofArms.contains(inner)
                        : key.startsWith("level["_L1) ? ofLevels.contains(inner)
                        : key.startsWith("event["_L1) ? ofEvents.contains(inner)
                                                      : others.contains(key));
            QVERIFY2(known, qPrintable(key));
        }
    }

    void everyStoreIsTaken()
    {
        for (const auto& spec : pages::armFields())
            for (const auto& choice : spec.choices) {
                if (QLatin1StringView(spec.key) != "store"_L1)
                    continue;
                models::PlanDocument document;
                document.startFrom("[[arm]]\nname = \"a\"\n", u"choice"_s);
                QVERIFY(document.setValue(u"arm[1].store"_s, u"\"%1\""_s.arg(QLatin1StringView(choice.value))));
                QVERIFY2(document.problem(u"arm[1].store"_s).isEmpty(), choice.value);
            }
    }
};

QTEST_MAIN(TestPlanFields)
#include "tst_planfields.moc"
