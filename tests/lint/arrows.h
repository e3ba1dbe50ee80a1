// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::lint {

// One sentence for each #include in server/, app/ or widgets/ that the architecture does not allow.
QStringList crossedArrows(const QString& root);

} // namespace ceteris::lint
