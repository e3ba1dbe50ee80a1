// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the Korean that is written down is also what people see.
#include "app/errors/error.h"
#include "app/models/checkwords.h"
#include "app/models/enginetext.h"
#include "app/plan/read.h"
#include "app/window/language.h"
#include "tests/unit/results/comparedtrials.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::results::sample;

namespace {

bool isKorean(const QString& text)
{
    static const QRegularExpression hangul(u"[\\x{AC00}-\\x{D7A3}]"_s);
    return hangul.match(text).hasMatch();
}

// The literals of a source file, with those put together that the compiler puts together.
QStringList literalsIn(const QString& path)
{
    static const QRegularExpression comment(u"//[^\n]*"_s);
    static const QRegularExpression literals(u"u?\"(?:[^\"\\\\\n]|\\\\.)*\"(?:\\s+u?\"(?:[^\"\\\\\n]|\\\\.)*\")*"_s);
    static const QRegularExpression piece(u"\"((?:[^\"\\\\\n]|\\\\.)*)\""_s);
    QFile file(QStringLiteral(CETERIS_SOURCE_DIR "/app/") + path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto source = QString::fromUtf8(file.readAll()).remove(comment);
    QStringList texts;
    for (auto found = literals.globalMatch(source); found.hasNext();) {
        QString text;
        for (auto pieces = piece.globalMatch(found.next().captured()); pieces.hasNext();)
            text += pieces.next().captured(1);
        texts += text;
    }
    return texts;
}

} // namespace

class Korean : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_language.apply(u"ko"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void languageIsSwitchedAtRunTime()
    {
        const Error error { ErrorCode::Stopped, { u"SIGINT"_s } };
        QVERIFY(isKorean(describe(error)));
        m_language.apply(u"en"_s);
        QCOMPARE(describe(error), u"Stopped by SIGINT."_s);
    }

    void qtsOwnTextsToo() { QVERIFY(isKorean(QCoreApplication::translate("QPlatformTheme", "Cancel"))); }

    void everyError()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Stopped); ++code) {
            const auto kind = static_cast<ErrorCode>(code);
            if (kind == ErrorCode::ChildFailed || kind == ErrorCode::EnvironmentUnfit)
                continue; // sentences that came with them
            const auto text = describe({ kind, { u"A"_s, u"B"_s, u"C"_s } });
            QVERIFY2(isKorean(text) && !text.contains(u"%1"_s), qPrintable(text));
        }
    }

    void problemsOfAPlan()
    {
        const auto reading
            = plan::read("format = 1\nname = \"x y\"\nunknwon = 1\nblocks = 0\n[phases]\nmeasure_s = -1\n"
                         "[[level]]\nname = \"a\"\nusers = 1\nrate_per_s = 5\n[[arm]]\nname = \"a\"\n");
        QVERIFY(reading.problems.size() >= 5);
        for (const auto& problem : reading.problems) {
            const auto text = plan::describe(problem);
            QVERIFY2(isKorean(text), qPrintable(text));
            QVERIFY2(!text.contains(u"allowed"_s) && !text.contains(u" is "_s), qPrintable(text));
        }
    }

    void verdicts_data()
    {
        QTest::addColumn<int>("blocks");
        QTest::addColumn<QString>("words");
        QTest::newRow("clear") << 8 << u"memory보다 30% 높음(95% 신뢰구간 +28%~+33%), 블록 8개 중 8개에서 높음."_s;
        QTest::newRow("pilot") << 3 << u"예비 실험이므로"_s;
    }

    void verdicts()
    {
        QFETCH(const int, blocks);
        QFETCH(const QString, words);
        const auto plan = twoArms(blocks);
        const auto all = results::compare(plan, trialsOf(plan), {});
        const auto sentence = find(all, u"response_p99"_s).sentence;
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
        for (const auto& it : all)
            QVERIFY2(isKorean(it.sentence), qPrintable(it.sentence));
    }

    // What the engine wrote in English is said in Korean by the window: the same sentence of both.
    void engineTexts_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("korean");
        QTest::newRow("check")
            << u"Other programs used 44 % of the experiment's CPUs (hog 0.86 cores): requests waited "
               u"for them."_s
            << u"다른 프로그램이 실험용 CPU의 44%를 사용했습니다(hog 0.86코어). 요청이 그만큼 "
               u"기다렸습니다."_s;
        QTest::newRow("two sentences") << u"The power supply was plugged or unplugged: the CPU changes speed. 91 % of "
                                          u"the memory is in use: caches are being dropped."_s
                                       << u"전원이 연결되거나 분리되었습니다. CPU 속도가 달라집니다. 메모리의 91%가 "
                                          u"사용 중입니다. 캐시가 버려지고 있습니다."_s;
        QTest::newRow("in one another") << u"unavailable: no earlier trial to compare with"_s
                                        << u"확인 불가: 비교할 이전 시행이 없음"_s;
        QTest::newRow("verdict")
            << u"busy, refresh: redis's p99 response time is 3.03 times memory's (95 % CI 1.75 to "
               u"5.25 times), higher in 8 of 8 blocks."_s
            << u"busy, 새로고침: redis의 p99 응답 시간 — memory의 3.03배(95% 신뢰구간 1.75~5.25배), "
               u"블록 8개 중 8개에서 높음."_s;
        QTest::newRow("somebody else's") << u"/srv/redis.log: Out of memory"_s << u"/srv/redis.log: Out of memory"_s;
        QTest::newRow("last lines") << u"nginx ended in the middle of the work. Its last lines:\nsignal 9 received"_s
                                    << u"nginx 프로그램이 작업 중에 종료되었습니다. 마지막 출력:\nsignal 9 received"_s;
        QTest::newRow("figures like places") << u"sign in: %2 %1"_s << u"로그인: %2 %1"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void engineTexts()
    {
        QFETCH(const QString, english);
        QFETCH(const QString, korean);
        QCOMPARE(models::engineText(english), korean);
        m_language.apply(u"en"_s);
        QCOMPARE(models::engineText(english), english);
    }

    // Every sentence that the engine's gates and questions can say is among the patterns.
    void everySentenceOfTheEngine_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto* path : { "run/gates.cpp", "run/honestygates.h", "run/honesty.cpp", "run/preflightrows.cpp",
                 "run/targetcheck.cpp", "run/preparation.cpp", "run/observation.cpp" })
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void everySentenceOfTheEngine()
    {
        QFETCH(const QString, path);
        static const QRegularExpression sentence(u"^[A-Z%][^/]* .*\\.$"_s);
        static const QRegularExpression place(u"%\\d"_s);
        int sentences = 0;
        for (auto text : literalsIn(path)) {
            if (!sentence.match(text).hasMatch() || text.startsWith(u"%1: "_s))
                continue;
            ++sentences;
            text.replace(place, u"7"_s);
            QVERIFY2(isKorean(models::engineText(text)), qPrintable(text));
        }
        QVERIFY(sentences > 0);
    }

    void everyCheckHasATitle()
    {
        static const QRegularExpression name(u"^[a-z][a-z0-9]*(_[a-z0-9]+)+$"_s);
        int checks = 0;
        for (const auto* path : { "run/gates.cpp", "run/honestygates.h", "load/oraclereport.h" }) {
            for (const auto& text : literalsIn(QString::fromLatin1(path))) {
                if (!name.match(text).hasMatch())
                    continue;
                ++checks;
                QVERIFY2(isKorean(models::checkTitle(text)), qPrintable(text));
            }
        }
        QVERIFY(checks > 30);
        QCOMPARE(models::checkTitle(u"no_such_check"_s), u"no such check"_s);
    }

private:
    window::Language m_language;
};

QTEST_MAIN(Korean)
#include "tst_korean.moc"
