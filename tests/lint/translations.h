// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ceteris::lint {

// One sentence for each text of a .ts file that is not translated, or whose translation has other places for figures.
QStringList objectionsToTranslations(const QByteArray& ts);

// One sentence for each text that the sources show to people without asking for its translation.
QStringList untranslatable(const QString& root);

} // namespace ceteris::lint
