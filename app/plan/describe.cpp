// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"

using namespace Qt::StringLiterals;

namespace ceteris::plan {

QString describe(const Problem& problem, const QString& file)
{
    QString sentence = file + u':';
    if (problem.line > 0)
        sentence += QString::number(problem.line) + u':';
    if (!problem.key.isEmpty())
        sentence += u' ' + problem.key + " is"_L1;
    sentence += u' ' + problem.found;
    if (!problem.allowed.isEmpty())
        sentence += "; allowed: "_L1 + problem.allowed;
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

} // namespace ceteris::plan
