// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "randomplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

namespace {

QString firstProblem(const Reading& reading)
{
    return reading.ok() ? QString() : describe(reading.problems.front(), u"plan"_s);
}

Plan smallPlan()
{
    Plan plan;
    plan.name = u"small"_s;
    plan.levels.push_back({ u"few"_s, 10, 0, 0.5, 3 });
    plan.arms.push_back({ u"memory"_s, StoreKind::Memory, {}, {}, {} });
    plan.arms.push_back({ u"redis"_s, StoreKind::Redis, {}, {}, {} });
    return plan;
}

} // namespace

class TestPlanWrite : public QObject
{
    Q_OBJECT

private slots:
    void anyPlanSurvives()
    {
        for (std::uint64_t seed = 0; seed < 1000; ++seed) {
            const auto plan = randomPlan(seed);
            const auto text = write(plan);
            const auto reading = read(text);
            QVERIFY2(reading.ok(), qPrintable(firstProblem(reading) + u'\n' + QString::fromUtf8(text)));
            QVERIFY2(reading.plan == plan, text.constData());
            QCOMPARE(write(reading.plan), text);
        }
    }

    void theFormatComesFirst() { QVERIFY(write(smallPlan()).startsWith("format = 1\nname = \"small\"\n")); }

    // Readable, and complete: defaults are written out, what does not apply is not.
    void asPeopleWouldWriteIt()
    {
        const auto text = QString::fromUtf8(write(smallPlan()));
        QVERIFY(text.contains(u"\n[accounts]\ncount = 10000\nscheme = \"bcrypt\"\ncost = 10\n"_s));
        QVERIFY(text.contains(u"\n[[level]]\nname = \"few\"\nusers = 10\nthink_s = [0.5, 3]\n"_s));
        QVERIFY(text.contains(
            u"\n[[arm]]\nname = \"memory\"\nstore = \"memory\"\ninstances = 1\n\n[arm.cache]\nkind = \"none\"\n\n"
            "[[arm]]\nname = \"redis\"\n"_s));
        QVERIFY(text.contains(
            u"\n[arm.redis]\nlayout = \"spring\"\nnamespace = \"spring:session\"\ntransport = \"tcp\"\n"_s));
        for (const auto* absent : { "question", "rate_per_s", "arrivals", "url", "mapping", "cpus", "ttl_s" })
            QVERIFY2(!text.contains(QLatin1StringView(absent)), absent);
    }

    void control_data()
    {
        QTest::addColumn<QString>("question");
        QTest::newRow("quotes") << u"\"why\""_s;
        QTest::newRow("backslashes") << u"C:\\new\\table"_s;
        QTest::newRow("lines") << u"one\ntwo\r\nthree\tend"_s;
        QTest::newRow("control characters") << QString::fromLatin1("\x01\x1f\x7f", 3);
        QTest::newRow("nul") << QString::fromLatin1("a\0b", 3);
        QTest::newRow("beyond latin") << u"세션 \U0001f600"_s;
        QTest::newRow("looks like TOML") << u"x\" = 1 # [[arm]]"_s;
    }

    void control()
    {
        QFETCH(const QString, question);
        auto plan = smallPlan();
        plan.question = question;
        const auto reading = read(write(plan));
        QCOMPARE(firstProblem(reading), QString());
        QCOMPARE(reading.plan.question, question);
    }
};

QTEST_APPLESS_MAIN(TestPlanWrite)
#include "tst_planwrite.moc"
