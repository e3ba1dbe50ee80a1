// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QTemporaryDir>

namespace ceteris::results {

// A folder that is hidden until it is whole: whoever lists the results sees all of it or nothing. Removed with the
// object unless it was kept.
class NewFolder
{
public:
    explicit NewFolder(const QString& root); // which is made, with those above it

    Result<void> made() const; // whether there is one to write into
    QString path() const { return m_folder.path(); }
    QString at(const QString& name) const { return m_folder.filePath(name); }

    // Gives it its name under the root, with a number behind it when there is one of that name. Its path then.
    Result<QString> keepAs(const QString& name);

private:
    QString m_root;
    QTemporaryDir m_folder;
};

} // namespace ceteris::results
