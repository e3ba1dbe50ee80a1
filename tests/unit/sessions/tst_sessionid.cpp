// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/session.h"

#include <QSet>
#include <QTest>

#include <array>
#include <cmath>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;

class TestSessionId : public QObject
{
    Q_OBJECT

private slots:
    void isUniqueAcrossThreads()
    {
        constexpr int threads = 8;
        constexpr int each = 100'000;
        std::vector<std::vector<QByteArray>> made(threads);
        {
            std::vector<std::jthread> running;
            for (auto& ids : made)
                running.emplace_back([&ids] {
                    ids.reserve(each);
                    for (int i = 0; i < each; ++i)
                        ids.push_back(newSessionId());
                });
        }
        QSet<QByteArray> all;
        all.reserve(threads * each);
        for (const auto& ids : made)
            for (const auto& id : ids)
                all.insert(id);
        QCOMPARE(all.size(), threads * each);
    }

    void has128FairBits()
    {
        constexpr int count = 100'000;
        std::array<int, 128> ones {};
        for (int i = 0; i < count; ++i) {
            const auto id = newSessionId();
            QVERIFY(isSessionId(id));
            const auto bytes = QByteArray::fromBase64(id, QByteArray::Base64UrlEncoding);
            QCOMPARE(bytes.size(), 16);
            for (std::size_t bit = 0; bit < ones.size(); ++bit)
                ones[bit] += (bytes[static_cast<qsizetype>(bit / 8)] >> (bit % 8)) & 1;
        }
        // 5 sigma: with 128 bits, 4 would fail once in 120 runs by chance alone.
        const auto limit = 5 * std::sqrt(count * 0.25);
        for (const auto number : ones)
            QVERIFY2(std::abs(number - count / 2) < limit, qPrintable(QString::number(number)));
    }

    void isRecognised_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("one of ours") << newSessionId() << true;
        QTest::newRow("whole alphabet") << "AZaz09-_AZaz09-_AZaz09"_ba << true;
        QTest::newRow("empty") << ""_ba << false;
        QTest::newRow("21") << "AAAAAAAAAAAAAAAAAAAAA"_ba << false;
        QTest::newRow("23") << "AAAAAAAAAAAAAAAAAAAAAAA"_ba << false;
        QTest::newRow("1 MiB") << QByteArray(1 << 20, 'A') << false;
        QTest::newRow("CR LF") << "AAAAAAAAAAAAAAAAAAAA\r\n"_ba << false;
        QTest::newRow("space") << "AAAAAAAAAAAAAAAAAAAAA "_ba << false;
        QTest::newRow("star") << "AAAAAAAAAAAAAAAAAAAAA*"_ba << false;
        QTest::newRow("colon") << "expires:AAAAAAAAAAAAAA"_ba << false;
        QTest::newRow("zero byte") << "AAAAAAAAAAAAAAAAAAAAA\0"_ba << false;
        QTest::newRow("padding") << "AAAAAAAAAAAAAAAAAAAA=="_ba << false;
        QTest::newRow("standard base64") << "AAAAAAAAAAAAAAAAAAAA+/"_ba << false;
        QTest::newRow("not ASCII") << "AAAAAAAAAAAAAAAAAAAA\xc3\xa9"_ba << false;
    }

    void isRecognised()
    {
        QFETCH(QByteArray, text);
        QTEST(isSessionId(text), "accepted");
    }

    void isHashedForLogs()
    {
        QCOMPARE(hashedId("abc"_ba), "ba7816bf"_ba); // FIPS 180-2, appendix B.1
    }
};

QTEST_GUILESS_MAIN(TestSessionId)
#include "tst_sessionid.moc"
