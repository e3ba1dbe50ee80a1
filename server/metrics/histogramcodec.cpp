// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogramcodec.h"

#include <QtEndian>

#include <zlib.h>

#include <bit>

namespace ceteris::metrics {
namespace {

constexpr quint32 plainCookie = 0x1c849303 | 0x10;
constexpr quint32 compressedCookie = 0x1c849304 | 0x10;
constexpr qsizetype plainHeader = 40;
constexpr qsizetype compressedHeader = 8;
constexpr qsizetype longestNumber = 9; // bytes of a LEB128 number of 64 bits
constexpr qsizetype longestPlain = plainHeader + longestNumber * qsizetype(Histogram::bucketCount());
constexpr quint64 mostCounts = std::numeric_limits<qint64>::max();

template <class T>
void appendBigEndian(QByteArray& out, T value)
{
    const auto swapped = qToBigEndian(value);
    out.append(reinterpret_cast<const char*>(&swapped), sizeof swapped);
}

// The ninth byte carries eight bits, so that no number needs a tenth.
void appendNumber(QByteArray& out, qint64 number)
{
    auto rest = (static_cast<quint64>(number) << 1) ^ static_cast<quint64>(number >> 63);
    for (int i = 1; i < longestNumber && rest >= 0x80; ++i, rest >>= 7)
        out.append(static_cast<char>(0x80 | (rest & 0x7f)));
    out.append(static_cast<char>(rest));
}

QByteArray payloadOf(const Histogram& histogram)
{
    QByteArray payload;
    std::size_t next = 0;
    histogram.forEach([&](const Histogram::Bucket& bucket) {
        const auto index = Histogram::indexOf(bucket.lowUs);
        const auto zeros = static_cast<qint64>(index - next);
        if (zeros > 0)
            appendNumber(payload, zeros == 1 ? 0 : -zeros); // a lone zero is a count, more are a run
        appendNumber(payload, static_cast<qint64>(bucket.count));
        next = index + 1;
    });
    return payload;
}

// Reads numbers from a buffer nobody vouches for; after the first impossible read everything is 0 and ok() is false.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_bytes.isEmpty(); }
    qsizetype left() const { return m_bytes.size(); }

    template <class T>
    T bigEndian()
    {
        const auto bytes = take(sizeof(T));
        return m_ok ? qFromBigEndian<T>(bytes.data()) : T {};
    }

    qint64 number()
    {
        quint64 value = 0;
        for (int i = 0; i < longestNumber; ++i) {
            const auto bytes = take(1);
            if (!m_ok)
                return 0;
            const auto byte = static_cast<quint8>(bytes[0]);
            const bool last = byte < 0x80 || i == longestNumber - 1;
            value |= static_cast<quint64>(i == longestNumber - 1 ? byte : byte & 0x7f) << (7 * i);
            if (last)
                break;
        }
        return static_cast<qint64>((value >> 1) ^ (0 - (value & 1)));
    }

private:
    QByteArrayView take(qsizetype size)
    {
        m_ok = m_ok && size <= m_bytes.size();
        if (!m_ok)
            return {};
        const auto taken = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return taken;
    }

    QByteArrayView m_bytes;
    bool m_ok = true;
};

bool isOurHeader(Reader& reader)
{
    const auto cookie = reader.bigEndian<quint32>();
    const auto payloadSize = reader.bigEndian<qint32>();
    const auto normalizingOffset = reader.bigEndian<qint32>();
    const auto digits = reader.bigEndian<qint32>();
    const auto lowest = reader.bigEndian<qint64>();
    const auto highest = reader.bigEndian<qint64>();
    const auto ratio = std::bit_cast<double>(reader.bigEndian<quint64>());
    return reader.ok() && cookie == plainCookie && payloadSize == reader.left() && normalizingOffset == 0
        && digits == Histogram::significantDigits && lowest == Histogram::lowestUs && highest == Histogram::highestUs
        && ratio == 1.0;
}

// Both ends of the bucket, so that minimum and maximum come out as those of their buckets.
void recordBucket(Histogram& histogram, std::size_t index, quint64 count)
{
    histogram.record(std::max(Histogram::lowestOf(index), Histogram::lowestUs));
    histogram.record(std::clamp(Histogram::highestOf(index), Histogram::lowestUs, Histogram::highestUs), count - 1);
}

std::optional<Histogram> readPlain(QByteArrayView bytes)
{
    Reader reader(bytes);
    if (!isOurHeader(reader))
        return {};
    Histogram histogram;
    constexpr std::size_t limit = Histogram::indexOf(Histogram::highestUs) + 1;
    std::size_t index = 0;
    while (!reader.atEnd()) {
        const auto number = reader.number();
        const auto room = limit - index;
        const auto step = number < 0 ? 0 - static_cast<quint64>(number) : 1;
        if (!reader.ok() || step > room)
            return {};
        if (number > 0) {
            if (static_cast<quint64>(number) > mostCounts - histogram.count())
                return {};
            recordBucket(histogram, index, static_cast<quint64>(number));
        }
        index += step;
    }
    return histogram;
}

// zlib itself and not qUncompress(), which believes the stream about its size.
std::optional<QByteArray> inflated(QByteArrayView deflated)
{
    QByteArray plain(longestPlain, Qt::Uninitialized);
    auto size = static_cast<uLongf>(plain.size());
    const auto* source = reinterpret_cast<const Bytef*>(deflated.data());
    auto sourceSize = static_cast<uLong>(deflated.size());
    if (uncompress2(reinterpret_cast<Bytef*>(plain.data()), &size, source, &sourceSize) != Z_OK
        || sourceSize != static_cast<uLong>(deflated.size()))
        return {};
    plain.truncate(static_cast<qsizetype>(size));
    return plain;
}

QByteArray deflated(const QByteArray& plain)
{
    auto size = compressBound(static_cast<uLong>(plain.size()));
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    const auto* source = reinterpret_cast<const Bytef*>(plain.constData());
    compress(reinterpret_cast<Bytef*>(out.data()), &size, source, static_cast<uLong>(plain.size()));
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

} // namespace

QByteArray encode(const Histogram& histogram)
{
    const auto payload = payloadOf(histogram);
    QByteArray plain;
    plain.reserve(plainHeader + payload.size());
    appendBigEndian(plain, plainCookie);
    appendBigEndian(plain, static_cast<qint32>(payload.size()));
    appendBigEndian(plain, qint32 { 0 }); // normalizing index offset: never shifted
    appendBigEndian(plain, qint32 { Histogram::significantDigits });
    appendBigEndian(plain, qint64 { Histogram::lowestUs });
    appendBigEndian(plain, qint64 { Histogram::highestUs });
    appendBigEndian(plain, std::bit_cast<quint64>(1.0)); // integer to double ratio
    plain.append(payload);

    const auto content = deflated(plain);
    QByteArray out;
    appendBigEndian(out, compressedCookie);
    appendBigEndian(out, static_cast<qint32>(content.size()));
    out.append(content);
    return out.toBase64();
}

std::optional<Histogram> decode(const QByteArray& base64)
{
    if (base64.size() > 2 * longestPlain) // deflate never makes it that long
        return {};
    const auto bytes = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return {};
    Reader reader(*bytes);
    const auto cookie = reader.bigEndian<quint32>();
    const auto size = reader.bigEndian<qint32>();
    if (!reader.ok() || cookie != compressedCookie || size != reader.left())
        return {};
    const auto plain = inflated(QByteArrayView(*bytes).sliced(compressedHeader));
    return plain ? readPlain(*plain) : std::nullopt;
}

} // namespace ceteris::metrics
