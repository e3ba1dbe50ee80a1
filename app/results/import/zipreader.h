// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/import/linereader.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

struct zip;

namespace ceteris::results {

// A zip archive as others make them. Nothing in it is believed without a look.
class ZipReader
{
public:
    struct Entry
    {
        std::uint64_t index = 0;
        QString name; // as it is written there; may be anything
        qint64 size = 0; // unpacked, as it says
    };

    static Result<ZipReader> open(const QString& path);

    std::vector<Entry> entries() const; // that are files, in the order of its directory
    Result<void> extract(const Entry& entry, const QString& path, const Onward& onward); // path must be new

private:
    struct Close
    {
        void operator()(zip* archive) const;
    };

    ZipReader() = default;

    QString m_path;
    std::unique_ptr<zip, Close> m_zip;
    qint64 m_bytes = 0; // unpacked, of all entries
    qint64 m_done = 0; // of them
};

} // namespace ceteris::results
