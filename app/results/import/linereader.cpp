// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/linereader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

gzFile fileOf(void* file)
{
    return static_cast<gzFile>(file);
}

} // namespace

void LineReader::Close::operator()(void* file) const
{
    gzclose(fileOf(file));
}

Result<LineReader> LineReader::open(const QString& path, Onward onward)
{
    LineReader reader;
    reader.m_path = path;
    reader.m_onward = std::move(onward);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // a pipe would keep us waiting for ever
        return fail(ErrorCode::CannotReadFile, { path, u"it is no file"_s });
    reader.m_size = info.size();
    reader.m_file.reset(gzopen(QFile::encodeName(path).constData(), "rb"));
    if (!reader.m_file)
        return fail(ErrorCode::CannotReadFile, { path, qt_error_string() });
    return reader;
}

Result<std::optional<QByteArrayView>> LineReader::next()
{
    for (qsizetype searched = m_begin;;) {
        const auto end = m_bytes.indexOf('\n', searched);
        if (end >= 0)
            return std::optional(take(end - m_begin, end - m_begin + 1));
        const auto rest = m_bytes.size() - m_begin;
        if (rest >= longestLine)
            return fail(ErrorCode::CannotReadFile,
                { m_path, u"line %1 is longer than %2 bytes"_s.arg(m_number + 1).arg(longestLine) });
        if (m_atEnd) {
            if (rest == 0)
                return std::nullopt;
            m_torn = true;
            return std::optional(take(rest, rest));
        }
        if (const auto filled = fill(); !filled)
            return tl::unexpected(filled.error());
        searched = m_begin + rest;
    }
}

QByteArrayView LineReader::take(qsizetype length, qsizetype withEnd)
{
    const auto line = QByteArrayView(m_bytes).sliced(m_begin, length);
    m_begin += withEnd;
    ++m_number;
    return line.endsWith('\r') ? line.chopped(1) : line;
}

// A file that was cut off within its compression ends there, like any other.
Result<void> LineReader::fill()
{
    constexpr qsizetype piece = 256 * 1024;
    const auto share
        = m_size > 0 ? static_cast<double>(gzoffset(fileOf(m_file.get()))) / static_cast<double>(m_size) : 0;
    if (m_onward && !m_onward(std::min(share, 1.0)))
        return fail(ErrorCode::Stopped, { u"the user"_s });
    m_bytes.remove(0, m_begin);
    m_begin = 0;
    const auto before = m_bytes.size();
    m_bytes.resize(before + piece);
    const int got = gzread(fileOf(m_file.get()), m_bytes.data() + before, piece);
    m_bytes.resize(before + std::max(got, 0));
    m_atEnd = got <= 0;
    int code = Z_OK;
    const QString why = QString::fromLocal8Bit(gzerror(fileOf(m_file.get()), &code));
    if (got < 0 && code != Z_BUF_ERROR)
        return fail(ErrorCode::CannotReadFile, { m_path, code == Z_ERRNO ? qt_error_string() : why });
    return {};
}

} // namespace ceteris::results
