// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/read.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ceteris::plan {

// What has been found wrong in a plan's text so far, and where its keys stand. Keys are dotted, as in Problem.
class Findings
{
public:
    void place(const QString& key, int line);

    // At the line of the key, or of the nearest table around it.
    void add(const QString& key, const QString& found, const QString& allowed);

    // Whether nothing was wrong with the key, with what it is in or with what is in it. What builds on an unsound key
    // is not checked: one mistake, one problem.
    bool sound(const QString& key) const;

    int line(const QString& key) const;
    std::vector<Problem> inOrderOfLines() const;

private:
    QHash<QString, int> m_lines;
    std::vector<Problem> m_problems;
};

} // namespace ceteris::plan
