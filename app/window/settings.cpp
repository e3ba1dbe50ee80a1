// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

constexpr qsizetype mostRecent = 10;

} // namespace

QString Settings::resultsRoot() const
{
    const auto chosen = get(key::resultsFolder);
    if (!chosen.isEmpty())
        return chosen;
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(u"Ceteris"_s);
}

QStringList Settings::recent() const
{
    auto paths = get(key::recent);
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void Settings::addRecent(const QString& path)
{
    const auto absolute = QFileInfo(path).absoluteFilePath();
    auto paths = get(key::recent);
    paths.removeAll(absolute);
    paths.prepend(absolute);
    set(key::recent, QStringList(paths.first(std::min(paths.size(), mostRecent))));
}

} // namespace ceteris::window
