// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace ceteris::results {

// Told now and then how far a long reading has come, as a share of its file; false ends it with ErrorCode::Stopped.
using Onward = std::function<bool(double share)>;

// The lines of a text file of any length, one at a time; gzip is seen through. Line ends are LF or CRLF.
class LineReader
{
public:
    static constexpr qsizetype longestLine = 1 << 20; // bytes

    static Result<LineReader> open(const QString& path, Onward onward = {});

    // Without its end; valid until the next call. Nothing at the end of the file; an Error says what stands in the way.
    Result<std::optional<QByteArrayView>> next();
    qint64 number() const { return m_number; } // of that line, from 1
    bool isTorn() const { return m_torn; } // that line had no end: the last one of a file that was cut off

private:
    LineReader() = default;
    Result<void> fill();
    QByteArrayView take(qsizetype length, qsizetype withEnd);

    struct Close
    {
        void operator()(void* file) const;
    };
    std::unique_ptr<void, Close> m_file; // a gzFile
    QString m_path;
    Onward m_onward;
    qint64 m_size = 0; // of the file as it is on the disk
    QByteArray m_bytes;
    qsizetype m_begin = 0; // of what was not handed out
    qint64 m_number = 0;
    bool m_atEnd = false;
    bool m_torn = false;
};

} // namespace ceteris::results
