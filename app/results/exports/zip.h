// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ceteris::results {

struct NamedFile
{
    QString name; // relative, with /
    QByteArray bytes;
};

// A zip archive, deflated, names in UTF-8, there when it is whole. It has no clock in it: the same files give the same
// bytes.
Result<void> writeZip(const QString& path, const std::vector<NamedFile>& files);

} // namespace ceteris::results
