// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::lint {

// One sentence for each thing in a file's text that the house does not want.
QStringList objectionsTo(const QString& path, const QStringList& lines);

// The same for all files of a tree that are written by hand.
QStringList textObjections(const QString& root);

} // namespace ceteris::lint
