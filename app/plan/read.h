// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace ceteris::plan {

// One thing wrong in a plan's text.
struct Problem
{
    int line = 0; // from 1; 0: the file as a whole
    QString key; // dotted, "arm[2].store"
    QString found;
    QString allowed;

    bool operator==(const Problem&) const = default;
};

// "arm[2].store is \"rediss\"; allowed: \"memory\", \"redis\"." Where the place is plain anyway.
QString describe(const Problem& problem);

// "blog.ceteris.toml:12: arm[2].store is \"rediss\"; allowed: \"memory\", \"redis\"."
QString describe(const Problem& problem, const QString& file);

// Either a plan that can be run or every problem at once, in the order of lines.
struct Reading
{
    Plan plan;
    std::vector<Problem> problems;

    bool ok() const { return problems.empty(); }
};

Reading read(const QByteArray& toml);
Result<Reading> readFile(const QString& path); // fails only if the file cannot be read

// TOML that read() turns into an equal plan.
QByteArray write(const Plan& plan);

// Shipped plans by name ("quick-look", "blog"), from the resources.
QStringList presetNames();
QByteArray preset(const QString& name); // empty for an unknown name

} // namespace ceteris::plan
