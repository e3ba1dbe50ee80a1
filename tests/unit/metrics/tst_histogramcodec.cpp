// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogramcodec.h"

#include <QTest>
#include <QtEndian>

#include <random>

using namespace ceteris::metrics;

namespace {

// 1, 200 twice, 250, 1000, 1500, 2000, 5 s, 1 h once each and 40 ms 30 000 000 000 times, encoded by
// HdrHistogram 2.1.11
const QByteArray reference("HISTFAAAAD14nJNpmSzMwMAgzwABzFCaEURcm7yEwf4DVISpm5klkekmN9NTdhBa6NKwYe6h+4wH85nuTmdk"
                           "AgB4tw9c");

Histogram referenceHistogram()
{
    Histogram histogram;
    for (const auto value : { 1LL, 200LL, 200LL, 250LL, 1000LL, 1500LL, 2000LL, 5'000'000LL, 3'600'000'000LL })
        histogram.record(value);
    histogram.record(40'000, 30'000'000'000);
    return histogram;
}

Histogram randomHistogram(std::mt19937_64& random)
{
    Histogram histogram;
    std::lognormal_distribution<> latency(std::uniform_real_distribution<>(1, 20)(random), 2);
    const auto values = random() % 300;
    for (std::uint64_t i = 0; i < values; ++i)
        histogram.record(static_cast<std::int64_t>(std::min(latency(random), 3.6e9)),
            1 + (random() >> (random() % 64)) % (1ULL << 50));
    return histogram;
}

void compareCounts(const Histogram& actual, const Histogram& expected)
{
    QCOMPARE(actual.count(), expected.count());
    for (std::size_t i = 0; i < Histogram::bucketCount(); ++i) {
        if (actual.countAt(i) != expected.countAt(i))
            QFAIL(qPrintable(QString::number(i)));
    }
}

QByteArray bigEndian32(quint32 value)
{
    QByteArray bytes(4, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray around(const QByteArray& deflated)
{
    const QByteArray bytes = bigEndian32(0x1c849314) + bigEndian32(quint32(deflated.size())) + deflated;
    return bytes.toBase64();
}

// An encoding around any plain content.
QByteArray wrapped(const QByteArray& plain)
{
    return around(qCompress(plain).sliced(4));
}

QByteArray plainWith(const QByteArray& payload)
{
    return bigEndian32(0x1c849313) + bigEndian32(quint32(payload.size())) + bigEndian32(0) + bigEndian32(3)
        + bigEndian32(0) + bigEndian32(1) + bigEndian32(0) + bigEndian32(3'600'000'000) + bigEndian32(0x3ff00000)
        + bigEndian32(0) + payload;
}

} // namespace

class TestHistogramCodec : public QObject
{
    Q_OBJECT
private slots:
    void readsTheReferenceImplementation();
    void writesWhatItReads();
    void layoutOfTheEncoding();
    void keepsTheBucketsOfMinimumAndMaximum();
    void refusesWhatIsNotOurs_data();
    void refusesWhatIsNotOurs();
    void survivesEveryTruncationAndBitFlip();
    void survivesRandomBytes();
};

void TestHistogramCodec::readsTheReferenceImplementation()
{
    const auto decoded = decode(reference);
    QVERIFY(decoded);
    compareCounts(*decoded, referenceHistogram());
}

void TestHistogramCodec::writesWhatItReads()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        const auto histogram = randomHistogram(random);
        const auto decoded = decode(encode(histogram));
        QVERIFY(decoded);
        compareCounts(*decoded, histogram);
        QCOMPARE(encode(*decoded), encode(histogram));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestHistogramCodec::layoutOfTheEncoding()
{
    Histogram histogram;
    histogram.record(1, 2); // one zero before it
    histogram.record(300, 1); // 298 zeros
    const auto bytes = QByteArray::fromBase64(encode(histogram));
    QCOMPARE(bytes.first(4).toHex(), QByteArray("1c849314"));
    QCOMPARE(qFromBigEndian<quint32>(bytes.data() + 4), quint32(bytes.size() - 8));
    const auto plain = qUncompress(bigEndian32(1000) + bytes.sliced(8));
    // ZigZag: count 2 -> 4, run of 298 zeros -> 595 = 0xd3 0x04, count 1 -> 2
    QCOMPARE(plain.toHex(), plainWith(QByteArray::fromHex("0004d30402")).toHex());
}

void TestHistogramCodec::keepsTheBucketsOfMinimumAndMaximum()
{
    Histogram histogram;
    histogram.record(5001);
    histogram.record(123'456'789);
    histogram.record(123'456'789);
    const auto decoded = decode(encode(histogram));
    QVERIFY(decoded);
    QCOMPARE(decoded->minUs(), Histogram::lowestOf(Histogram::indexOf(5001)));
    QCOMPARE(decoded->maxUs(), Histogram::highestOf(Histogram::indexOf(123'456'789)));
    QCOMPARE(decoded->clamped(), std::uint64_t { 0 });
    QVERIFY(decode(encode(Histogram()))->isEmpty());
}

void TestHistogramCodec::refusesWhatIsNotOurs_data()
{
    const auto header = plainWith({});
    const auto with = [&](qsizetype at, const char* hex) {
        auto changed = header;
        return wrapped(changed.replace(at, qstrlen(hex) / 2, QByteArray::fromHex(hex)));
    };
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no base64") << QByteArray("####");
    QTest::newRow("other cookie") << with(0, "1c849303");
    QTest::newRow("payload longer than it is") << with(4, "00000001");
    QTest::newRow("negative payload") << with(4, "ffffffff");
    QTest::newRow("shifted") << with(8, "00000001");
    QTest::newRow("two digits") << with(12, "00000002");
    QTest::newRow("other lowest") << with(16, "0000000000000002");
    QTest::newRow("other highest") << with(24, "00000000d693a401");
    QTest::newRow("other ratio") << with(32, "3ff8000000000000");
    QTest::newRow("run past the end") << wrapped(plainWith(QByteArray::fromHex("ffffffffffff7f")));
    QTest::newRow("longest run") << wrapped(plainWith(QByteArray(9, '\xff')));
    QTest::newRow("number cut") << wrapped(plainWith("\x80"));
    QTest::newRow("counts overflow") << wrapped(plainWith(QByteArray::fromHex("feffffffffffffffff02").repeated(3)));
    QTest::newRow("one count too many") << wrapped(plainWith(QByteArray(23'222, '\0')));
    QTest::newRow("bytes behind the stream") << around(qCompress(header).sliced(4).append('x'));
    QTest::newRow("bytes behind the encoding") << QByteArray::fromBase64(reference).append('x').toBase64();
    QTest::newRow("bomb") << wrapped(QByteArray(300'000'000, '\0'));
}

void TestHistogramCodec::refusesWhatIsNotOurs()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decode(text));
}

void TestHistogramCodec::survivesEveryTruncationAndBitFlip()
{
    const auto bytes = QByteArray::fromBase64(reference);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decode(bytes.first(size).toBase64()));
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        auto flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto decoded = decode(flipped.toBase64()); // the stream's check sum catches all but its own level bits
        QVERIFY(!decoded || decoded->count() == referenceHistogram().count());
    }
}

void TestHistogramCodec::survivesRandomBytes()
{
    std::mt19937_64 random(11);
    int accepted = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray noise(qsizetype(random() % 200), 0);
        for (auto& byte : noise)
            byte = static_cast<char>(random());
        QVERIFY(!decode(noise));
        QVERIFY(!decode(noise.toBase64()));
        if (const auto decoded
            = decode(wrapped(plainWith(noise)))) // noise behind a good header: any outcome but a crash
            accepted += decode(encode(*decoded))->count() == decoded->count();
    }
    QVERIFY(accepted > 0);
}

QTEST_APPLESS_MAIN(TestHistogramCodec)
#include "tst_histogramcodec.moc"
