// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/random.h"
#include "app/plan/read.h"
#include "app/plan/schedule.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::plan;

namespace {

const auto folder = QStringLiteral(CETERIS_SOURCE_DIR "/resources/presets");

// Up to eight small accidents: bytes changed, cut out, doubled, or swapped for a piece of TOML.
QByteArray mutated(QByteArray text, Random& random)
{
    static const QByteArrayList pieces { "[", "]", "[[", "]]", "{", "}", "\"", "'''", "\"\"\"", "=", ".", ",", "#",
        "\n", "\\", "\\u0000", "-1", "1e400", "nan", "inf", "99999999999999999999", "0x", "1979-05-27", "true",
        "[[arm]]\n", "[level]\n", "arm = 1\n", "a.b.c = 2\n", QByteArray(1, '\0'), "\xff", "\xed\xa0\x80",
        QByteArray(300, '[') };
    for (auto left = random.below(8) + 1; left > 0; --left) {
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size()) + 1));
        const auto length = static_cast<qsizetype>(random.below(20));
        switch (random.below(4)) {
        case 0:
            text.insert(at, pieces[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(pieces.size())))]);
            break;
        case 1:
            text.remove(at, length);
            break;
        case 2:
            text.insert(at, text.mid(static_cast<qsizetype>(random.below(400)), length * 5));
            break;
        default:
            text.insert(at, static_cast<char>(random.next()));
        }
    }
    return text;
}

Plan planOf(const QString& preset)
{
    return read(ceteris::plan::preset(preset)).plan;
}

} // namespace

class TestPresets : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsThere()
    {
        auto files = QDir(folder).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files.replaceInStrings(u".ceteris.toml"_s, QString()), presetNames());
        QVERIFY(presetNames().contains(u"quick-look"_s));
        QVERIFY(presetNames().contains(u"blog"_s));
    }

    void unknownName() { QVERIFY(preset(u"slow-look"_s).isEmpty()); }

    void soundAndNamedAsTheFile_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto& name : presetNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    void soundAndNamedAsTheFile()
    {
        QFETCH(const QString, name);
        const auto reading = read(preset(name));
        for (const auto& problem : reading.problems)
            qWarning().noquote() << describe(problem, name);
        QVERIFY(reading.ok());
        QCOMPARE(reading.plan.name, name);
        QVERIFY(read(write(reading.plan)).plan == reading.plan);
    }

    void quickLookTakesAboutNinetySeconds()
    {
        const auto plan = planOf(u"quick-look"_s);
        QCOMPARE(schedule(plan).size(), 8U);
        QVERIFY2(std::abs(experimentSeconds(plan) - 90) < 10, qPrintable(QString::number(experimentSeconds(plan))));
    }

    void blogGivesEveryLoginItsTime()
    {
        const auto plan = planOf(u"blog"_s);
        QCOMPARE(plan.accounts.count, 10'000);
        QCOMPARE(plan.levels.size(), 3U);
        const auto& top = plan.levels.back();
        QCOMPARE(top.users, 5000);
        constexpr double hashS = 0.062; // BCrypt of cost 10 on one core
        QVERIFY(loginWindowS(plan, top) > top.users * hashS);
        QVERIFY(plan.load.timeoutS > loginWindowS(plan, top));
        QVERIFY(plan.blocks >= 6); // enough for a verdict
    }

    void accidentsNeverCrash()
    {
        Random random(1);
        int sound = 0;
        for (int i = 0; i < 10'000; ++i) {
            const auto text = mutated(preset(presetNames().at(i % presetNames().size())), random);
            const auto reading = read(text);
            sound += reading.ok() ? 1 : 0;
            for (const auto& problem : reading.problems) {
                QVERIFY(problem.line >= 0 && problem.line <= text.count('\n') + 1);
                QVERIFY(!describe(problem, u"f"_s).isEmpty());
            }
        }
        QVERIFY2(sound > 100 && sound < 9900, qPrintable(QString::number(sound))); // both kinds were tried
    }
};

QTEST_APPLESS_MAIN(TestPresets)
#include "tst_presets.moc"
