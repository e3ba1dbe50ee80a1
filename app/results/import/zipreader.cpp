// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/zipreader.h"

#include <QtEndian>

#include <algorithm>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr qint64 endLength = 22, directoryLength = 46, localLength = 30;
constexpr qint64 longestComment = 65'535;
constexpr qint64 largestDirectory = 64 << 20; // bytes
constexpr quint16 encrypted = 1, stored = 0, deflated = 8;

template <class Number>
Number at(const QByteArray& bytes, qsizetype offset)
{
    return qFromLittleEndian<Number>(bytes.constData() + offset);
}

// One stream of zlib, ended whatever happens.
struct Inflater
{
    z_stream stream {};
    bool isReady = inflateInit2(&stream, -MAX_WBITS) == Z_OK;

    Inflater() = default;
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

} // namespace

tl::unexpected<Error> ZipReader::broken(const QString& why) const
{
    return fail(ErrorCode::CannotReadFile, { m_file.fileName(), why });
}

Result<std::vector<ZipReader::Entry>> ZipReader::entries()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
        return broken(m_file.errorString());
    m_file.seek(std::max<qint64>(0, m_file.size() - endLength - longestComment));
    const auto tail = m_file.readAll();
    const auto end = tail.lastIndexOf("PK\5\6");
    if (end < 0 || tail.size() - end < endLength)
        return broken(u"it is no whole zip archive"_s);
    const auto count = at<quint16>(tail, end + 10);
    const auto size = qint64(at<quint32>(tail, end + 12));
    const auto offset = qint64(at<quint32>(tail, end + 16));
    if (count == 0xffff || offset == 0xffffffff)
        return broken(u"it is a zip archive of more than 4 GiB or 65 534 files"_s);
    if (size > largestDirectory || offset + size > m_file.size() || !m_file.seek(offset))
        return broken(u"its list of files is not where it says"_s);
    const auto directory = m_file.read(size);

    std::vector<Entry> all;
    for (qsizetype here = 0; here + directoryLength <= directory.size();) {
        if (QByteArrayView(directory).sliced(here, 4) != QByteArrayView("PK\1\2"))
            return broken(u"its list of files is broken"_s);
        const auto nameLength = at<quint16>(directory, here + 28);
        const auto length
            = directoryLength + nameLength + at<quint16>(directory, here + 30) + at<quint16>(directory, here + 32);
        if (here + length > directory.size())
            return broken(u"its list of files is broken"_s);
        Entry entry { QString::fromUtf8(directory.mid(here + directoryLength, nameLength)),
            at<quint16>(directory, here + 10), at<quint16>(directory, here + 8), at<quint32>(directory, here + 16),
            at<quint32>(directory, here + 20), at<quint32>(directory, here + 24), at<quint32>(directory, here + 42) };
        if (!entry.name.endsWith(u'/'))
            all.push_back(std::move(entry));
        here += length;
    }
    return all;
}

Result<qint64> ZipReader::begin(const Entry& entry)
{
    m_file.seek(entry.header);
    const auto header = m_file.read(localLength);
    if (header.size() < localLength || !header.startsWith("PK\3\4"))
        return broken(u"\"%1\" is not where it says"_s.arg(entry.name));
    const auto begin = entry.header + localLength + at<quint16>(header, 26) + at<quint16>(header, 28);
    if (begin + entry.packed > m_file.size())
        return broken(u"\"%1\" is cut off"_s.arg(entry.name));
    return begin;
}

Result<void> ZipReader::extract(const Entry& entry, const QString& path, const Onward& onward)
{
    if ((entry.flags & encrypted) || (entry.method != stored && entry.method != deflated))
        return broken(u"\"%1\" is encrypted or packed in a way other than deflate"_s.arg(entry.name));
    if (entry.method == stored && entry.packed != entry.size)
        return broken(u"\"%1\" has not the size it says"_s.arg(entry.name));
    const auto from = begin(entry);
    if (!from)
        return tl::unexpected(from.error());
    m_file.seek(*from);
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::CannotWriteFile, { path, out.errorString() });
    return inflateInto(out, entry, onward);
}

// No more comes out than the archive has promised.
Result<void> ZipReader::inflateInto(QFile& out, const Entry& entry, const Onward& onward)
{
    constexpr qint64 piece = 256 * 1024;
    Inflater inflater;
    if (!inflater.isReady)
        return broken(u"there is not enough memory"_s);
    QByteArray unpacked(piece, Qt::Uninitialized);
    qint64 left = entry.packed, size = 0;
    quint32 crc = 0;
    for (bool isOver = false; left > 0 && !isOver;) {
        if (onward && !onward(double(m_file.pos()) / double(std::max<qint64>(1, m_file.size()))))
            return fail(ErrorCode::Stopped, { u"the user"_s });
        auto packed = m_file.read(std::min(piece, left));
        if (packed.isEmpty())
            return broken(u"\"%1\" is cut off"_s.arg(entry.name));
        left -= packed.size();
        inflater.stream.next_in = reinterpret_cast<Bytef*>(packed.data());
        inflater.stream.avail_in = static_cast<uInt>(packed.size());
        do {
            QByteArrayView ready = packed;
            if (entry.method == deflated) {
                inflater.stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
                inflater.stream.avail_out = static_cast<uInt>(piece);
                const int code = inflate(&inflater.stream, Z_NO_FLUSH);
                isOver = code == Z_STREAM_END;
                if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
                    return broken(u"\"%1\" cannot be unpacked"_s.arg(entry.name));
                ready = QByteArrayView(unpacked).first(piece - inflater.stream.avail_out);
            }
            size += ready.size();
            if (size > entry.size)
                return broken(u"\"%1\" is larger than it says"_s.arg(entry.name));
            crc = static_cast<quint32>(
                crc32_z(crc, reinterpret_cast<const Bytef*>(ready.data()), static_cast<z_size_t>(ready.size())));
            if (out.write(ready.data(), ready.size()) != ready.size())
                return fail(ErrorCode::CannotWriteFile, { out.fileName(), out.errorString() });
        } while (entry.method == deflated && !isOver && inflater.stream.avail_out == 0);
    }
    if (size != entry.size || crc != entry.crc)
        return broken(u"\"%1\" is damaged"_s.arg(entry.name));
    if (!out.flush())
        return fail(ErrorCode::CannotWriteFile, { out.fileName(), out.errorString() });
    return {};
}

} // namespace ceteris::results
