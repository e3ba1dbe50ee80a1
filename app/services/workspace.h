// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::services {

// A private folder for one engine; gone when the object goes. The constructor also removes the folders of engines that
// were killed (their process id and its start time are in the name).
class Workspace
{
public:
    Workspace();
    ~Workspace();
    Q_DISABLE_COPY_MOVE(Workspace)

    QString path() const { return m_path; } // empty when the folder for temporary files cannot be written

private:
    QString m_path;
};

} // namespace ceteris::services
