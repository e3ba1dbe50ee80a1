// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exports.h"

#include "app/results/export.h"

using namespace Qt::StringLiterals;

namespace ceteris::window {

Result<QStringList> exportAs(const QString& folder, const QString& format, const QString& target)
{
    return format == "hgrm"_L1 ? results::exportHgrm(folder, target) : results::exportLocust(folder, target);
}

} // namespace ceteris::window
