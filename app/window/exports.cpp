// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exports.h"

#include "app/results/export.h"

#include <QDir>
#include <QFileInfo>

namespace ceteris::window {

Result<QStringList> exportAs(const QString& folder, const QString& format, const QString& target)
{
    const auto known = results::exportFormatOf(format);
    if (!known)
        return fail(ErrorCode::CannotWriteFile, { target, format });
    // As it would be called in the results folder, behind the experiment's name: target may hold others.
    const auto name = QFileInfo(results::defaultOutput(folder, *known)).fileName();
    const QString path = QDir(target).filePath(QFileInfo(folder).fileName() + u'-' + name);
    return results::exportAs(folder, *known, path);
}

} // namespace ceteris::window
