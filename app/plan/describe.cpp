// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/plan/rules.h"

using namespace Qt::StringLiterals;

namespace ceteris::plan {

QString describe(const Problem& problem)
{
    QString sentence = problem.found;
    if (!problem.key.isEmpty() && !problem.allowed.isEmpty())
        sentence = Text::tr("%1 is %2; allowed: %3").arg(problem.key, problem.found, problem.allowed);
    else if (!problem.key.isEmpty())
        sentence = Text::tr("%1 is %2").arg(problem.key, problem.found);
    else if (!problem.allowed.isEmpty())
        sentence = Text::tr("%1; allowed: %2").arg(problem.found, problem.allowed);
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

QString describe(const Problem& problem, const QString& file)
{
    const QString place = problem.line > 0 ? file + u':' + QString::number(problem.line) : file;
    return place + u": "_s + describe(problem);
}

} // namespace ceteris::plan
