// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ceteris::window {

struct RunningFolder
{
    QString path;
    qint64 engine = 0; // process id
};

// The results folders under a root whose engine is alive: it holds their lock.
std::vector<RunningFolder> runningFolders(const QString& root);
std::optional<RunningFolder> runningFolder(const QString& path);

} // namespace ceteris::window
