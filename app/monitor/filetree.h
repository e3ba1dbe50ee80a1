// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/probed.h"

#include <QByteArray>

#include <vector>

namespace ceteris::monitor {

// The files under /proc and /sys, or under a folder that holds two such trees. Paths are those of the real ones.
class FileTree
{
public:
    explicit FileTree(const QString& root = {});

    Probed<QByteArray> read(const QByteArray& path) const; // "/proc/stat"; the reason names the path
    bool has(const QByteArray& path) const;
    std::vector<QByteArray> entries(const QByteArray& folder) const; // names, in order; none when it is not there
    std::vector<qint64> numbers(const QByteArray& folder) const; // the entries that are numbers, ascending

private:
    QByteArray m_root;
};

} // namespace ceteris::monitor
