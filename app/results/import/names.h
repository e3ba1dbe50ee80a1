// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace ceteris::results {

// Names of another tool as names of operations. They are parts of file names, where only the first 40 letters count:
// one that would be another's there gets a number in front.
class Names
{
public:
    QString add(const QString& name);

private:
    QSet<QString> m_taken; // as files have them
};

} // namespace ceteris::results
