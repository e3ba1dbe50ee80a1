// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/zip.h"

#include <QSaveFile>
#include <QtEndian>

#include <limits>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// What both headers of a file say alike, from "version needed" to the lengths.
struct Entry
{
    QByteArray name;
    QByteArray deflated;
    quint32 crc = 0;
    quint32 size = 0;
    quint32 offset = 0; // of its local header
};

template <class Number>
void put(QByteArray& bytes, Number value)
{
    const auto little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

constexpr quint16 version = 20; // 2.0: deflate
constexpr quint16 utf8Names = 1 << 11;
constexpr quint16 deflate = 8;
constexpr quint16 firstDay = 0x0021; // 1980-01-01, the earliest that can be said

// qCompress puts 4 bytes of length and zlib's 2 of header in front and 4 of checksum behind; zip wants neither.
QByteArray deflated(const QByteArray& bytes)
{
    const auto packed = qCompress(bytes, Z_DEFAULT_COMPRESSION);
    return packed.size() < 10 ? QByteArray("\x03\0", 2) : packed.mid(6, packed.size() - 10);
}

QByteArray common(const Entry& entry)
{
    QByteArray bytes;
    put(bytes, version);
    put(bytes, utf8Names);
    put(bytes, deflate);
    put(bytes, quint16(0)); // midnight
    put(bytes, firstDay);
    put(bytes, entry.crc);
    put(bytes, static_cast<quint32>(entry.deflated.size()));
    put(bytes, entry.size);
    put(bytes, static_cast<quint16>(entry.name.size()));
    put(bytes, quint16(0)); // no extra field
    return bytes;
}

QByteArray localHeader(const Entry& entry)
{
    return "PK\3\4" + common(entry) + entry.name;
}

QByteArray directoryEntry(const Entry& entry)
{
    QByteArray bytes("PK\1\2");
    put(bytes, quint16((3 << 8) | version)); // made on Unix
    bytes += common(entry);
    put(bytes, quint16(0)); // no comment
    put(bytes, quint16(0)); // first disk
    put(bytes, quint16(0));
    put(bytes, quint32(0100644) << 16); // a plain file that everybody may read
    put(bytes, entry.offset);
    return bytes + entry.name;
}

QByteArray endOf(std::size_t entries, qsizetype directorySize, quint32 directoryOffset)
{
    QByteArray bytes("PK\5\6");
    put(bytes, quint16(0));
    put(bytes, quint16(0));
    put(bytes, static_cast<quint16>(entries));
    put(bytes, static_cast<quint16>(entries));
    put(bytes, static_cast<quint32>(directorySize));
    put(bytes, directoryOffset);
    put(bytes, quint16(0));
    return bytes;
}

} // namespace

Result<void> writeZip(const QString& path, const std::vector<NamedFile>& files)
{
    constexpr qint64 most = std::numeric_limits<quint32>::max();
    QSaveFile zip(path);
    if (!zip.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWriteFile, { path, zip.errorString() });
    QByteArray directory;
    for (const auto& file : files) {
        if (file.bytes.size() > most || zip.pos() > most - file.bytes.size())
            return fail(ErrorCode::CannotWriteFile, { path, u"more than 4 GiB do not fit into a zip"_s });
        Entry entry { file.name.toUtf8(), deflated(file.bytes), 0, static_cast<quint32>(file.bytes.size()),
            static_cast<quint32>(zip.pos()) };
        entry.crc = static_cast<quint32>(crc32_z(
            0, reinterpret_cast<const Bytef*>(file.bytes.constData()), static_cast<z_size_t>(file.bytes.size())));
        zip.write(localHeader(entry));
        zip.write(entry.deflated);
        directory += directoryEntry(entry);
    }
    const auto offset = static_cast<quint32>(zip.pos());
    zip.write(directory);
    zip.write(endOf(files.size(), directory.size(), offset));
    if (!zip.commit())
        return fail(ErrorCode::CannotWriteFile, { path, zip.errorString() });
    return {};
}

} // namespace ceteris::results
