// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

constexpr auto folder = ":/presets/"_L1;
constexpr auto suffix = ".ceteris.toml"_L1;

} // namespace

QStringList presetNames()
{
    auto names = QDir(folder).entryList({ u'*' + suffix }, QDir::Files, QDir::Name);
    for (auto& name : names)
        name.chop(suffix.size());
    return names;
}

QByteArray preset(const QString& name)
{
    QFile file(folder + name + suffix);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace ceteris::plan
