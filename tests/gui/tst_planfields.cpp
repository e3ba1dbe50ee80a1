// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"
#include "app/pages/planfields.h"
#include "app/pages/planform.h"

#include <QComboBox>
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

    // Its table comes and goes with the choice.
    void aCacheIsAddedInTheForm()
    {
        models::PlanDocument document;
        document.startFrom(plan::preset(u"quick-look"_s), u"quick-look"_s);
        document.removeKey(u"arm[1]"_s);
        document.duplicate(u"arm[1]"_s); // so that the cache is the one difference
        pages::PlanForm form(&document);
        connect(&document, &models::PlanDocument::changed, &form, &pages::PlanForm::refresh);
        form.refresh();
        form.show();
        auto* kind = form.findChild<QComboBox*>(u"arm[2].cache.kind"_s);
        const auto* ttl = form.findChild<QWidget*>(u"row.arm[2].cache.ttl_s"_s);
        QTRY_VERIFY(kind->isVisible());
        QVERIFY(!ttl->isVisible());
        QTest::keyClick(kind, Qt::Key_Down);
        QVERIFY(ttl->isVisible());
        QCOMPARE(document.reading().plan.arms[1].cache, (plan::Cache { plan::CacheKind::Local, 60 }));
        QVERIFY(document.setValue(u"arm[2].cache.ttl_s"_s, u"5"_s));
        QVERIFY(document.reading().ok());
        QTest::keyClick(kind, Qt::Key_Up);
        QVERIFY(!ttl->isVisible() && !document.text().contains("ttl_s"));
        QCOMPARE(document.reading().plan.arms[1].cache, plan::Cache());
        document.setValue(u"arm[2].store"_s, u"\"token\""_s); // the client has the session
        QVERIFY(!kind->isVisible() && !document.text().contains("cache"));
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
