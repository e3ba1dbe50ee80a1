// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/import/linereader.h"

#include <QFile>
#include <QString>

#include <vector>

namespace ceteris::results {

// A zip archive as others make them: stored or deflated, up to 4 GiB. Nothing in it is believed without a look.
class ZipReader
{
public:
    struct Entry
    {
        QString name; // as it is written there; may be anything
        quint16 method = 0;
        quint16 flags = 0;
        quint32 crc = 0;
        qint64 packed = 0; // bytes
        qint64 size = 0;
        qint64 header = 0; // where its own header begins
    };

    explicit ZipReader(const QString& path)
        : m_file(path)
    {
    }

    Result<std::vector<Entry>> entries(); // that are files, in the order of its directory
    Result<void> extract(const Entry& entry, const QString& path, const Onward& onward); // path must be new

private:
    tl::unexpected<Error> broken(const QString& why) const;
    Result<qint64> begin(const Entry& entry); // of its bytes
    Result<void> inflateInto(QFile& out, const Entry& entry, const Onward& onward);

    QFile m_file;
};

} // namespace ceteris::results
