// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

#include <array>

#include <unistd.h>

namespace ceteris::testsupport {

// Of a process, as the kernel writes them: 127.0.0.1:80 is 0100007F:0050.
inline QByteArrayList listeningAddresses(qint64 pid)
{
    const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(pid));
    QByteArrayList sockets;
    for (const auto& name : descriptors.entryList(QDir::Files | QDir::System)) {
        std::array<char, 64> target {};
        const auto path = descriptors.filePath(name).toLocal8Bit();
        if (readlink(path.constData(), target.data(), target.size() - 1) > 0)
            sockets << target.data();
    }
    QByteArrayList addresses;
    for (const auto* table : { "tcp", "tcp6" }) {
        QFile file(QStringLiteral("/proc/net/") + QLatin1StringView(table));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const auto& line : file.readAll().split('\n')) {
            const auto columns = line.simplified().split(' ');
            if (columns.size() > 9 && columns[3] == "0A" && sockets.contains(QByteArray("socket:[" + columns[9] + ']')))
                addresses << columns[1];
        }
    }
    return addresses;
}

} // namespace ceteris::testsupport
