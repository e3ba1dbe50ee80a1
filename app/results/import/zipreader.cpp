// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/zipreader.h"

#include <QFile>

#include <algorithm>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr qint64 piece = 256 * 1024;
constexpr zip_uint64_t largest = 1ULL << 50; // bytes; whoever says more lies, and sums must not overflow

struct CloseFile
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

tl::unexpected<Error> broken(const QString& path, const QString& why)
{
    return fail(ErrorCode::CannotReadFile, { path, why });
}

} // namespace

void ZipReader::Close::operator()(zip* archive) const
{
    zip_discard(archive);
}

Result<ZipReader> ZipReader::open(const QString& path)
{
    ZipReader reader;
    reader.m_path = path;
    reader.m_zip.reset(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr));
    if (!reader.m_zip)
        return broken(path, u"it is no whole zip archive"_s);
    for (const auto& entry : reader.entries())
        reader.m_bytes += entry.size;
    return reader;
}

std::vector<ZipReader::Entry> ZipReader::entries() const
{
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE;
    std::vector<Entry> all;
    const auto count = zip_get_num_entries(m_zip.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(m_zip.get(), index, 0, &stat) != 0 || (stat.valid & needed) != needed)
            continue;
        const auto name = QString::fromUtf8(stat.name);
        if (!name.endsWith(u'/'))
            all.push_back({ index, name, static_cast<qint64>(std::min<zip_uint64_t>(stat.size, largest)) });
    }
    return all;
}

// No more comes out than the archive has promised; the library compares its checksum at the end.
Result<void> ZipReader::extract(const Entry& entry, const QString& path, const Onward& onward)
{
    const std::unique_ptr<zip_file_t, CloseFile> in(zip_fopen_index(m_zip.get(), entry.index, 0));
    if (!in)
        return broken(m_path,
            u"\"%1\" cannot be unpacked: %2"_s.arg(entry.name, QString::fromLocal8Bit(zip_strerror(m_zip.get()))));
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::CannotWriteFile, { path, out.errorString() });
    QByteArray bytes(piece, Qt::Uninitialized);
    qint64 size = 0;
    while (true) {
        if (onward && !onward(static_cast<double>(m_done) / static_cast<double>(std::max<qint64>(1, m_bytes))))
            return fail(ErrorCode::Stopped, { u"the user"_s });
        const auto got = zip_fread(in.get(), bytes.data(), piece);
        if (got == 0)
            break;
        size += got;
        m_done += got;
        if (got < 0 || size > entry.size)
            return broken(m_path, u"\"%1\" is damaged"_s.arg(entry.name));
        if (out.write(bytes.constData(), got) != got)
            return fail(ErrorCode::CannotWriteFile, { path, out.errorString() });
    }
    if (size != entry.size)
        return broken(m_path, u"\"%1\" is damaged"_s.arg(entry.name));
    if (!out.flush())
        return fail(ErrorCode::CannotWriteFile, { path, out.errorString() });
    return {};
}

} // namespace ceteris::results
