// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::plan {

// The word that somebody who typed this most likely meant; empty when none is near.
QString nearest(const QString& typed, const QStringList& words);

} // namespace ceteris::plan
