// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::lint {

// The files below the folders of a tree, as sorted paths relative to its root. A name matches a wildcard like "*.h".
QStringList filesIn(const QString& root, const QStringList& folders, const QStringList& names);

QStringList linesOf(const QString& path);

// For tests of the checks themselves.
void plant(const QString& root, const QString& path, const QByteArray& text);

} // namespace ceteris::lint
